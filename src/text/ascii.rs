//! Runs of ASCII, which most of a text is: told by a look into a table at each byte.

/// Letters.
pub(super) const LETTER: u8 = 1;
/// Figures.
pub(super) const FIGURE: u8 = 2;
/// The space and all that is printed.
pub(super) const PRINTED: u8 = 4;

const SORTS: [u8; 256] = {
    let mut sorts = [0; 256];
    let mut byte = b' ';
    while byte <= b'~' {
        let letter = if byte.is_ascii_alphabetic() { LETTER } else { 0 };
        let figure = if byte.is_ascii_digit() { FIGURE } else { 0 };
        sorts[byte as usize] = PRINTED | letter | figure;
        byte += 1;
    }
    sorts
};

/// How many bytes at the front of `bytes` are of one of `sorts`.
pub(super) fn run(bytes: &[u8], sorts: u8) -> usize {
    bytes.iter().take_while(|&&byte| SORTS[usize::from(byte)] & sorts != 0).count()
}
