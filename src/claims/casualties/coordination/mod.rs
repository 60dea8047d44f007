//! Subjects and objects of outcome words, with what is coordinated with them, and the parts of what was counted.

mod joints;
mod objects;
mod parts;
mod subjects;

pub(crate) use joints::first_of_pair;
pub(super) use objects::{objects, trailing};
pub(super) use parts::subsets;
pub(super) use subjects::subjects;
