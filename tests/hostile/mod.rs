//! Texts that nobody would print, and that could lead a careless program to look at everything again and again. Each
//! function makes them of `length` bytes and a little more. For the tests of the suite and for the bench.

/// A piece of text again and again.
pub(crate) fn repeated(length: usize) -> Vec<(String, String)> {
    let pieces = [
        "\"",
        "“",
        "‘",
        "’ ",
        "``",
        "\0",
        "“a ",
        "(",
        ") ",
        "[a ",
        "— ",
        "- ",
        "; ",
        ": ",
        ", ",
        ". ",
        "A. ",
        "Mr. ",
        "? ",
        "…",
        "\n",
        "\n\n",
        "a\n",
        "a\n\n",
        "Share\n",
        "“a\n\n",
        "\"a\n",
        "Share this article\n\n",
        "*",
        "*a",
        "*a ",
        "**a* ",
        "_a ",
        "[",
        "[a](",
        "![a",
        "![a](b) ",
        "](a ",
        "\\",
        "&",
        "&amp;",
        "&quot;",
        "&#",
        "> ",
        ">\n",
        "# ",
        "#",
        "<https://",
        "\u{AD}",
        "\u{A0}",
        "\u{2029}",
        "[4] ",
        "a.4 ",
        "of\nAna\n",
        "https://a.b/c ",
        "http://",
        "www.a",
        "said ",
        "he said ",
        "He said. ",
        "he said that ",
        "said the ",
        "and ",
        "who ",
        ", who said ",
        "according to ",
        "that ",
        "not ",
        "to say ",
        "accused of ",
        "denied ",
        "claims ",
        "The minister, ",
        "Ana Ruiz ",
        "Ana, ",
        "Gen. Ana ",
        "the ",
        "of ",
        "of the ",
        "the ministry of ",
        "his ",
        "they ",
        "1",
        "1,",
        "1 ",
        "12 ",
        "two ",
        "hundred ",
        "thousand ",
        "million ",
        "billion ",
        "crore ",
        "lakh ",
        "hundred thousand ",
        "two thousand three thousand ",
        "\"no\" he said \"yes\" she said ",
        "\"no,\" he said, \"yes,\" she said, ",
        "THE MAYOR SAID ON MONDAY THAT TWELVE PEOPLE WERE KILLED. POLICE DENIED IT. ",
        "at least ",
        "dozens of ",
        "12 soldiers ",
        "12 killed ",
        "killed ",
        "12 people were killed and ",
        "20 to ",
        "Monday ",
        "Monday, ",
        "May 5, ",
        "last ",
        "days ",
        "two days ago ",
        "2016-04-07 ",
        "a-",
        "a-\n",
        "a'",
        "a’s ",
        "Word ",
        "WORD ",
        "İ",
        "日",
        "\u{301}",
        "x",
        "“He said,” he said, “he said.” ",
        "A said B said ",
        "\"A,\" said B. ",
        "The talks failed on Monday, the mayor of the town said.\n\n",
    ];
    let times = |piece: &str| piece.repeat(length / piece.len() + 1);
    let mut texts: Vec<_> = pieces
        .iter()
        .map(|piece| (format!("{piece:?} again and again"), times(piece)))
        .collect();
    texts.push((
        "a long quotation without its end".to_owned(),
        format!("“{} he said.", times("we won ")),
    ));
    texts.push((
        "cues first, marks behind".to_owned(),
        times("he said ") + &times("“"),
    ));
    texts.push((
        "names first, pronouns behind".to_owned(),
        times("Ana Ruiz said it. ") + &times("He said it. "),
    ));
    texts.push((
        "figures first, cues behind".to_owned(),
        times("12 soldiers were killed. ") + &times("he said "),
    ));
    texts
}

/// A name that no dictionary has, another for each number.
pub(crate) fn made_up_name(number: usize) -> String {
    const SYLLABLES: [&str; 10] = ["ba", "do", "ri", "ma", "ne", "lu", "so", "ti", "ka", "ve"];
    let digits = (number + 10).to_string();
    let places = digits.bytes().map(|digit| usize::from(digit - b'0'));
    let name: String = places.map(|place| SYLLABLES[place]).collect();
    let (first, rest) = name.split_at(1);
    first.to_uppercase() + rest
}

/// Every sentence names somebody else.
pub(crate) fn crowded(length: usize) -> Vec<(String, String)> {
    let sentences = [
        "# Ruiz said it rained. ",
        "# Ruiz said it rained. Ruiz said no. ",
        "Ana # said it rained. Ana said no. ",
        "Ana # said it rained. She said no. The mayor said yes. ",
        "Mayor Ana # said it rained. The mayor said no.\n\n",
        "Ana #, the mayor of Lima, said it rained. ",
        "Ana # and Juan # said it rained. They said no. ",
        "The # Ministry said it rained. It said no. The ministry said so. ",
        "The # Workers Union (XWU) said it rained. XWU said no. ",
        "# accused Ana Ruiz of lying. She denied it. ",
        "# Ruiz, ",
        "Ana # and ",
    ];
    let filled = |sentence: &str| {
        let mut text = String::with_capacity(length + 100);
        for number in 0.. {
            text += &sentence.replace('#', &made_up_name(number));
            if text.len() >= length {
                break;
            }
        }
        text
    };
    let texts = sentences.iter();
    texts
        .map(|sentence| (format!("{sentence:?} with other names"), filled(sentence)))
        .collect()
}

/// Two words of different classes, again and again.
pub(crate) fn paired(length: usize) -> Vec<(String, String)> {
    let words = [
        "the", "his", "he", "who", "that", "of", "to", "and", "not", "was", "said", "denied",
        "claims", "killed", "12", "two", "million", "Monday", "May", "days", "ago", "Ana", "Ruiz",
        "Norway", "mayor", "ministry", "soldiers", ",", "\"", "“", "-", "(",
    ];
    let pairs = words
        .iter()
        .flat_map(|first| words.iter().map(move |second| format!("{first} {second} ")));
    pairs
        .map(|pair| {
            (
                format!("{pair:?} again and again"),
                pair.repeat(length / pair.len() + 1),
            )
        })
        .collect()
}

/// One text for each way of being difficult that readers of news pages have met or could think of.
pub(crate) fn listed(length: usize) -> Vec<(String, String)> {
    let pieces = [
        ("apostrophes", "'"),
        ("openers", "“"),
        ("digits", "7"),
        ("one verb of speech", "said "),
        ("he said that he said that", "he said that "),
        (
            "one endless sentence",
            "and the mayor who said that the road was shut said ",
        ),
        ("commas", ","),
        ("hyphens", "-"),
        ("hyphenated words", "well-"),
        ("capitals", "WORD "),
        ("NULs", "\0"),
        ("combining marks", "a\u{301}\u{302}\u{303} "),
        ("nothing but combining marks", "\u{301}"),
        ("right-to-left marks", "word\u{200f} \u{202e}word\u{202c} "),
        ("mixed newlines", "a\r\nb\rc\n\u{2028}d\u{85}\n\r"),
        ("date lists", "May 5, June 6, 2016, Monday, 7 July, "),
        ("pronouns", "he she they it him her them "),
        (
            "ministries",
            "the Ministry of Roads and the Ministry of Ports and ",
        ),
        ("one surname a thousand times", "Ruiz said. "),
        (
            "zero-width characters",
            "wo\u{200b}rd\u{200d} s\u{feff}aid ",
        ),
        ("soft hyphens", "min\u{ad}is\u{ad}ter sa\u{ad}id "),
    ];
    let mut texts: Vec<(String, String)> = pieces
        .iter()
        .map(|(name, piece)| ((*name).to_owned(), piece.repeat(length / piece.len() + 1)))
        .collect();
    let half = length / 2;
    let numbered = |filled: fn(usize) -> String| {
        let mut text = String::with_capacity(length + 100);
        for number in 0.. {
            text += &filled(number);
            if text.len() >= length {
                break;
            }
        }
        text
    };
    texts.push((
        "nested brackets".to_owned(),
        "(".repeat(half) + &")".repeat(half),
    ));
    texts.push((
        "nested quotations".to_owned(),
        "“he said ".repeat(half / 9) + &"” ".repeat(half / 9),
    ));
    texts.push((
        "a hundred thousand names".to_owned(),
        numbered(|number| format!("Ana {} ", made_up_name(number))),
    ));
    texts.push((
        "and-chains".to_owned(),
        numbered(|number| format!("{} and ", made_up_name(number))),
    ));
    texts.push((
        "a long line of tolls".to_owned(),
        numbered(|number| format!("{number} people were killed, ")),
    ));
    texts
}
