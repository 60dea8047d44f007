//! What is said of what? Attribution, kinds, names, casualties, calendar, links and status.

pub(crate) mod attribution;
pub(crate) mod calendar;
pub(crate) mod casualties;
pub(crate) mod draft;
pub(crate) mod kinds;
pub(crate) mod links;
pub(crate) mod names;
pub(crate) mod relays;
pub(crate) mod status;
pub(crate) mod targets;
pub(crate) mod undisclosed;
