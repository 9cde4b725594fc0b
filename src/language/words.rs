//! Words of a language that are looked up often, in a table made when rature is compiled.

/// A set of words, none of them empty. Asking is a look at a place or two, not at every word.
pub struct Words {
    list: &'static [&'static str],
    /// By hash, one more than the index of a word; 0 where none is. A word whose place is taken stands in the next that is free.
    places: [u8; PLACES],
}

const PLACES: usize = 256;

impl Words {
    /// The set of `list`, which leaves at least half of the places free.
    pub(super) const fn new(list: &'static [&'static str]) -> Self {
        assert!(list.len() <= PLACES / 2, "too many words for the table");
        let mut places = [0; PLACES];
        let mut index = 0;
        while index < list.len() {
            let mut place = place(list[index].as_bytes());
            while places[place] != 0 {
                place = (place + 1) % PLACES;
            }
            index += 1;
            places[place] = index as u8;
        }
        Self { list, places }
    }

    /// All of them.
    #[cfg(test)]
    pub(super) fn all(&self) -> &'static [&'static str] {
        self.list
    }

    /// Whether `word` is one of them.
    pub fn contains(&self, word: &str) -> bool {
        if word.is_empty() {
            return false;
        }
        let mut place = place(word.as_bytes());
        while let Some(index) = self.places[place].checked_sub(1) {
            if self.list[index as usize] == word {
                return true;
            }
            place = (place + 1) % PLACES;
        }
        false
    }
}

/// Length, ends and middle tell short words apart well enough.
const fn place(word: &[u8]) -> usize {
    let (first, middle, last) = (word[0] as usize, word[word.len() / 2] as usize, word[word.len() - 1] as usize);
    (word.len() * 67 + first * 31 + middle * 13 + last * 7) % PLACES
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn a_set_holds_its_words_and_no_other() {
        static WORDS: Words = Words::new(&["au", "aux", "où", "ou", "à", "un", "nu"]);
        for word in ["au", "aux", "où", "ou", "à", "un", "nu"] {
            assert!(WORDS.contains(word), "{word}");
        }
        for word in ["", "u", "ux", "aúx", "Au", "ù"] {
            assert!(!WORDS.contains(word), "{word}");
        }
    }
}
