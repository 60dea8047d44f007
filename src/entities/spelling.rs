//! Spellings of names: one key for "Šimko" and "Simko", "Alexey" and "Alexei".

/// What two spellings of one name share: letters without case and accents, "y" and "j" as "i", doubled letters once.
pub(crate) fn key(name: &str) -> u64 {
    let mut hash = Hash::default();
    let mut last = '\0';
    for byte in name.bytes() {
        let Some(&letter) = PLAIN.get(usize::from(byte)) else {
            return key_of_letters(name);
        };
        let letter = char::from(letter);
        if letter != last && letter != '\0' {
            hash.add(letter);
            last = letter;
        }
    }
    hash.0
}

/// The key of a name that is not plain ASCII.
fn key_of_letters(name: &str) -> u64 {
    let mut hash = Hash::default();
    let mut last = '\0';
    for letter in letters(name) {
        if letter != last {
            hash.add(letter);
        }
        last = letter;
    }
    hash.0
}

/// What two transcriptions of one first name share: its first letter and its consonants ("Mohammed", "Muhammad").
pub(crate) fn skeleton(name: &str) -> u64 {
    let mut hash = Hash::default();
    let mut last = '\0';
    for (position, letter) in letters(name).enumerate() {
        let vowel = matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u');
        if letter != last && (position == 0 || !vowel) {
            hash.add(letter);
        }
        if !vowel {
            last = letter;
        }
    }
    hash.0
}

/// Maps and sets of keys take them as they are: they are hashes already.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct AsItIs(u64);

impl std::hash::Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

/// Builds [`AsItIs`].
pub(crate) type Keys = std::hash::BuildHasherDefault<AsItIs>;

/// FNV-1a over the letters.
struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hash {
    fn add(&mut self, letter: char) {
        self.0 = (self.0 ^ u64::from(u32::from(letter))).wrapping_mul(0x0100_0000_01b3);
    }
}

fn letters(name: &str) -> impl Iterator<Item = char> + '_ {
    name.chars().filter_map(|letter| {
        let letter = if letter.is_ascii() {
            letter.to_ascii_lowercase()
        } else {
            bare(letter)
        };
        folded(letter)
            .or(Some(letter).filter(|letter| !letter.is_ascii() && letter.is_alphabetic()))
    })
}

/// A small letter as keys have it; none for what is no letter.
const fn folded(letter: char) -> Option<char> {
    match letter {
        'y' | 'j' => Some('i'),
        'a'..='z' => Some(letter),
        _ => None,
    }
}

/// The same for each ASCII character, 0 for none.
const PLAIN: [u8; 128] = {
    let mut table = [0; 128];
    let mut byte = 0;
    while byte < 128 {
        if let Some(letter) = folded((byte as u8).to_ascii_lowercase() as char) {
            table[byte] = letter as u8;
        }
        byte += 1;
    }
    table
};

/// A letter without case and accent; '\'' where nothing is left of it.
fn bare(letter: char) -> char {
    let lower = letter.to_lowercase().next().unwrap_or(letter);
    match lower {
        'à'..='æ' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ' | 'ả' | 'ấ' | 'ầ' | 'ậ' | 'ắ' | 'ə' => {
            'a'
        }
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ế' | 'ề' | 'ệ' | 'ể' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ị' => 'i',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'œ' | 'ơ' | 'ố' | 'ồ' | 'ộ' => 'o',
        'ŕ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ß' => 's',
        'ţ' | 'ť' | 'ț' | 'þ' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ứ' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other if other.is_alphabetic() => other,
        _ => '\'',
    }
}

#[cfg(test)]
mod tests {
    use super::{key, skeleton};

    #[test]
    fn spellings_of_one_name_meet() {
        assert_eq!(key("Šimkoğlu"), key("SIMKOGLU"));
        assert_eq!(key("Alexey"), key("Alexei"));
        assert_eq!(key("İpek"), key("Ipek"));
        assert_eq!(key("O’Dell-Ruiz"), key("Odel Ruiz"));
        assert_ne!(key("Petrov"), key("Petrova"));
    }

    #[test]
    fn transcriptions_share_their_consonants() {
        assert_eq!(skeleton("Mohammed"), skeleton("Muhammad"));
        assert_ne!(skeleton("Anna"), skeleton("Hanna"));
    }
}
