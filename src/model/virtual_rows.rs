//! Which rows of a long list are worth having in the document.
//!
//! All rows have one height, so that the place of each follows from its index. What is drawn is
//! what can be seen, half as much above and below it, and the row that holds the focus with its
//! neighbours, wherever it is: so the focus is never lost, and Tab goes on from where it was.

use std::ops::Range;

/// How many rows come and go at a time.
const STEP: usize = 4;

/// How many rows are drawn above and below the view at least.
const LEAST_AROUND: usize = 8;

/// What is seen of a list, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// How far the upper edge of the view is below the first row; negative while that row is
    /// still below the edge.
    pub top: f64,
    /// The height of the view.
    pub height: f64,
    /// The height of a row.
    pub row: f64,
}

/// The rows to draw: two runs of them and what is left out before, between and after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// The first run; empty only when nothing is drawn at all.
    pub first: Range<usize>,
    /// The second run, apart from the first; empty where one run is enough.
    pub second: Range<usize>,
    /// How many rows the list has.
    pub total: usize,
}

impl Drawn {
    /// How many rows are left out before, between and after the runs.
    pub fn gaps(&self) -> [usize; 3] {
        let second = if self.second.is_empty() {
            self.first.end..self.first.end
        } else {
            self.second.clone()
        };
        [
            self.first.start,
            second.start - self.first.end,
            self.total - second.end,
        ]
    }

    /// Whether a row is among those drawn.
    pub fn contains(&self, row: usize) -> bool {
        self.first.contains(&row) || self.second.contains(&row)
    }

    /// The indices drawn, in order.
    pub fn rows(&self) -> impl Iterator<Item = usize> + use<> {
        self.first.clone().chain(self.second.clone())
    }
}

/// Chooses the rows to draw of `total`, when `focused` holds the focus.
///
/// Half as many rows as the view shows are drawn above and below it, so that a flick of the wheel
/// finds them there. What is drawn changes by several rows at a time: in most frames of a scroll
/// the document stays as it is.
pub fn draw(total: usize, view: View, focused: Option<usize>) -> Drawn {
    let seen = seen(total, view);
    let around = (seen.len() / 2).max(LEAST_AROUND);
    let start = seen.start.saturating_sub(around) / STEP * STEP;
    let end = (seen.end + around).next_multiple_of(STEP).min(total);
    let near = start..end;
    let Some(focused) = focused.filter(|row| *row < total) else {
        return Drawn {
            first: near,
            second: 0..0,
            total,
        };
    };
    let kept = focused.saturating_sub(1)..(focused + 2).min(total);
    let (first, second) = if kept.start <= near.start {
        (kept, near)
    } else {
        (near, kept)
    };
    if second.start <= first.end {
        let end = first.end.max(second.end);
        return Drawn {
            first: first.start..end,
            second: 0..0,
            total,
        };
    }
    Drawn {
        first,
        second,
        total,
    }
}

/// The rows that the view shows, wholly or in part.
pub fn seen(total: usize, view: View) -> Range<usize> {
    if view.row.is_nan() || view.row <= 0.0 {
        return 0..0;
    }
    // Casting saturates: a negative place is 0, not a number is 0.
    let start = (view.top / view.row).floor() as usize;
    let end = ((view.top + view.height) / view.row).ceil() as usize;
    let end = end.min(total);
    start.min(end)..end
}

/// Whether the next page should be asked for: fewer than this many rows are left below the view.
pub fn is_near_end(loaded: usize, view: View) -> bool {
    let seen = seen(loaded, view);
    loaded.saturating_sub(seen.end) < seen.len().max(LEAST_AROUND) * 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(top: f64) -> View {
        View {
            top,
            height: 440.0,
            row: 44.0,
        }
    }

    fn plain(first: Range<usize>, total: usize) -> Drawn {
        Drawn {
            first,
            second: 0..0,
            total,
        }
    }

    #[test]
    fn draws_what_is_seen_and_some_around() {
        assert_eq!(draw(100_000, at(44_000.0), None), plain(992..1020, 100_000));
        assert_eq!(draw(100_000, at(44_001.0), None), plain(992..1020, 100_000));
        assert_eq!(draw(100_000, at(44_200.0), None), plain(996..1024, 100_000));
    }

    #[test]
    fn stays_inside_the_list() {
        assert_eq!(draw(100_000, at(-300.0), None), plain(0..12, 100_000));
        assert_eq!(draw(5, at(0.0), None), plain(0..5, 5));
        assert_eq!(draw(0, at(0.0), None), plain(0..0, 0));
        assert_eq!(draw(100, at(4_400.0 - 440.0), None), plain(80..100, 100));
    }

    #[test]
    fn a_view_beyond_the_end_still_draws_the_last_rows() {
        let drawn = draw(100, at(9_000.0), None);
        assert_eq!(drawn, plain(92..100, 100));
        assert_eq!(draw(100, at(-9_000.0), None), plain(0..8, 100));
    }

    #[test]
    fn gaps_and_rows_make_up_the_whole() {
        for focused in [None, Some(0), Some(7), Some(500), Some(999), Some(1_000)] {
            for top in [-500.0, 0.0, 310.0, 22_000.0, 43_560.0, 90_000.0] {
                let drawn = draw(1_000, at(top), focused);
                let rows: Vec<usize> = drawn.rows().collect();
                assert!(rows.is_sorted_by(|a, b| a < b));
                assert_eq!(rows.len() + drawn.gaps().iter().sum::<usize>(), 1_000);
                assert!(rows.iter().all(|row| drawn.contains(*row)));
            }
        }
    }

    #[test]
    fn the_focused_row_and_its_neighbours_are_kept_far_above_and_below() {
        let above = draw(1_000, at(22_000.0), Some(3));
        assert_eq!(
            (above.first.clone(), above.second.clone()),
            (2..5, 492..520)
        );
        assert_eq!(above.gaps(), [2, 487, 480]);
        let below = draw(1_000, at(0.0), Some(999));
        assert_eq!(
            (below.first.clone(), below.second.clone()),
            (0..20, 998..1_000)
        );
        assert_eq!(below.gaps(), [0, 978, 0]);
    }

    #[test]
    fn a_focused_row_inside_or_at_the_edge_makes_one_run() {
        assert_eq!(draw(1_000, at(22_000.0), Some(505)), plain(492..520, 1_000));
        assert_eq!(draw(1_000, at(22_000.0), Some(520)), plain(492..522, 1_000));
        assert_eq!(draw(1_000, at(22_000.0), Some(490)), plain(489..520, 1_000));
        assert_eq!(draw(10, at(0.0), Some(10)), plain(0..10, 10));
    }

    #[test]
    fn a_view_without_measure_draws_a_handful() {
        for row in [0.0, -1.0, f64::NAN] {
            let view = View {
                top: 0.0,
                height: 440.0,
                row,
            };
            assert_eq!(draw(100, view, None), plain(0..8, 100));
        }
    }

    #[test]
    fn the_next_page_is_asked_for_in_time_and_not_before() {
        assert!(is_near_end(0, at(0.0)));
        assert!(!is_near_end(100, at(0.0)));
        assert!(is_near_end(100, at(2_700.0)));
        assert!(is_near_end(20, at(0.0)));
    }
}
