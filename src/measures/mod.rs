//! How much and when, before any grammar: numbers and times, found once.

pub(crate) mod numbers;
pub(crate) mod times;
