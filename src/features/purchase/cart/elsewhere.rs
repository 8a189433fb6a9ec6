//! A cart that somebody else changed while a change was made to it: both versions, and the way to the
//! other one.

use super::{CartDesk, Edit};
use crate::dom::{CollectFragment, Fragment, component, view};
use crate::features::purchase::facts::{SkuFacts, known};
use crate::i18n::{lang, text};
use crate::model::cart::{CartLine, Moved, moved};
use crate::model::quantity::QuantityLimits;
use crate::query::Query;
use crate::ui::{Button, Note, Tone};

/// What somebody else did to a line, and what was to be done here.
#[derive(Clone, PartialEq)]
pub(super) struct Elsewhere {
    moved: Moved,
    /// Licences that the change here asks for, where it is about the same line; none takes it out.
    mine: Option<u32>,
}

impl Elsewhere {
    /// What happened between two states of the cart, beside a change that is made to the later one.
    pub fn between(before: &[CartLine], after: &[CartLine], edit: &Edit) -> Vec<Elsewhere> {
        let all = moved(before, after).into_iter();
        let all = all.map(|moved| Elsewhere {
            mine: edit.asks_for(&moved.line),
            moved,
        });
        all.filter(|one| one.mine != Some(one.moved.to)).collect()
    }

    /// The line that it is about.
    pub fn line(&self) -> &CartLine {
        &self.moved.line
    }

    /// What the cart does not show, where both are about the same line.
    fn other(&self) -> Option<u32> {
        let mine = self.mine?;
        Some(match self.moved.to {
            0 => mine,
            theirs => theirs,
        })
    }

    /// Whether the line is not in the cart, because one of the two took it out.
    fn is_out(&self) -> bool {
        self.moved.to == 0 || self.mine == Some(0)
    }

    fn words(&self, name: &str) -> String {
        let Moved { from, to, .. } = self.moved;
        let number = |number: u32| number.to_string();
        let theirs = match (from, to) {
            (0, to) => text::cart_moved_in(lang(), name, &number(to)),
            (from, 0) => text::cart_moved_out(lang(), name, &number(from)),
            (from, to) => text::cart_moved_quantity(lang(), name, &number(from), &number(to)),
        };
        let mine = match self.mine {
            None => return theirs,
            Some(0) => text::CART_MINE_OUT.now().to_owned(),
            Some(mine) => text::cart_mine(lang(), &number(mine)),
        };
        format!("{theirs} {mine}")
    }
}

/// Says what the other one did, line by line.
#[component]
pub(super) fn ChangedElsewhere(
    desk: CartDesk,
    facts: Query<SkuFacts>,
    changes: Vec<Elsewhere>,
) -> Fragment {
    let some = !changes.is_empty();
    let line = move |change: Elsewhere| {
        let item = change.line().catalog_item.clone();
        let name = move || known(facts).whole_name(&item);
        let about = name.clone();
        let (told, out) = (change.clone(), change.is_out());
        let way = change.other().map(|other| {
            let label = move || {
                let number = other.to_string();
                match out {
                    true => text::cart_put_back(lang(), &number),
                    false => text::cart_instead(lang(), &number),
                }
            };
            let named = label;
            let about = move || text::cart_of_line(lang(), &named(), &about());
            let take = move |()| desk.take(change.line(), other);
            view! { <Button label about on_press=take small=true/> }
        });
        view! { <li class="row"><span>{move || told.words(&name())}</span> {way}</li> }
    };
    view! {
        <Note tone=Tone::Info>
            <p>{text::CART_CHANGED}</p>
            {some.then(|| view! {
                <ul aria-label=text::CART_ELSEWHERE>{changes.into_iter().map(line).collect_view()}</ul>
            })}
        </Note>
    }
}

impl CartDesk {
    /// Takes the other version of a line.
    fn take(self, line: &CartLine, quantity: u32) {
        let there = self.holds(line);
        let edit = match there {
            true => Edit::Quantity(line.clone(), quantity),
            false => {
                let quantity = CartLine {
                    quantity,
                    ..line.clone()
                };
                Edit::Put(vec![(quantity, QuantityLimits::default())])
            }
        };
        self.change(edit, |()| ());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::billing::BillingCycle;

    fn line(item: &str, quantity: u32) -> CartLine {
        CartLine::new(item.parse().unwrap(), quantity, BillingCycle::OneTime, None)
    }

    fn found(after: &[CartLine], edit: Edit) -> Vec<(u32, u32, Option<u32>, Option<u32>)> {
        let before = [line("P:1:A", 2), line("Q:1:A", 3)];
        let found = Elsewhere::between(&before, after, &edit);
        let facts = |one: &Elsewhere| (one.moved.from, one.moved.to, one.mine, one.other());
        found.iter().map(facts).collect()
    }

    #[test]
    fn the_version_that_the_cart_does_not_show_can_be_taken() {
        let (p, q) = (|n| line("P:1:A", n), |n| line("Q:1:A", n));
        let mine = Edit::Quantity(p(2), 7);
        // Theirs is about another line; about the same one; they took it out; I did; the same.
        assert_eq!(found(&[p(2), q(9)], mine.clone()), [(3, 9, None, None)]);
        assert_eq!(
            found(&[p(5), q(3)], mine.clone()),
            [(2, 5, Some(7), Some(5))]
        );
        assert_eq!(found(&[q(3)], mine.clone()), [(2, 0, Some(7), Some(7))]);
        let out = Edit::Remove(p(2));
        assert_eq!(
            found(&[p(5), q(3)], out.clone()),
            [(2, 5, Some(0), Some(5))]
        );
        assert_eq!(found(&[q(3)], out), []);
        assert_eq!(found(&[p(7), q(3)], mine), []);
    }
}
