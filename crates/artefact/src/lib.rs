//! The crate `strillone` as the one WebAssembly file that is shipped.

use strillone as _;
