//! Who and what is named here? Persons and their offices, organizations, places, and those who are hurt.

pub(crate) mod cast;
pub(crate) mod companies;
pub(crate) mod organizations;
pub(crate) mod persons;
pub(crate) mod places;
pub(crate) mod spelling;
pub(crate) mod titles;
pub(crate) mod victims;
