//! What all rounds have measured, and its tables.

use crate::{
    condition::CONDITIONS,
    contender::Contender,
    load::Load,
    statistics::{Summary, summary},
    table::{Figure, cell, table},
};

/// What a load is judged by.
pub const FIGURES: [Figure<Load>; 9] = [
    Figure {
        name: "first headline, ms",
        of: |it| Some(it.first),
        decimals: 0,
    },
    Figure {
        name: "all headlines, ms",
        of: |it| Some(it.all),
        decimals: 0,
    },
    Figure {
        name: "usable, ms",
        of: |it| it.usable,
        decimals: 0,
    },
    Figure {
        name: "main thread, ms",
        of: |it| Some(it.busy),
        decimals: 0,
    },
    Figure {
        name: "longest task, ms",
        of: |it| Some(it.longest_task),
        decimals: 0,
    },
    Figure {
        name: "layout shift",
        of: |it| Some(it.layout_shift),
        decimals: 3,
    },
    Figure {
        name: "requests",
        of: |it| Some(it.requests),
        decimals: 0,
    },
    Figure {
        name: "KB",
        of: |it| Some(it.bytes / 1024.0),
        decimals: 1,
    },
    Figure {
        name: "memory, MB",
        of: |it| Some(it.memory / 1_048_576.0),
        decimals: 1,
    },
];

/// The rounds: in each, every contender under every condition. The first contender is the floor.
pub struct Results {
    contenders: Vec<Contender>,
    /// By round, condition and contender.
    rounds: Vec<Vec<Vec<Load>>>,
}

impl Results {
    /// None yet.
    pub fn of(contenders: Vec<Contender>) -> Self {
        Self {
            contenders,
            rounds: Vec::new(),
        }
    }

    /// Adds a round.
    pub fn push(&mut self, round: Vec<Vec<Load>>) {
        self.rounds.push(round);
    }

    /// How many rounds there were.
    pub fn rounds(&self) -> usize {
        self.rounds.len()
    }

    /// What was compared, as a list.
    pub fn contenders(&self) -> String {
        let lines = self.contenders.iter();
        lines
            .map(|Contender { name, about, .. }| format!("* **{name}**: {about}\n"))
            .collect()
    }

    /// A table of Markdown for each condition.
    pub fn tables(&self) -> String {
        let conditions = CONDITIONS.iter().enumerate();
        conditions
            .map(|(number, condition)| {
                format!("### {}\n\n{}\n", condition.name, self.table(number))
            })
            .collect()
    }

    fn table(&self, condition: usize) -> String {
        let rows = self.contenders.iter().enumerate();
        let rows = rows.map(|(number, contender)| {
            let ratio = cell(self.ratio(condition, number), 2);
            let name = format!("{} | **{ratio}**", contender.name);
            (name, self.loads(condition, number).collect())
        });
        table("| | of the floor |", &FIGURES, rows)
    }

    /// The first headline as a ratio to the floor's, each to that of the same round: what else
    /// the machine does slows both.
    fn ratio(&self, condition: usize, contender: usize) -> Option<Summary> {
        let floors = self.loads(condition, 0);
        let ratios = self.loads(condition, contender).zip(floors);
        summary(ratios.map(|(load, floor)| load.first / floor.first))
    }

    fn loads(&self, condition: usize, contender: usize) -> impl Iterator<Item = &Load> {
        self.rounds
            .iter()
            .filter_map(move |round| round.get(condition)?.get(contender))
    }
}
