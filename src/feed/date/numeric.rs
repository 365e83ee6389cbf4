//! Three numbers without a name: which of them is the year, the month, the day?

use super::full_year;
use super::habits::{Habits, Order};
use super::zones::Zone;

/// A number, how many digits it is written with, and what stands before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    pub value: i64,
    pub digits: usize,
    pub separator: u8,
}

/// Three numbers that nothing names.
pub(super) fn numeric(
    [first, second, third]: [Number; 3],
    zone: &Zone,
    habits: &mut Habits,
) -> Option<(i64, i64, i64)> {
    let separator = second.separator;
    if separator != third.separator || !matches!(separator, b'/' | b'.' | b'-') {
        return None;
    }
    if first.digits > 2 {
        return (first.digits == 4).then_some((first.value, second.value, third.value));
    }
    // `24-11-25` may begin with the year, as ISO 8601 once allowed, unless a number says no.
    let may_begin_with_year = separator == b'-' && third.digits == 2 && third.value <= 31;
    if may_begin_with_year && first.value > 31 {
        return Some((full_year(first.value, 2), second.value, third.value));
    }
    let year = full_year(third.value, third.digits);
    let day_first = Some((year, second.value, first.value));
    let month_first = Some((year, first.value, second.value));
    if third.digits < 2 {
        return None;
    }
    // Nobody writes the month first with dots.
    if separator == b'.' {
        return day_first;
    }
    if may_begin_with_year && (1..=31).contains(&third.value) && second.value <= 12 {
        return match habits.order()? {
            Order::DayFirst => day_first,
            Order::MonthFirst => month_first,
        };
    }
    match (first.value > 12, second.value > 12) {
        (true, false) => {
            habits.saw(Order::DayFirst);
            day_first
        }
        (false, true) => {
            habits.saw(Order::MonthFirst);
            month_first
        }
        (true, true) => None,
        (false, false) if first.value == second.value => day_first,
        (false, false) => match habits.order().or_else(|| order_of_zone(zone))? {
            Order::DayFirst => day_first,
            Order::MonthFirst => month_first,
        },
    }
}

/// East of Greenwich only the Philippines, at +08:00, and islands of the Pacific write the
/// month first.
fn order_of_zone(zone: &Zone) -> Option<Order> {
    let minutes = zone.number()?;
    (0 < minutes && minutes < 8 * 60).then_some(Order::DayFirst)
}
