// The worker that ships, spoken to as the page does, without the page.

/** Starts a worker in the page, which then can be asked by `ask`; gives the milliseconds until it was ready. */
export function startWorker(page) {
  return page.evaluate(async () => {
    const began = performance.now();
    const worker = new Worker(document.getElementById('app').dataset.worker, { type: 'module' });
    // What the worker sends are objects, or maps where they had no fixed shape.
    const field = (message, name) => (message instanceof Map ? message.get(name) : message?.[name]);
    const wait = (wanted) =>
      new Promise((resolve, reject) => {
        worker.onerror = (event) => reject(new Error(event.message));
        worker.onmessage = ({ data }) => {
          const now = performance.now();
          const failed = field(data, 'Failed');
          if (failed) reject(new Error(field(failed, 'reason')));
          else if (field(data, wanted)) resolve({ content: field(data, wanted), now });
        };
      });
    let job = 0;
    window.ours = {
      worker,
      /** The analysis; milliseconds with messages, and of the engine alone. */
      async analyze(text) {
        const answer = wait('Finished');
        const from = performance.now();
        job += 1;
        worker.postMessage({ Analyze: { job, text, blocks: [] } });
        const { content, now } = await answer;
        return { analysis: field(content, 'analysis'), ms: now - from, engine: field(content, 'micros') / 1000 };
      },
    };
    const { now } = await wait('Ready');
    return now - began;
  });
}

/** Analyzes texts one after the other; gives each analysis as the page gets it, in JSON. */
export function analyses(page, texts) {
  return page.evaluate(async (texts) => {
    const out = [];
    for (const text of texts) out.push((await window.ours.analyze(text)).analysis);
    return out;
  }, texts);
}

/**
 * Analyzes all texts, again and again for so many milliseconds, at least five times after one that does not count; gives
 * the milliseconds of each time, with messages and of the engine alone.
 */
export function timeWorker(page, texts, patience) {
  return page.evaluate(
    async ([texts, patience]) => {
      const all = [];
      const engine = [];
      const began = performance.now();
      for (let run = 0; run < 6 || performance.now() - began < patience; run += 1) {
        let [ms, alone] = [0, 0];
        for (const text of texts) {
          const once = await window.ours.analyze(text);
          ms += once.ms;
          alone += once.engine;
        }
        if (run > 0) {
          all.push(ms);
          engine.push(alone);
        }
      }
      return { all, engine };
    },
    [texts, patience],
  );
}
