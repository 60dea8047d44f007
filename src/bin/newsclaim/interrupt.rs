//! Ctrl-C, and what schedulers send (`SIGTERM`, `SIGHUP`): the first ends the batch behind an article, so that the output is
//! whole lines; the second ends everything at once.

use std::sync::atomic::{AtomicBool, Ordering};

/// What shells report of a program that was ended by Ctrl-C.
pub(crate) const STATUS: u8 = 130;

static ASKED: AtomicBool = AtomicBool::new(false);

/// Listens from now on. Where somebody already does, or told us not to (`nohup`), signals do what they did before.
pub(crate) fn listen() {
    let _ = ctrlc::try_set_handler(|| {
        if ASKED.swap(true, Ordering::Relaxed) {
            std::process::exit(i32::from(STATUS));
        }
    });
}

/// Whether the batch shall end.
pub(crate) fn asked() -> bool {
    ASKED.load(Ordering::Relaxed)
}
