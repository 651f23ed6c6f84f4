//! Tells where the lines of a text begin: they end by LF, CR LF or CR, as YAML 1.2 and editors have it.

use memchr::memchr2_iter;

/// Returns the bytes at which the lines of a text begin, but for the first.
pub(crate) fn line_starts(text: &[u8]) -> impl Iterator<Item = usize> {
    let ends = memchr2_iter(b'\n', b'\r', text);
    let ends = ends.filter(|at| text.get(*at..at + 2) != Some(b"\r\n"));
    ends.map(|at| at + 1)
}

/// Returns the line of a byte of a text, from 1.
pub(crate) fn line_of(text: &[u8], byte: usize) -> usize {
    1 + line_starts(text).take_while(|start| *start <= byte).count()
}

#[cfg(test)]
mod tests {
    use super::{line_of, line_starts};

    #[test]
    fn lines_end_by_any_of_the_three() {
        let text = b"one\ntwo\r\nthree\rfour\n\r\r\nfive";
        let starts: Vec<usize> = line_starts(text).collect();
        assert_eq!(starts, [4, 9, 15, 20, 21, 23]);
        assert_eq!(
            [0, 3, 4, 8, 9, 99].map(|byte| line_of(text, byte)),
            [1, 1, 2, 2, 3, 7]
        );
    }
}
