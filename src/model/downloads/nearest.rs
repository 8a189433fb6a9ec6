//! Combinations near one that does not exist.

use super::{Choice, Column};
use crate::model::sorted::sorted_by;

/// How many are offered.
const OFFERED: usize = 3;

/// What counts most, so that it is given up last; two together count more than any one.
fn weight(column: Column) -> u32 {
    match column {
        Column::Version => 50,
        Column::Language => 40,
        Column::Bit => 30,
    }
}

/// Existing combinations that keep as much of the choice as can be kept: at most one for each set
/// of columns that has to give way, with the nearest other language (`fr-CA` for `fr-FR`, then
/// English).
pub(super) fn nearest(rows: &[Choice], held: &Choice) -> Vec<Choice> {
    let scored = rows.iter().map(|row| {
        let kept = Column::ALL.into_iter().filter(|column| {
            held.get(*column)
                .is_some_and(|value| row.get(*column) == Some(value))
        });
        let kept: u32 = kept.map(weight).sum();
        let score = kept + akin(row.get(Column::Language), held.get(Column::Language));
        (kept, score, row)
    });
    // The server's order decides between equals.
    let scored = sorted_by(scored, &|(_, left, _), (_, right, _)| right.cmp(left));
    let mut found: Vec<(u32, Choice)> = Vec::new();
    for (kept, _, row) in scored {
        if found.len() == OFFERED || kept == 0 && !found.is_empty() {
            break;
        }
        if found.iter().all(|(other, _)| *other != kept) {
            found.push((kept, row.clone()));
        }
    }
    found.into_iter().map(|(_, row)| row).collect()
}

fn akin(own: Option<&str>, wanted: Option<&str>) -> u32 {
    fn primary(tag: &str) -> &str {
        tag.split('-').next().unwrap_or(tag)
    }
    let (Some(own), Some(wanted)) = (own, wanted) else {
        return 0;
    };
    if own == wanted {
        0
    } else if primary(own) == primary(wanted) {
        2
    } else if primary(own) == "en" {
        1
    } else {
        0
    }
}
