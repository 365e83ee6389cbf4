//! The commands for publishers and partners, as functions: the binary `strillone` calls them,
//! and so does `cargo xtask` in a checkout.

pub mod inspect;
pub mod print;

mod fetch;
