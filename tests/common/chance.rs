//! Choices for tests that try what nobody thinks of. They are a list of numbers that `proptest`
//! makes up; when a test fails, it looks for the shortest list of the smallest numbers that still
//! fails, and prints it.
#![allow(dead_code, clippy::panic)]

use proptest::collection::{SizeRange, vec};
use proptest::num::u16;
use proptest::test_runner::{Config, RngAlgorithm, TestError, TestRng, TestRunner};

/// A list of choices that is used up one by one.
pub struct Chance {
    choices: std::vec::IntoIter<u16>,
}

impl Chance {
    /// Whether there are no choices left. From then on every choice is the greatest.
    pub fn is_used_up(&self) -> bool {
        self.choices.len() == 0
    }

    /// A number below `end`, small for a small choice.
    pub fn below(&mut self, end: usize) -> usize {
        let choice = usize::from(self.choices.next().unwrap_or(u16::MAX));
        (choice * end) >> 16
    }

    /// True for one choice in so many, the smallest ones.
    pub fn one_in(&mut self, number: usize) -> bool {
        self.below(number) == 0
    }
}

/// Runs a test with so many lists of choices, the same ones at every run.
pub fn with_choices(cases: u32, count: impl Into<SizeRange>, test: impl Fn(Chance)) {
    let config = Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..Config::default()
    };
    let chance = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, chance);
    let lists = vec(u16::ANY, count);
    let result = runner.run(&lists, |choices| {
        test(Chance {
            choices: choices.into_iter(),
        });
        Ok(())
    });
    match result {
        Ok(()) => {}
        Err(TestError::Fail(reason, choices)) => panic!("{reason}, by the choices {choices:?}"),
        Err(error) => panic!("{error}"),
    }
}
