//! The three pickers over the downloads of an item. The choice lives in the address.

use crate::dom::{CollectFragment, Fragment, component, live, view};
use crate::features::customers::CurrentCustomer;
use crate::features::software::options::{self, options};
use crate::features::software::remembered::{from_query, remembered, to_query};
use crate::features::software::rights::use_rights;
use crate::i18n::{Text, format, lang, text};
use crate::model::downloads::{self, Choice, Column, DownloadOption, Outcome};
use crate::model::software::SoftwareItem;
use crate::navigation::{History, use_go, use_page_query};
use crate::partner_center::{ApiError, ErrorKind};
use crate::paths;
use crate::query::{Loaded, Query, use_query};
use crate::reactive::*;
use crate::ui::{self, Button, Note, Tone, foreign};

/// The downloads of an item and what is chosen of them; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Choosing {
    pub options: Query<Vec<DownloadOption>>,
    /// `None` while the options are not known.
    pub pickers: Memo<Option<downloads::Pickers>>,
    turn: StoredValue<Box<dyn Fn(Choice)>>,
    choice: Memo<Choice>,
}

/// Reads the downloads of an item and follows the choice in the address. An address without a
/// choice takes up the one made last for the product.
pub(super) fn use_choosing(customer: CurrentCustomer, item: &SoftwareItem) -> Choosing {
    let (product, sku) = (item.id.product.clone(), item.id.sku.clone());
    let of = format!("{product}/{sku}");
    let last = remembered(&product, &sku);
    let rights = use_rights();
    let key = move || {
        let id = customer.id().filter(|_| rights.denied().is_none());
        id.map_or(String::new(), |id| format!("downloads/{id}/{of}"))
    };
    let options = use_query(key, move |api| {
        let (id, product, sku) = (customer.id(), product.clone(), sku.clone());
        async move {
            let id = id.ok_or_else(|| ApiError::of(ErrorKind::NotFound))?;
            Ok(options(&api.download_options(&id, &product, &sku).await?))
        }
    });
    let query = use_page_query();
    let choice = Memo::new(move |_| query.with(from_query));
    let pickers = Memo::new(move |_| {
        let options = options.ready()?;
        Some(options::pickers(&options, &choice.get(), lang()))
    });
    let go = use_go();
    let id = item.id.clone();
    let turn = StoredValue::new(Box::new(move |choice: Choice| {
        let Some(customer) = untrack(|| customer.named()) else {
            return;
        };
        let query = to_query(query.get_untracked(), &choice);
        let href = paths::software_item(&customer, &id).with_query(&query);
        go(href, History::Replace);
    }) as Box<dyn Fn(Choice)>);
    let choosing = Choosing {
        options,
        pickers,
        turn,
        choice,
    };
    effect_after(move |asked: Option<()>| {
        if asked.is_none() && choice.get_untracked().is_empty() && !last.is_empty() {
            choosing.turn(last.clone());
        }
    });
    choosing
}

impl Choosing {
    /// Whether the options are being read; tracks it.
    pub fn is_waiting(self) -> bool {
        matches!(self.options.get(), Loaded::Waiting)
    }

    /// The files of the choice; tracks it.
    pub fn chosen(self) -> Vec<DownloadOption> {
        let outcome = self
            .pickers
            .with(|pickers| pickers.as_ref().map(|p| p.outcome.clone()));
        let (Some(Outcome::Chosen(places)), Some(options)) = (outcome, self.options.ready()) else {
            return Vec::new();
        };
        places
            .iter()
            .filter_map(|place| options.get(*place).cloned())
            .collect()
    }

    /// The choice in words; tracks it.
    pub fn words(self) -> String {
        self.pickers.with(|pickers| {
            let words = pickers.as_ref().map(|pickers| pickers.words().join(" · "));
            foreign::visible(&words.unwrap_or_default())
        })
    }

    fn turn(self, choice: Choice) {
        self.turn.try_with_value(|turn| turn(choice));
    }
}

/// The pickers, and under them what is chosen or still to be chosen.
#[component]
pub(super) fn Pickers(choosing: Choosing) -> Fragment {
    let offered = Memo::new(move |_| {
        choosing.pickers.with(|pickers| {
            pickers
                .as_ref()
                .is_none_or(|p| p.outcome != Outcome::NothingOffered)
        })
    });
    live(move || match offered.get() {
        true => view! {
            <div class="fields pickers">
                {Column::ALL.map(|column| view! { <One choosing column/> }).into_iter().collect_view()}
            </div>
            <div class="chosen" role="status">{move || said(choosing)}</div>
        },
        false => view! {
            <p>{text::ITEM_NO_DOWNLOADS}</p>
            <p class="quiet">{text::ITEM_NO_DOWNLOADS_TEXT}</p>
        },
    })
}

#[component]
fn One(choosing: Choosing, column: Column) -> Fragment {
    let with = move |act: &dyn Fn(&downloads::Picker) -> Vec<ui::Choice>| {
        choosing
            .pickers
            .with(|p| p.as_ref().map(|p| act(p.get(column))).unwrap_or_default())
    };
    let choices = Signal::derive(move || {
        with(&|picker| {
            let mut choices: Vec<ui::Choice> = picker
                .entries
                .iter()
                .map(|entry| ui::Choice {
                    apart: !entry.fits,
                    ..ui::Choice::new(entry.value.clone(), foreign::visible(&entry.label))
                })
                .collect();
            if let (true, Some(value)) = (picker.unknown, &picker.value) {
                let label = text::item_withdrawn(lang(), &foreign::visible(value));
                choices.push(ui::Choice::new(value.clone(), label));
            }
            choices
        })
    });
    let chosen = Signal::derive(move || {
        let value = choosing
            .pickers
            .with(|p| p.as_ref().and_then(|p| p.get(column).value.clone()));
        value.unwrap_or_default()
    });
    let choose = move |value: String| {
        choosing.turn(choosing.choice.get_untracked().with(column, &value));
    };
    view! {
        <ui::Picker label=name(column) options=choices chosen on_choose=choose apart=text::ITEM_APART/>
    }
}

fn name(column: Column) -> Text {
    match column {
        Column::Version => text::ITEM_VERSION,
        Column::Language => text::ITEM_LANGUAGE,
        Column::Bit => text::ITEM_BIT,
    }
}

/// The chosen combination with its size, what is still to be chosen, or that there is none such.
fn said(choosing: Choosing) -> Fragment {
    let Some(pickers) = choosing.pickers.get() else {
        return Fragment::empty();
    };
    match &pickers.outcome {
        Outcome::NothingOffered => Fragment::empty(),
        Outcome::Incomplete(columns) => {
            let columns: Vec<String> = columns
                .iter()
                .map(|column| name(*column).now().to_ascii_lowercase())
                .collect();
            let columns = format::list(lang(), &columns);
            view! { <p class="quiet">{text::item_choose(lang(), &columns)}</p> }
        }
        Outcome::Chosen(_) => {
            let size: Option<u64> = choosing.chosen().iter().map(|option| option.size).sum();
            let size = size.map(|size| format!(" · {}", format::bytes(lang(), size)));
            view! {
                <p>
                    <span class="quiet">{text::ITEM_CHOSEN} " "</span>
                    <strong>{choosing.words()} {size}</strong>
                </p>
            }
        }
        Outcome::NoSuch(nearest) => {
            let offer = |near: &Choice| {
                let label = foreign::visible(&pickers.words_of(near).join(" · "));
                let near = near.clone();
                view! { <Button label small=true on_press=move |()| choosing.turn(near.clone())/> }
            };
            let offers: Vec<Fragment> = nearest.iter().map(offer).collect();
            let none = text::item_no_such(lang(), &choosing.words());
            view! {
                <Note tone=Tone::Warning>
                    <p>{none}</p>
                    <p class="quiet">{text::ITEM_TAKE_INSTEAD}</p>
                    <div class="row">{offers}</div>
                </Note>
            }
        }
    }
}
