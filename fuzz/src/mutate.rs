//! Changes inputs by chance, the same way each time: what the replay does in place of a fuzzer.

use fastrand::Rng;

/// How long an input may become.
const MOST_BYTES: usize = 4_096;

/// Texts that mean something to one of the readers.
const TOKENS: &[&str] = &[
    "\n",
    "\n\n",
    "  ",
    "\t",
    ": ",
    "- ",
    "# ",
    "| ",
    "> ",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    "&a ",
    "*a",
    "!t ",
    "<<: ",
    "---\n",
    "...\n",
    "~",
    "null",
    "0",
    "-1",
    "18446744073709551616",
    "1e999",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "\u{ad}",
    "\u{2028}",
    "é",
    "中",
    "👩‍👧",
    "…",
    "<p>",
    "<!--",
    "]]>",
    "&#0;",
    "\\u",
    "{ $",
    " ->",
    "[a] ",
    "/..",
    "XX",
    "T24:00",
    "\u{85}",
];

/// Returns an input made of others by a few changes; of none, any bytes.
pub fn mutated(corpus: &[Vec<u8>], random: &mut Rng) -> Vec<u8> {
    let Some(mut input) = random.choice(corpus).cloned() else {
        return (0..random.usize(..800)).map(|_| random.u8(..)).collect();
    };
    for _ in 0..random.usize(1..=4) {
        change(&mut input, corpus, random);
    }
    input.truncate(MOST_BYTES);
    input
}

fn change(input: &mut Vec<u8>, corpus: &[Vec<u8>], random: &mut Rng) {
    let at = random.usize(..=input.len());
    let to = (at + random.usize(..40)).min(input.len());
    match random.u8(..8) {
        0 => drop(input.drain(at..to)),
        1 => {
            let piece = input[at..to].to_vec();
            let times = random.usize(1..=20);
            input.splice(at..at, piece.repeat(times));
        }
        2 => {
            let other = random.choice(corpus).map_or(&[][..], Vec::as_slice);
            let from = random.usize(..=other.len());
            let piece = &other[from..(from + random.usize(..200)).min(other.len())];
            input.splice(at..to, piece.iter().copied());
        }
        3 => input[at..to]
            .iter_mut()
            .for_each(|byte| *byte = random.u8(..)),
        4 => input.truncate(at),
        _ => {
            let token = random.choice(TOKENS).map_or("", |token| token);
            let after = if random.bool() { at } else { to };
            input.splice(at..after, token.bytes());
        }
    }
}
