//! What is named here? Cues, sources, persons, bodies, numbers, victims, times.

pub(crate) mod bodies;
pub(crate) mod cast;
pub(crate) mod cues;
pub(crate) mod distance;
pub(crate) mod noun_phrases;
pub(crate) mod numbers;
pub(crate) mod parts;
pub(crate) mod people;
pub(crate) mod places;
pub(crate) mod polarity;
pub(crate) mod sources;
pub(crate) mod spelling;
pub(crate) mod times;
pub(crate) mod titles;
pub(crate) mod verb_groups;
pub(crate) mod victims;
