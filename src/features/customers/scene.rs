//! What of a long list is in view, and the keeping of that place.

use std::rc::Rc;

use web_sys::wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

use super::drawer::Drawer;
use super::listing::{Listing, Stage};
use super::place::{self, Place};
use crate::browser;
use crate::dom::NodeRef;
use crate::model::virtual_rows::{self, View};
use crate::reactive::*;

/// A row's height until one is laid out, in pixels.
const ROW: f64 = 44.0;

/// The table's body and what of it is seen. Cheap to copy into every closure.
#[derive(Clone, Copy)]
pub(super) struct Scene {
    pub body: NodeRef<HtmlElement>,
    pub gaps: [NodeRef<HtmlElement>; 3],
    listing: Signal<Rc<Listing>>,
    view: RwSignal<View>,
    focused: RwSignal<Option<usize>>,
    /// A row whose link takes the focus as soon as it is drawn.
    to_focus: StoredValue<Option<usize>>,
    returns: StoredValue<Option<Place>>,
    drawer: StoredValue<Option<Drawer>>,
}

impl Scene {
    /// Rows are made under the current owner.
    pub fn new(listing: Signal<Rc<Listing>>, returns: StoredValue<Option<Place>>) -> Self {
        let scene = Self {
            body: NodeRef::new(),
            gaps: [(); 3].map(|()| NodeRef::new()),
            listing,
            view: RwSignal::new(View {
                top: 0.0,
                height: 0.0,
                row: ROW,
            }),
            focused: RwSignal::new(None),
            to_focus: StoredValue::new(None),
            returns,
            drawer: StoredValue::new(None),
        };
        let owner = Owner::current().unwrap_or_default();
        effect(move || {
            scene.set_up(&owner);
            scene.draw();
        });
        scene
    }

    /// Notices what is in view now, and draws it.
    pub fn look(self) {
        let Some(body) = self.body.get_untracked() else {
            return;
        };
        let height = browser::window()
            .and_then(|window| window.inner_height().ok()?.as_f64())
            .unwrap_or_default();
        let row = self
            .drawer
            .with_value(|drawer| drawer.as_ref().and_then(Drawer::row_height));
        let before = self.view.get_untracked();
        let now = View {
            top: -body.get_bounding_client_rect().top(),
            height,
            row: row.unwrap_or(before.row),
        };
        if now != before {
            self.view.set(now);
        }
    }

    /// Notices which row has the focus. It stays that row when the focus leaves the list, so that
    /// Tab comes back to it.
    pub fn focus_came(self, target: Option<HtmlElement>) {
        let row = target
            .and_then(|target| target.closest("tr").ok()?)
            .and_then(|row| row.get_attribute("aria-rowindex")?.parse::<usize>().ok());
        if let Some(row) = row {
            // The head is row 1.
            self.focused.set(row.checked_sub(2));
        }
    }

    /// Keeps the place with the present entry of the history.
    pub fn keep_place(self) {
        let view = self.view.get_untracked();
        if view.height > 0.0 && self.listing.get_untracked().len() > 0 {
            place::keep(Place {
                rows: view.top / view.row,
                focused: self.focused.get_untracked(),
            });
        }
    }

    fn set_up(self, owner: &Owner) {
        let gaps = self.gaps.map(|gap| gap.get_untracked());
        if let (Some(body), [Some(before), Some(between), Some(after)]) =
            (self.body.get_untracked(), gaps)
        {
            self.drawer.update_value(|drawer| {
                drawer.get_or_insert_with(|| {
                    let gaps = [before, between, after].map(Into::into);
                    Drawer::new(owner.clone(), body, gaps)
                });
            });
        }
    }

    fn draw(self) {
        let listing = self.listing.get();
        let total = listing.len();
        let view = self.view.get();
        let drawn = virtual_rows::draw(total, view, self.focused.get());
        self.drawer.update_value(|drawer| {
            if let Some(drawer) = drawer {
                drawer.draw(&listing, &drawn, view.row);
            }
        });
        self.give_focus();
        if total > 0
            && let Some(place) = self.returns.try_update_value(Option::take).flatten()
        {
            self.go_back(place, total);
        }
        if view.height == 0.0 {
            // Outside of this run, so that what is noticed starts another.
            request_animation_frame(move || self.look());
            self.look();
        } else if listing.stage() == Stage::More && virtual_rows::is_near_end(total, view) {
            listing.load_more();
        }
    }

    fn give_focus(self) {
        let link = self.to_focus.get_value().and_then(|row| {
            self.drawer.with_value(|drawer| {
                let row = drawer.as_ref()?.element(row)?;
                row.query_selector("a")
                    .ok()??
                    .dyn_into::<HtmlElement>()
                    .ok()
            })
        });
        if let Some(link) = link {
            self.to_focus.set_value(None);
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            // Focusing an element of the document does not fail.
            let _ = link.focus_with_options(&options);
        }
    }

    /// Scrolls to where somebody was, before anything is painted.
    fn go_back(self, place: Place, total: usize) {
        let reached = place.rows < total as f64;
        let (Some(body), Some(window), true) =
            (self.body.get_untracked(), browser::window(), reached)
        else {
            return;
        };
        self.focused.set(place.focused);
        self.to_focus.set_value(place.focused);
        let row = self
            .drawer
            .try_update_value(|drawer| {
                let drawer = drawer.as_mut()?;
                let row = drawer.row_height()?;
                let all = virtual_rows::draw(
                    total,
                    View {
                        row,
                        ..self.view.get_untracked()
                    },
                    None,
                );
                drawer.draw(&self.listing.get_untracked(), &all, row);
                Some(row)
            })
            .flatten();
        let Some(row) = row else { return };
        let top = window.scroll_y().unwrap_or_default() + body.get_bounding_client_rect().top();
        window.scroll_to_with_x_and_y(0.0, top + place.rows * row);
        self.look();
    }
}
