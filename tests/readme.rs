//! What the README shows is what comes out.

use crate::checks;

/// The view under `extract fixtures/…`: every line of it is a line of the article's view, in that order; `[…]` stands for
/// lines left out.
#[test]
fn the_readme_shows_the_view_as_it_is() {
    let readme = include_str!("../README.md");
    let mut shown = 0;
    for block in readme.split("```console\n").skip(1) {
        let (command, rest) = block.split_once('\n').expect("a command");
        let Some((_, name)) = command.split_once("extract fixtures/") else {
            continue;
        };
        let name = name.trim_end_matches(".txt");
        let article = checks::fixtures();
        let article = article.iter().find(|article| article.name == name);
        let article = article.unwrap_or_else(|| panic!("fixtures/{name}.txt is gone"));
        let view = article.view();
        let mut lines = view.lines();
        let (printed, _) = rest.split_once("```").expect("an end");
        for line in printed.lines().filter(|line| *line != "[…]") {
            shown += 1;
            let stands = lines.any(|of_view| of_view == line);
            assert!(
                stands,
                "README.md shows what no longer comes out, or not in this order: {line:?}\n\
                 TO DO: copy it again from what this prints: {}",
                command.trim_start_matches("$ ")
            );
        }
    }
    assert!(shown > 10, "README.md shows only {shown} lines of a view");
}

/// `src/rules.md` is the page of [`newsclaim::rules`]: a table of all of them.
#[test]
fn the_list_of_rules_is_the_table() {
    let mut page = String::from("| rule | finds something in | and nothing in |\n|---|---|---|\n");
    for rule in newsclaim::rules() {
        let shown = |text: &str| text.replace('\n', " ⏎ ").replace('|', "\\|");
        page += &format!(
            "| `{}` | {} | {} |\n",
            rule.name,
            shown(rule.example),
            shown(rule.counterexample)
        );
    }
    let path = checks::root().join("src/rules.md");
    if std::env::var_os("NEWSCLAIM_WRITE").is_some() {
        std::fs::write(&path, &page).expect("src/ can be written");
    }
    let accepted = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        accepted, page,
        "src/rules.md is not the table of rules\nTO DO: NEWSCLAIM_WRITE=1 cargo test --all-features --test suite readme::"
    );
}
