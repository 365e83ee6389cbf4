//! Functions of like code side by side: what compresses a file looks behind for what it has seen,
//! and finds it cheaper the nearer it is.

use std::collections::{BTreeSet, HashMap};

/// How many bytes in a row make a piece of code that two functions may share.
const PIECE: usize = 6;

/// A piece in more functions than these says nothing of what is alike.
const COMMON: usize = 200;

/// The least share of a function's pieces that makes it like the one before.
const LEAST_SHARE: f64 = 0.02;

/// The functions' numbers, each followed by the one whose code is known best from it. Where none
/// is like it, the shortest of those with the same parameters comes next.
pub fn by_likeness(bodies: &[&[u8]], types: &[u32]) -> Vec<usize> {
    let mut holders: HashMap<&[u8], Vec<usize>> = HashMap::new();
    let pieces: Vec<BTreeSet<&[u8]>> = bodies
        .iter()
        .map(|body| body.windows(PIECE).collect())
        .collect();
    for (function, pieces) in pieces.iter().enumerate() {
        for piece in pieces {
            holders.entry(piece).or_default().push(function);
        }
    }
    holders.retain(|_, functions| functions.len() <= COMMON);

    let mut left: BTreeSet<(u32, usize, usize)> = (0..bodies.len())
        .map(|function| (types[function], bodies[function].len(), function))
        .collect();
    let mut order: Vec<usize> = Vec::new();
    let mut next = left.first().copied();
    while let Some(current) = next {
        left.remove(&current);
        order.push(current.2);
        let mut shared: HashMap<usize, u32> = HashMap::new();
        for piece in &pieces[current.2] {
            for function in holders.get(piece).into_iter().flatten() {
                *shared.entry(*function).or_default() += 1;
            }
        }
        next = shared
            .into_iter()
            .map(|(function, count)| ((types[function], bodies[function].len(), function), count))
            .filter(|(key, _)| left.contains(key))
            .map(|(key, count)| (f64::from(count) / key.1 as f64, key))
            .filter(|(share, _)| *share > LEAST_SHARE)
            .max_by(|(one, one_key), (other, other_key)| {
                one.total_cmp(other).then(other_key.cmp(one_key))
            })
            .map(|(_, key)| key)
            .or_else(|| left.first().copied());
    }
    order
}

#[cfg(test)]
mod tests {
    use super::by_likeness;

    #[test]
    fn functions_of_like_code_follow_each_other() {
        let bodies: [&[u8]; 4] = [
            b"read a title and a link",
            b"0123456789",
            b"read a title and a date, and a summary",
            b"0123456789ab",
        ];
        assert_eq!(by_likeness(&bodies, &[0; 4]), [1, 3, 0, 2]);
    }

    #[test]
    fn where_none_is_alike_those_of_the_same_parameters_follow_by_length() {
        let bodies: [&[u8]; 4] = [b"long, long", b"other", b"short", b"ever"];
        assert_eq!(by_likeness(&bodies, &[0, 1, 0, 1]), [2, 0, 3, 1]);
    }
}
