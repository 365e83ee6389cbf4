//! What all rounds have measured, and its tables.

use crate::{
    condition::CONDITIONS,
    contender::Contender,
    load::Load,
    statistics::{Summary, summary},
};

/// A column of a table.
struct Figure {
    name: &'static str,
    of: fn(&Load) -> Option<f64>,
    decimals: usize,
}

const FIGURES: [Figure; 9] = [
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
        let mut table = "| | of the floor |".to_owned();
        for figure in &FIGURES {
            table += &format!(" {} |", figure.name);
        }
        table += "\n|---|---|";
        table += &"---|".repeat(FIGURES.len());
        table.push('\n');
        for (number, contender) in self.contenders.iter().enumerate() {
            let ratio = cell(self.ratio(condition, number), 2);
            table += &format!("| {} | **{ratio}** |", contender.name);
            for figure in &FIGURES {
                let loads = self.loads(condition, number);
                let figures = loads.filter_map(figure.of);
                table += &format!(" {} |", cell(summary(figures), figure.decimals));
            }
            table.push('\n');
        }
        table
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

/// The median, and the spread where there is one.
fn cell(summary: Option<Summary>, decimals: usize) -> String {
    let Some(Summary {
        median,
        lowest,
        highest,
    }) = summary
    else {
        return "–".to_owned();
    };
    let write = |figure: f64| format!("{figure:.decimals$}");
    let (median, lowest, highest) = (write(median), write(lowest), write(highest));
    if lowest == highest {
        median
    } else {
        format!("{median} ({lowest}–{highest})")
    }
}
