//! Made-up articles for tests and benchmarks: the same seed gives the same bytes.

/// A stream of numbers from a seed (SplitMix64, after Steele, Lea and Flood 2014).
#[derive(Clone, Debug)]
pub struct Generator(u64);

impl Generator {
    /// The stream of `seed`.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut state = self.0;
        state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        state ^ (state >> 31)
    }

    /// A number below `n`, which is not 0.
    pub fn below(&mut self, number: usize) -> usize {
        (self.draw() % number as u64) as usize
    }

    /// One of `items`, which are not empty.
    pub fn pick<'a>(&mut self, items: &[&'a str]) -> &'a str {
        items[self.below(items.len())]
    }
}

const FIRST: &[&str] =
    &["Ana", "Kasym-Jomart", "Ngozi", "Zoë", "Jean-Luc", "İbrahim", "Wei", "Siobhán", "J.K.", "Олена", "Yuki"];
const LAST: &[&str] =
    &["Díaz", "Tokarev", "O’Neill", "van der Berg", "al-Rashid", "N'Diaye", "Smith Jr.", "Łuczak", "Ito"];
const PLACE: &[&str] =
    &["Lyon", "New York", "Kazakhstan", "Rio de Janeiro", "São Paulo", "the U.S.", "Osh", "Nur-Sultan", "東京"];
const GROUP: &[&str] = &["the Health Ministry", "Acme Corp.", "AT&T", "Reuters", "the African Union", "FC Porto"];
const TITLE: &[&str] = &["President", "Mr.", "Dr.", "Prime Minister", "coach", "Gen.", "spokeswoman"];
const CUE: &[&str] = &["said", "told reporters", "added", "warned", "asked", "wrote on X"];
const MARKS: &[(&str, &str)] =
    &[("“", "”"), ("\"", "\""), ("«\u{a0}", "\u{a0}»"), ("„", "“"), ("‘", "’"), ("「", "」")];
const CLAUSE: &[&str] = &[
    "prices rose by 3.5% in May",
    "we won't wait any longer",
    "the workers' union rejected the 1990s-style plan",
    "nothing was decided at 10:30 p.m. on Jan. 11",
    "it’s a co-operation worth $1,200.50",
    "the so-called ‘field’ is empty",
    "cafe\u{301} owners are happy 👩‍🍳🇰🇿",
    "see https://example.org/a_(b) or mail a.b@example.com",
];
const ODD: &[&str] =
    &["- Реклама -", "Read more", "-2.4 C", "“An opening without its end", "back to top", "…", "He's ‘not' \"sure"];

/// An article of about `paragraphs` paragraphs with names, places, quotes in several kinds of marks, emoji, combining
/// characters, unclosed quotes and page furniture.
pub fn article(seed: u64, paragraphs: usize) -> String {
    let generator = &mut Generator::new(seed);
    let people: Vec<_> = (0..3 + paragraphs / 8).map(|_| (generator.pick(FIRST), generator.pick(LAST))).collect();
    let (first, last) = people[0];
    let mut out = format!("{} {first} {last} visits {}\n\n", generator.pick(TITLE), generator.pick(PLACE));
    for _ in 0..paragraphs {
        if generator.below(12) == 0 {
            out.push_str(generator.pick(ODD));
        }
        for _ in 0..=generator.below(4) {
            sentence(generator, &people, &mut out);
        }
        out.push_str("\n\n");
    }
    out
}

fn sentence(generator: &mut Generator, people: &[(&str, &str)], out: &mut String) {
    let (first, last) = people[generator.below(people.len())];
    let (open, close) = MARKS[generator.below(MARKS.len())];
    let (clause, cue, place) = (generator.pick(CLAUSE), generator.pick(CUE), generator.pick(PLACE));
    let sentence = match generator.below(7) {
        0 => format!("{open}In {place}, {clause},{close} {cue} {} {first} {last}. ", generator.pick(TITLE)),
        1 => format!("{last} {cue}: {open}{clause}. {}!{close} ", generator.pick(CLAUSE)),
        2 => format!("{first} {last} {cue} that {clause}. "),
        3 => format!("{open}{clause},{close} he {cue}, {open}and {}.{close} ", generator.pick(CLAUSE)),
        4 => format!("{} of {place} called it {open}a day for {last}{close}. ", generator.pick(GROUP)),
        5 => format!("In {place}, {last}’s office said {clause}, according to {}. ", generator.pick(GROUP)),
        _ => format!("{} {last} went from {place} to {}. ", generator.pick(TITLE), generator.pick(PLACE)),
    };
    out.push_str(&sentence);
}
