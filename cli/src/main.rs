//! `strillone COMMAND`: what publishers and partners need at a terminal.

use std::{env, process::ExitCode};

fn main() -> ExitCode {
    match strillone_cli::run(env::args_os()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => match error.downcast_ref::<clap::Error>() {
            Some(usage) => usage.exit(),
            // The causes are enough: a backtrace would say where in here, which nobody asked.
            None => {
                eprintln!("error: {error:#}");
                ExitCode::FAILURE
            }
        },
    }
}
