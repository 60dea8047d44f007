//! Character references that HTML left over: `&quot;`, `&#8217;`, `&#x27;`, and those that were escaped twice
//! (`&amp;quot;`).

use super::pass::Pass;

/// The names that HTML 4 gives to signs and Latin letters, and later ones for punctuation and letters of Europe's
/// languages; sorted.
const NAMES: [(&str, char); 238] = [
    ("AElig", 'Æ'),
    ("AMP", '&'),
    ("Aacute", 'Á'),
    ("Abreve", 'Ă'),
    ("Acirc", 'Â'),
    ("Agrave", 'À'),
    ("Amacr", 'Ā'),
    ("Aogon", 'Ą'),
    ("Aring", 'Å'),
    ("Atilde", 'Ã'),
    ("Auml", 'Ä'),
    ("Cacute", 'Ć'),
    ("Ccaron", 'Č'),
    ("Ccedil", 'Ç'),
    ("Dagger", '‡'),
    ("Dstrok", 'Đ'),
    ("ETH", 'Ð'),
    ("Eacute", 'É'),
    ("Ecaron", 'Ě'),
    ("Ecirc", 'Ê'),
    ("Egrave", 'È'),
    ("Emacr", 'Ē'),
    ("Eogon", 'Ę'),
    ("Euml", 'Ë'),
    ("GT", '>'),
    ("Gbreve", 'Ğ'),
    ("Iacute", 'Í'),
    ("Icirc", 'Î'),
    ("Idot", 'İ'),
    ("Igrave", 'Ì'),
    ("Imacr", 'Ī'),
    ("Iuml", 'Ï'),
    ("LT", '<'),
    ("Lstrok", 'Ł'),
    ("Nacute", 'Ń'),
    ("Ncaron", 'Ň'),
    ("NewLine", '\n'),
    ("NoBreak", '\u{2060}'),
    ("Ntilde", 'Ñ'),
    ("OElig", 'Œ'),
    ("Oacute", 'Ó'),
    ("Ocirc", 'Ô'),
    ("Odblac", 'Ő'),
    ("Ograve", 'Ò'),
    ("Omacr", 'Ō'),
    ("Oslash", 'Ø'),
    ("Otilde", 'Õ'),
    ("Ouml", 'Ö'),
    ("Prime", '″'),
    ("QUOT", '"'),
    ("Rcaron", 'Ř'),
    ("Sacute", 'Ś'),
    ("Scaron", 'Š'),
    ("Scedil", 'Ş'),
    ("THORN", 'Þ'),
    ("Tab", '\t'),
    ("Tcedil", 'Ţ'),
    ("Uacute", 'Ú'),
    ("Ucirc", 'Û'),
    ("Udblac", 'Ű'),
    ("Ugrave", 'Ù'),
    ("Umacr", 'Ū'),
    ("Uuml", 'Ü'),
    ("Yacute", 'Ý'),
    ("Yuml", 'Ÿ'),
    ("Zacute", 'Ź'),
    ("Zcaron", 'Ž'),
    ("Zdot", 'Ż'),
    ("ZeroWidthSpace", '\u{200B}'),
    ("aacute", 'á'),
    ("abreve", 'ă'),
    ("acirc", 'â'),
    ("acute", '´'),
    ("aelig", 'æ'),
    ("agrave", 'à'),
    ("amacr", 'ā'),
    ("amp", '&'),
    ("aogon", 'ą'),
    ("apos", '\''),
    ("aring", 'å'),
    ("ast", '*'),
    ("atilde", 'ã'),
    ("auml", 'ä'),
    ("bdquo", '„'),
    ("brvbar", '¦'),
    ("bsol", '\\'),
    ("bull", '•'),
    ("cacute", 'ć'),
    ("ccaron", 'č'),
    ("ccedil", 'ç'),
    ("cedil", '¸'),
    ("cent", '¢'),
    ("circ", 'ˆ'),
    ("colon", ':'),
    ("comma", ','),
    ("commat", '@'),
    ("copy", '©'),
    ("curren", '¤'),
    ("dagger", '†'),
    ("dash", '‐'),
    ("deg", '°'),
    ("divide", '÷'),
    ("dollar", '$'),
    ("dstrok", 'đ'),
    ("eacute", 'é'),
    ("ecaron", 'ě'),
    ("ecirc", 'ê'),
    ("egrave", 'è'),
    ("emacr", 'ē'),
    ("emsp", '\u{2003}'),
    ("ensp", '\u{2002}'),
    ("eogon", 'ę'),
    ("equals", '='),
    ("eth", 'ð'),
    ("euml", 'ë'),
    ("euro", '€'),
    ("excl", '!'),
    ("fnof", 'ƒ'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("frac34", '¾'),
    ("frasl", '⁄'),
    ("gbreve", 'ğ'),
    ("grave", '`'),
    ("gt", '>'),
    ("hairsp", '\u{200A}'),
    ("hellip", '…'),
    ("horbar", '―'),
    ("hyphen", '‐'),
    ("iacute", 'í'),
    ("icirc", 'î'),
    ("iexcl", '¡'),
    ("igrave", 'ì'),
    ("imacr", 'ī'),
    ("imath", 'ı'),
    ("inodot", 'ı'),
    ("iquest", '¿'),
    ("iuml", 'ï'),
    ("laquo", '«'),
    ("lbrace", '{'),
    ("lbrack", '['),
    ("lcub", '{'),
    ("ldquo", '“'),
    ("ldquor", '„'),
    ("lowbar", '_'),
    ("lpar", '('),
    ("lrm", '\u{200E}'),
    ("lsaquo", '‹'),
    ("lsqb", '['),
    ("lsquo", '‘'),
    ("lsquor", '‚'),
    ("lstrok", 'ł'),
    ("lt", '<'),
    ("macr", '¯'),
    ("mdash", '—'),
    ("micro", 'µ'),
    ("middot", '·'),
    ("minus", '−'),
    ("nacute", 'ń'),
    ("nbsp", '\u{A0}'),
    ("ncaron", 'ň'),
    ("ndash", '–'),
    ("not", '¬'),
    ("ntilde", 'ñ'),
    ("num", '#'),
    ("numsp", '\u{2007}'),
    ("oacute", 'ó'),
    ("ocirc", 'ô'),
    ("odblac", 'ő'),
    ("oelig", 'œ'),
    ("ograve", 'ò'),
    ("oline", '‾'),
    ("omacr", 'ō'),
    ("ordf", 'ª'),
    ("ordm", 'º'),
    ("oslash", 'ø'),
    ("otilde", 'õ'),
    ("ouml", 'ö'),
    ("para", '¶'),
    ("percnt", '%'),
    ("period", '.'),
    ("permil", '‰'),
    ("plus", '+'),
    ("plusmn", '±'),
    ("pound", '£'),
    ("prime", '′'),
    ("puncsp", '\u{2008}'),
    ("quest", '?'),
    ("quot", '"'),
    ("raquo", '»'),
    ("rbrace", '}'),
    ("rbrack", ']'),
    ("rcaron", 'ř'),
    ("rcub", '}'),
    ("rdquo", '”'),
    ("rdquor", '”'),
    ("reg", '®'),
    ("rlm", '\u{200F}'),
    ("rpar", ')'),
    ("rsaquo", '›'),
    ("rsqb", ']'),
    ("rsquo", '’'),
    ("rsquor", '’'),
    ("sacute", 'ś'),
    ("sbquo", '‚'),
    ("scaron", 'š'),
    ("scedil", 'ş'),
    ("sect", '§'),
    ("semi", ';'),
    ("shy", '\u{AD}'),
    ("sol", '/'),
    ("sup1", '¹'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("szlig", 'ß'),
    ("tcedil", 'ţ'),
    ("thinsp", '\u{2009}'),
    ("thorn", 'þ'),
    ("tilde", '˜'),
    ("times", '×'),
    ("trade", '™'),
    ("uacute", 'ú'),
    ("ucirc", 'û'),
    ("udblac", 'ű'),
    ("ugrave", 'ù'),
    ("umacr", 'ū'),
    ("uml", '¨'),
    ("uuml", 'ü'),
    ("verbar", '|'),
    ("vert", '|'),
    ("yacute", 'ý'),
    ("yen", '¥'),
    ("yuml", 'ÿ'),
    ("zacute", 'ź'),
    ("zcaron", 'ž'),
    ("zdot", 'ż'),
    ("zwj", '\u{200D}'),
    ("zwnj", '\u{200C}'),
];

/// What a number from 128 to 159 means: browsers read it in the code page of Windows.
const WINDOWS: [u16; 32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
    0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC,
    0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
];

/// More digits than a number has.
const MOST_DIGITS: usize = 8;
/// A name is not longer.
const LONGEST_NAME: usize = 16;
/// So often an ampersand is escaped again.
const MOST_ESCAPED: usize = 4;

impl Pass<'_> {
    /// `&` and what it begins.
    pub(super) fn entity(&mut self) {
        let rest = &self.text[self.position + 1..];
        let mut body = rest;
        for _ in 0..MOST_ESCAPED {
            body = body.strip_prefix("amp;").unwrap_or(body);
        }
        let found = reference(body).or_else(|| {
            // Nothing more than "&amp;".
            (body.len() < rest.len()).then_some(('&', 0))
        });
        match found {
            Some((c, length)) => self.sign(c, 1 + rest.len() - body.len() + length),
            None => self.pass_visible(1),
        }
    }
}

/// The character of a reference behind its ampersand, and how long it is with its semicolon.
fn reference(body: &str) -> Option<(char, usize)> {
    let bytes = body.as_bytes();
    let (digits, radix) = match bytes {
        [b'#', b'x' | b'X', ..] => (2, 16),
        [b'#', ..] => (1, 10),
        _ => {
            let name = bytes.iter().take(LONGEST_NAME + 1);
            let length = name.take_while(|byte| byte.is_ascii_alphanumeric()).count();
            let place = NAMES.binary_search_by(|(name, _)| name.as_bytes().cmp(&bytes[..length]));
            let (_, c) = NAMES[place.ok()?];
            return (bytes.get(length) == Some(&b';')).then_some((c, length + 1));
        }
    };
    let number = bytes[digits..].iter().take(MOST_DIGITS + 1);
    let length = number
        .take_while(|&&byte| char::from(byte).is_digit(radix))
        .count();
    let end = digits + length;
    if bytes.get(end) != Some(&b';') {
        return None;
    }
    let number = u32::from_str_radix(&body[digits..end], radix).ok()?;
    let windows = number
        .checked_sub(128)
        .and_then(|number| WINDOWS.get(number as usize));
    let c = windows.map_or_else(|| char::from_u32(number), |&c| char::from_u32(c.into()))?;
    (!c.is_control() || c.is_whitespace()).then_some((c, end + 1))
}
