//! The analysis worker.

fn main() {
    article_annotator::web::run_worker();
}
