//! What is named here? Cues, sources, numbers, victims, times.

pub(crate) mod cues;
pub(crate) mod noun_phrases;
pub(crate) mod numbers;
pub(crate) mod parts;
pub(crate) mod sources;
pub(crate) mod times;
pub(crate) mod verb_groups;
pub(crate) mod victims;
