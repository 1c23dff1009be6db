//! Cantina's program: everything is in the library.

fn main() -> std::process::ExitCode {
    cantina::cli::run()
}
