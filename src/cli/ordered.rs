//! Work on all cores with results in the order of the input.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::Mutex;
use std::sync::mpsc;
use std::thread;

/// Applies `work` to each item on `jobs` threads and hands the results to `take` in the order of the items. Items are
/// drawn only as threads come free. Stops at the first error of `take`, which it returns.
pub(super) fn in_order<I, R, E>(
    items: impl Iterator<Item = I> + Send,
    jobs: NonZeroUsize,
    work: impl Fn(I) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E>
where
    R: Send,
{
    let items = Mutex::new(items.enumerate());
    // Bounded, so that threads wait for a slow reader of the output instead of filling the memory.
    let (send, receive) = mpsc::sync_channel::<(usize, R)>(jobs.get() * 4);
    thread::scope(|scope| {
        for _ in 0..jobs.get() {
            let send = send.clone();
            scope.spawn(|| {
                let send = send;
                loop {
                    let next = items.lock().map(|mut items| items.next());
                    let Ok(Some((index, item))) = next else { return };
                    if send.send((index, work(item))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(send);
        let mut early = BTreeMap::new();
        let mut expected = 0;
        // Moved in, so that an early return closes the channel and the threads stop.
        let receive = receive;
        for (index, result) in &receive {
            early.insert(index, result);
            while let Some(result) = early.remove(&expected) {
                take(result)?;
                expected += 1;
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_keep_the_order_of_the_items() {
        let jobs = NonZeroUsize::new(4).expect("not zero");
        let slow_first = |number: u64| {
            thread::sleep(std::time::Duration::from_micros((97 * (100 - number)) % 300));
            number * 2
        };
        let mut seen = Vec::new();
        let done: Result<(), ()> = in_order(0..100, jobs, slow_first, |number| {
            seen.push(number);
            Ok(())
        });
        assert_eq!(done, Ok(()));
        assert_eq!(seen, (0..100).map(|number| number * 2).collect::<Vec<_>>());
    }

    #[test]
    fn an_error_of_the_taker_ends_the_work() {
        let jobs = NonZeroUsize::new(2).expect("not zero");
        let done = in_order(0.., jobs, |number: u64| number, |number| if number < 10 { Ok(()) } else { Err(number) });
        assert_eq!(done, Err(10));
    }
}
