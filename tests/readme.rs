//! What the README shows is what comes out.

mod checks;

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
        let view = newsclaim::render::text(&article.text, &article.extract());
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
