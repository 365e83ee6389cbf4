//! Numbers that stand for texts, and what is found by them.

/// A fingerprint in the making ([FNV-1a], 64 bits). Whoever wants two texts with one fingerprint
/// can make them: what is found by it is worth no more than what the feed says of itself.
///
/// [FNV-1a]: https://www.rfc-editor.org/rfc/rfc9923
pub struct Fingerprint(u64);

impl Default for Fingerprint {
    fn default() -> Fingerprint {
        Fingerprint(0xcbf2_9ce4_8422_2325)
    }
}

impl Fingerprint {
    /// That of a text.
    pub fn of(text: &str) -> u64 {
        let mut print = Fingerprint::default();
        print.take(text.as_bytes());
        print.finish()
    }

    /// Takes in some bytes, and that they end here.
    pub fn take(&mut self, bytes: &[u8]) {
        // No byte of a text in UTF-8 is 255.
        for byte in bytes.iter().chain(&[u8::MAX]) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// The number.
    pub fn finish(self) -> u64 {
        self.0
    }
}

/// Indices found by fingerprints: a hash table that never grows. The standard one weighs more.
pub struct Lookup(Vec<[u64; 2]>);

impl Lookup {
    /// An empty table with room for so many.
    pub fn with_room_for(count: usize) -> Lookup {
        Lookup(vec![[0, 0]; (2 * count).next_power_of_two()])
    }

    /// The index that was put in with this fingerprint first.
    pub fn find(&self, print: u64) -> Option<usize> {
        let [_, number] = self.0.get(self.slot(print))?;
        usize::try_from(number.checked_sub(1)?).ok()
    }

    /// Puts in an index, unless there is one with this fingerprint: then that is returned.
    pub fn insert(&mut self, print: u64, index: usize) -> Option<usize> {
        let known = self.find(print);
        let slot = self.slot(print);
        if let (None, Some(empty)) = (known, self.0.get_mut(slot)) {
            // Where there is nothing, the number is 0.
            *empty = [print, index as u64 + 1];
        }
        known
    }

    /// Where a fingerprint is, or would be. Half of the table is always empty.
    fn slot(&self, print: u64) -> usize {
        let last = self.0.len() - 1;
        // The upper half of a fingerprint is as good as the lower one.
        let mut slot = (print ^ (print >> 32)) as usize & last;
        while let Some([known, number]) = self.0.get(slot)
            && *number > 0
            && *known != print
        {
            slot = (slot + 1) & last;
        }
        slot
    }
}
