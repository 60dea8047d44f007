//! Many articles side by side: `tests/cases/ledger.txt`, made-up articles with everything that must come of them, and the
//! ledger of `fixtures/` against the one that was accepted.

use crate::checks;

use checks::fixtures;
use newsclaim::ledger::{Copy, Exchange, Ledger, Mention, Speaker, Toll};
use newsclaim::{Article, Date, Extraction, Extractor};

const TABLE: &str = include_str!("cases/ledger.txt");

/// An article of a case: its day, its text, and whether the ledger gets the text.
struct Written {
    day: Date,
    text: String,
    at_hand: bool,
}

struct Case {
    name: &'static str,
    line: usize,
    articles: Vec<Written>,
    rows: Vec<&'static str>,
}

fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for (number, line) in TABLE.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(name) = line.strip_prefix("== ") {
            cases.push(Case {
                name,
                line: number + 1,
                articles: Vec::new(),
                rows: Vec::new(),
            });
            continue;
        }
        let case = cases.last_mut().expect("a case begins with ==");
        let article = line.strip_prefix(">> ").or(line.strip_prefix("> "));
        match article {
            Some(article) => {
                let (day, text) = article.split_once(' ').expect("a day and a text");
                case.articles.push(Written {
                    day: day.parse().expect("a day"),
                    text: text.replace("\\n", "\n"),
                    at_hand: !line.starts_with(">>"),
                });
            }
            None => case.rows.push(line),
        }
    }
    cases
}

fn refs(mentions: &[Mention]) -> String {
    let refs: Vec<String> = mentions
        .iter()
        .map(|one| format!("[{}:{}]", one.article + 1, one.sentence + 1))
        .collect();
    refs.join(" ")
}

fn number(toll: &Toll) -> String {
    let number = toll.number.clone().unwrap_or_default();
    format!("{number} {}", refs(&toll.mentions))
}

fn names(speakers: &[Speaker]) -> String {
    let names: Vec<&str> = speakers.iter().map(|one| &*one.name).collect();
    names.join(", ")
}

fn toll_row(toll: &Toll) -> String {
    let claimant = toll.claimant.as_ref();
    format!(
        "toll {} | {} | {} | {} | {} | {} | {}",
        toll.side.as_deref().unwrap_or("-"),
        toll.outcome,
        toll.number.as_deref().unwrap_or("-"),
        claimant.map_or("-", |who| &*who.name),
        toll.day.map_or("-".to_owned(), |day| day.to_string()),
        refs(&toll.mentions),
        toll.origins
    )
}

fn copy_row(copy: &Copy) -> String {
    let changes: Vec<String> = copy
        .changes
        .iter()
        .map(|change| format!("{} → {}", change.from, change.to))
        .collect();
    let mut row = format!("copy {} | {}", refs(&copy.sentences), changes.join(", "));
    if copy.quotation {
        row += " | quotation";
    }
    row
}

fn say_row(ledger: &Ledger, exchange: &Exchange) -> String {
    let linked = |label: &str, other: Option<usize>| {
        other.map_or(String::new(), |other| {
            format!(" | {label} {}", refs(&ledger.exchanges[other].mentions))
        })
    };
    let whom = match exchange.each_other {
        true => "each other".to_owned(),
        false => names(&exchange.whom),
    };
    format!(
        "say {} | {} | {whom} | {}{}{}",
        exchange.kind,
        names(&exchange.who),
        refs(&exchange.mentions),
        linked("answers", exchange.answers),
        linked("touches", exchange.touches)
    )
}

/// Everything that came of a case.
fn rows(ledger: &Ledger) -> Vec<String> {
    let mut rows: Vec<String> = ledger.tolls.iter().map(toll_row).collect();
    for pair in &ledger.pairs {
        let (one, other) = ledger.tolls_of(pair).expect("two tolls");
        let reasons: Vec<&str> = pair.reasons.iter().map(|reason| reason.as_str()).collect();
        let (one, other) = (number(one), number(other));
        let relation = pair.relation;
        rows.push(format!(
            "pair {relation} | {one} | {other} | {}",
            reasons.join(" ")
        ));
    }
    for sum in &ledger.sums {
        let terms: Vec<String> = sum
            .terms
            .iter()
            .map(|&term| ledger.tolls[term].count.low.to_string())
            .collect();
        let total = number(&ledger.tolls[sum.total]);
        rows.push(format!("sum {} = {} | {total}", terms.join(" + "), sum.sum));
    }
    rows.extend(ledger.copies.iter().map(copy_row));
    for one in &ledger.lengths {
        let lengths: Vec<String> = one
            .mentions
            .iter()
            .map(|mention| format!("{} {}", mention.text, refs(std::slice::from_ref(mention))))
            .collect();
        rows.push(format!("length {}", lengths.join(" | ")));
    }
    rows.extend(ledger.exchanges.iter().map(|one| say_row(ledger, one)));
    for one in &ledger.withheld {
        let holder = one.holder.as_ref().map_or("-", |holder| &*holder.name);
        rows.push(format!(
            "held {holder} | {} | {}",
            one.topic,
            refs(&one.mentions)
        ));
    }
    let trimmed = rows
        .iter()
        .map(|row| row.trim_end_matches([' ', '|']).to_owned());
    trimmed.collect()
}

#[test]
fn made_up_articles_compare_as_they_should() {
    let extractor = Extractor::default();
    let cases = cases();
    let mut wrong = Vec::new();
    for case in &cases {
        let mut builder = Ledger::builder();
        for one in &case.articles {
            let article = Article::new(&one.text).published(one.day);
            let found = extractor.extract(article);
            builder.add(&found, one.at_hand.then_some(&*one.text));
        }
        let asked = |row: &str| {
            // Tolls and who says what are listed where they are the point.
            let told = |label: &str| case.rows.iter().any(|row| row.starts_with(label));
            let shown = |label: &str| !row.starts_with(label) || told(label);
            shown("toll ") && shown("say ")
        };
        let found: Vec<String> = rows(&builder.finish());
        let mut found: Vec<&str> = found
            .iter()
            .map(|row| &**row)
            .filter(|row| asked(row))
            .collect();
        let mut wanted = case.rows.clone();
        wanted.retain(|row| *row != "toll none");
        found.sort_unstable();
        wanted.sort_unstable();
        if found != wanted {
            let (name, line) = (case.name, case.line);
            wrong.push(format!(
                "ledger.txt:{line}: {name}\n  wanted\n    {}\n  found\n    {}",
                wanted.join("\n    "),
                found.join("\n    ")
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(cases.len() > 30, "only {} cases", cases.len());
}

/// The articles of `fixtures/`, with their texts.
fn ledger_of_fixtures() -> Ledger {
    let extractor = Extractor::default();
    let mut builder = Ledger::builder();
    for one in fixtures() {
        let mut article = Article::new(&one.text).id(&*one.name);
        if let Some(day) = one.published {
            article = article.published(day);
        }
        builder.add(&extractor.extract(article), Some(&one.text));
    }
    builder.finish()
}

#[test]
fn the_articles_side_by_side_read_as_accepted() {
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("ledger__fixtures", newsclaim::render::ledger(&ledger_of_fixtures()));
    });
}

#[test]
fn every_line_of_the_view_fits() {
    let view = newsclaim::render::ledger(&ledger_of_fixtures());
    for line in view.lines() {
        assert_eq!(line, line.trim_end());
        assert!(line.chars().count() <= 100, "a long line: {line}");
    }
}

/// What was written and read back is compared as it was before.
#[test]
fn json_that_was_read_back_compares_the_same() {
    let articles = fixtures();
    let found: Vec<Extraction<'_>> = articles.iter().map(|one| one.extract()).collect();
    let json = serde_json::to_string(&found).expect("it can be written");
    let back: Vec<Extraction<'_>> = serde_json::from_str(&json).expect("it can be read");
    let ledger = Ledger::of(&found);
    assert_eq!(ledger, Ledger::of(&back));
    assert!(!ledger.pairs.is_empty() && !ledger.sums.is_empty());
    let written = serde_json::to_value(&ledger).expect("a ledger can be written");
    assert_eq!(written["pairs"][0]["relation"], "same");
    assert_eq!(written["articles"][0]["text"], false);
}

/// Every mention of an article whose text is at hand stands where it says.
#[test]
fn mentions_stand_where_they_say() {
    let ledger = ledger_of_fixtures();
    let texts: Vec<String> = fixtures().into_iter().map(|one| one.text).collect();
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let figures = ledger.tolls.iter().flat_map(|toll| &toll.mentions);
    let sentences = ledger.copies.iter().flat_map(|copy| &copy.sentences);
    let mut seen = 0;
    for mention in figures.chain(sentences) {
        let words = mention.span.of(&texts[mention.article]);
        assert_eq!(squeezed(words), squeezed(&mention.text));
        seen += 1;
    }
    assert!(seen > 20, "only {seen} mentions");
}

/// Made-up articles in any number: the same ones every time.
#[cfg(unix)]
mod many {
    use super::{Article, Date, Extractor, Ledger};
    use crate::growth::worked;
    use std::time::Duration;

    const STATES: [&str; 8] = [
        "Norway", "Chile", "Peru", "Ghana", "Nepal", "Latvia", "Kenya", "Fiji",
    ];
    const TOWNS: [&str; 6] = ["Hale", "Brenn", "Osk", "Marl", "Tilde", "Corvo"];
    const THINGS: [&str; 8] = [
        "the old bridge",
        "the grain port",
        "the northern road",
        "the rail yard",
        "the power station",
        "the border post",
        "the river crossing",
        "the water works",
    ];
    const DOING: [&str; 6] = [
        "would be rebuilt before the first snow falls in the valley",
        "had been closed to all traffic since the weekend",
        "was under the control of the regional guard",
        "should be handed over to a neutral commission",
        "had come under fire from two directions at once",
        "could not be reached by any of the rescue teams",
    ];

    /// Knuth's MMIX generator.
    struct Dice(u64);

    impl Dice {
        fn throw(&mut self, sides: usize) -> usize {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            ((self.0 >> 33) as usize) % sides
        }

        fn one_of<'a>(&mut self, list: &[&'a str]) -> &'a str {
            list[self.throw(list.len())]
        }
    }

    fn sentence(dice: &mut Dice) -> String {
        let (one, other) = (dice.one_of(&STATES), dice.one_of(&STATES));
        let (town, thing, doing) = (
            dice.one_of(&TOWNS),
            dice.one_of(&THINGS),
            dice.one_of(&DOING),
        );
        let number = 10 + dice.throw(500);
        let day = 1 + dice.throw(28);
        match dice.throw(7) {
            0 => format!(
                "{one}'s army said {number} of its troops have been killed since May {day}."
            ),
            1 => format!(
                "{one} accused {other} of shelling {thing} near {town}, killing {number} civilians."
            ),
            2 => format!("{other}'s Defense Ministry denied that."),
            3 => format!(
                "Officials in {town} said {thing} {doing}, and that nobody in the {number} houses along it was safe."
            ),
            4 => format!(
                "\"Nobody in {town} believes that {thing} {doing},\" said Ana Ruiz, mayor of {town}, on Monday."
            ),
            5 => format!(
                "At least {number} people were wounded near {thing} in {town}, according to the government of {one}."
            ),
            _ => format!(
                "The talks between {one} and {other} on {thing} lasted {} hours of {town}'s longest night, and {thing} {doing}.",
                2 + dice.throw(20)
            ),
        }
    }

    fn article(dice: &mut Dice, wire: &[String]) -> String {
        let mut paragraphs = vec![format!(
            "Fighting goes on near {} as talks stall",
            dice.one_of(&TOWNS)
        )];
        for _ in 0..10 {
            let taken: Vec<String> = (0..3)
                .map(|_| match dice.throw(4) {
                    // A quarter is copied, and half of that spun.
                    0 => {
                        let copy = &wire[dice.throw(wire.len())];
                        match dice.throw(2) {
                            0 => copy.replace("near", "close to").replace("said", "stated"),
                            _ => copy.clone(),
                        }
                    }
                    _ => sentence(dice),
                })
                .collect();
            paragraphs.push(taken.join(" "));
        }
        paragraphs.join("\n\n")
    }

    /// `cargo test --release --all-features --test suite ledger:: -- --ignored --nocapture`; `ARTICLES=1000` before it for fewer.
    #[test]
    #[ignore = "takes half a minute, and means something in a release build only"]
    #[expect(clippy::print_stdout, reason = "the times are what it is run for")]
    fn ten_thousand_articles_take_less_than_a_minute() {
        let articles = std::env::var("ARTICLES").map(|number| number.parse());
        let number_of_articles: usize = articles.map_or(10_000, |number| number.expect("a number"));
        let mut dice = Dice(7);
        let wire: Vec<String> = (0..500).map(|_| sentence(&mut dice)).collect();
        let articles: Vec<(String, Date)> = (0..number_of_articles)
            .map(|number| {
                let first = Date::new(2019, 4, 1).expect("a day");
                let day = first.add_days((number / 100) as i64).expect("a day");
                (article(&mut dice, &wire), day)
            })
            .collect();
        let bytes: usize = articles.iter().map(|(text, _)| text.len()).sum();
        let extractor = Extractor::default();
        let begun = worked();
        let mut builder = Ledger::builder();
        let mut adding = Duration::ZERO;
        for (text, day) in &articles {
            let found = extractor.extract(Article::new(text).published(*day));
            let before = worked();
            builder.add(&found, Some(text));
            adding += worked() - before;
        }
        let before = worked();
        let ledger = builder.finish();
        let finishing = worked() - before;
        let all = worked() - begun;
        let view = newsclaim::render::ledger(&ledger);
        println!(
            "{number_of_articles} articles of {} bytes: {all:.1?} in all on one core, of it {adding:.1?} reading and {finishing:.1?} comparing; \
             {} copies, {} tolls, {} pairs, {} sums, {} exchanges; a view of {} bytes",
            bytes / number_of_articles,
            ledger.copies.len(),
            ledger.tolls.len(),
            ledger.pairs.len(),
            ledger.sums.len(),
            ledger.exchanges.len(),
            view.len()
        );
        assert!(ledger.copies.len() >= number_of_articles / 100);
        assert!(all < Duration::from_secs(60), "{all:?}");
    }
}
