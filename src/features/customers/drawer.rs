//! Puts the rows that are worth it into the table's body, and takes the others out.
//!
//! A row that stays is never moved, not even to the same place, because moving an element takes
//! the focus from it (a keyed list of the framework does move rows when both ends change). Rows
//! taken out are used again for others, so that scrolling makes no new elements.

use std::collections::BTreeMap;
use std::rc::Rc;

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::listing::Listing;
use super::row::{self, Shown};
use crate::model::decimal::tenths;
use crate::model::virtual_rows::Drawn;
use crate::reactive::*;

/// The rows in the document.
pub(super) struct Drawer {
    owner: Owner,
    body: HtmlElement,
    /// Stand for the rows left out before, between and after those drawn.
    gaps: [HtmlElement; 3],
    rows: BTreeMap<usize, Slot>,
    spare: Vec<Slot>,
    listing: Option<Rc<Listing>>,
}

struct Slot {
    shown: RwSignal<Shown>,
    element: Element,
}

impl Drawer {
    /// Draws into `body`, which holds the three `gaps` and nothing else. Rows are made under
    /// `owner`.
    pub fn new(owner: Owner, body: HtmlElement, gaps: [HtmlElement; 3]) -> Self {
        Self {
            owner,
            body,
            gaps,
            rows: BTreeMap::new(),
            spare: Vec::new(),
            listing: None,
        }
    }

    /// Brings the document to what is to be drawn of a list, with rows of this height.
    pub fn draw(&mut self, listing: &Rc<Listing>, drawn: &Drawn, height: f64) {
        let same = self
            .listing
            .as_ref()
            .is_some_and(|shown| Rc::ptr_eq(shown, listing));
        let gone: Vec<usize> = self
            .rows
            .keys()
            .copied()
            .filter(|at| !same || !drawn.contains(*at))
            .collect();
        for at in gone {
            if let Some(slot) = self.rows.remove(&at) {
                slot.element.remove();
                self.spare.push(slot);
            }
        }
        self.listing = Some(Rc::clone(listing));

        let mut after: Element = self.gaps[2].clone().into();
        let order: Vec<usize> = drawn.rows().collect();
        for at in order.into_iter().rev() {
            if let Some(slot) = self.rows.get(&at) {
                after = slot.element.clone();
                continue;
            }
            let Some(row) = listing.row(at) else { continue };
            let Some(slot) = self.place(Shown { at, row }, &after) else {
                continue;
            };
            after = slot.element.clone();
            self.rows.insert(at, slot);
        }
        self.set_gaps(drawn, height);
    }

    /// The element of a row, if it is drawn.
    pub fn element(&self, at: usize) -> Option<&Element> {
        self.rows.get(&at).map(|slot| &slot.element)
    }

    /// The height of a row as the browser laid it out.
    pub fn row_height(&self) -> Option<f64> {
        let (_, slot) = self.rows.first_key_value()?;
        let height = slot.element.get_bounding_client_rect().height();
        (height > 0.0).then_some(height)
    }

    fn place(&mut self, shown: Shown, before: &Element) -> Option<Slot> {
        let slot = match self.spare.pop() {
            Some(slot) => {
                slot.shown.set(shown);
                slot
            }
            None => self.make(shown)?,
        };
        // What it stands before is in the body.
        let _ = self.body.insert_before(&slot.element, Some(before));
        Some(slot)
    }

    fn make(&self, shown: Shown) -> Option<Slot> {
        self.owner.with(|| {
            let shown = RwSignal::new(shown);
            let element = row::view(shown).element()?;
            Some(Slot { shown, element })
        })
    }

    fn set_gaps(&self, drawn: &Drawn, height: f64) {
        let middle: &Element = match self.rows.get(&drawn.second.start) {
            Some(slot) if !drawn.second.is_empty() => &slot.element,
            _ => &self.gaps[2],
        };
        let between = self.gaps[1].clone();
        let stands = middle.previous_element_sibling();
        if stands.as_ref() != Some(between.unchecked_ref()) {
            // Both are in the body, or nothing could have been drawn.
            let _ = self.body.insert_before(&between, Some(middle));
        }
        for (gap, rows) in self.gaps.iter().zip(drawn.gaps()) {
            let hidden = rows == 0;
            gap.set_hidden(hidden);
            if !hidden {
                let height = format!("{}px", tenths(rows as f64 * height));
                let _ = gap.style().set_property("height", &height);
            }
        }
    }
}
