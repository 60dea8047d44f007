//! What the playground's script calls: it asks for room, writes an article there, and reads a page.
//!
//! No code here is unsafe: the script's side of the memory is the script's own affair, and what it writes is taken as bytes.

use std::sync::{Mutex, MutexGuard, PoisonError};

use newsclaim::{Article, Date, Extractor};

static ARTICLE: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static PAGE: Mutex<String> = Mutex::new(String::new());

/// There is one thread; a panic ends the program.
fn held<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes room for an article of so many bytes of UTF-8; gives its address.
#[unsafe(no_mangle)]
pub extern "C" fn room(bytes: usize) -> *mut u8 {
    let mut article = held(&ARTICLE);
    article.clear();
    article.resize(bytes, 0);
    article.as_mut_ptr()
}

/// Makes the page on the article that was written there; gives its length. A day that there is not is none.
#[unsafe(no_mangle)]
pub extern "C" fn read(year: i32, month: i32, day: i32) -> usize {
    let article = held(&ARTICLE);
    let text = String::from_utf8_lossy(&article);
    let mut input = Article::new(&text);
    if let Some(day) = published(year, month, day) {
        input = input.published(day);
    }
    let found = Extractor::default().extract(input);
    let mut page = held(&PAGE);
    *page = newsclaim::render::html(&[(&text, &found)]);
    page.len()
}

/// The address of the page.
#[unsafe(no_mangle)]
pub extern "C" fn page() -> *const u8 {
    held(&PAGE).as_ptr()
}

fn published(year: i32, month: i32, day: i32) -> Option<Date> {
    let (year, month, day) = (
        year.try_into().ok()?,
        month.try_into().ok()?,
        day.try_into().ok()?,
    );
    Date::new(year, month, day).ok()
}
