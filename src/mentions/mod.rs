//! What is named here? Cues, sources, numbers, victims, times.

pub(crate) mod cues;
pub(crate) mod numbers;
pub(crate) mod sources;
pub(crate) mod times;
pub(crate) mod victims;
