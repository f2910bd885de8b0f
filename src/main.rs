//! The program: arguments in, exit status out.

mod cli;

/// Very many small blocks are taken and left, by all threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
