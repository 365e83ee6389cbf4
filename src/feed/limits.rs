//! x
/// x
pub const BYTES: usize = 8 << 20;
