//! The page.

fn main() {
    article_annotator::ui::run();
}
