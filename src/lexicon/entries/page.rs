//! Furniture of scraped pages, and the words of transcripts.

use super::{Forms, Line, Meaning, Slot, one_of};
use crate::lexicon::classes::Classes;

/// Where a phrase must stand to make its line furniture, or what else of the page's frame it marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Furniture {
    /// It is the whole line.
    Line,
    /// It is the whole line, and opens a list of titles: "Most read".
    Label,
    /// It is the whole line, and what one presses below a title: "Watch now".
    Button,
    /// The line begins with it.
    Start,
    /// It stands anywhere in the line.
    Anywhere,
    /// It begins a sentence of the paragraph: "Sign up for …".
    Sentence,
    /// It begins a line that is no sentence.
    Heading,
    /// The whole paragraph is furniture, if it begins with it: "Disclaimer:".
    Block,
    /// Below the first paragraph a line that begins with it and is no sentence is another page's title: "Explainer:".
    Link,
    /// It begins a line of few words; below the first paragraph the titles below that are furniture too: "More from".
    Shelf,
    /// It says whose the picture is: "Photo:".
    Credit,
    /// It begins the text below a picture.
    Caption,
    /// It says who wrote the article, or when.
    Byline,
}

/// `Share this article | line`
pub(super) fn furniture(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    forms.headword(line, Slot::Headword, Classes::BOILERPLATE);
    let values = &[
        ("line", Furniture::Line),
        ("label", Furniture::Label),
        ("button", Furniture::Button),
        ("start", Furniture::Start),
        ("anywhere", Furniture::Anywhere),
        ("sentence", Furniture::Sentence),
        ("heading", Furniture::Heading),
        ("block", Furniture::Block),
        ("link", Furniture::Link),
        ("shelf", Furniture::Shelf),
        ("credit", Furniture::Credit),
        ("caption", Furniture::Caption),
        ("byline", Furniture::Byline),
    ];
    Ok(Meaning::Boilerplate(one_of(
        "place",
        line.field(0),
        values,
    )?))
}

/// What a word says of a transcript.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TranscriptWord {
    /// In a label it is whoever asks or presents: "JANE ROE, HOST:", "Interviewer:".
    Reporter,
    /// The label of whoever is asked: "Answer:".
    Answer,
    /// In brackets it was heard and not said: "(LAUGHTER)".
    Sound,
}

/// `anchor | reporter`
pub(super) fn transcript(line: &Line, forms: &mut Forms) -> Result<Meaning, String> {
    forms.headword(line, Slot::Headword, Classes::NONE);
    let words = &[
        ("reporter", TranscriptWord::Reporter),
        ("answer", TranscriptWord::Answer),
        ("sound", TranscriptWord::Sound),
    ];
    Ok(Meaning::Transcript(one_of("word", line.field(0), words)?))
}
