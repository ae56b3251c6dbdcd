//! The command line; all of it is in `article_annotator::cli`.

fn main() -> std::process::ExitCode {
    article_annotator::cli::main()
}
