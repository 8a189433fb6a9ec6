//! Pages whose code is fetched once the program runs, instead of with it: what is needed to start is
//! smaller for it, and starts sooner.
//!
//! Which code that is, whoever starts the program decides ([`Source`]): the page of a build has it in
//! a file of its own, every other program has it built in.

use futures::future::LocalBoxFuture;

use crate::browser;
use crate::dom::{Fragment, component, live, view};
use crate::i18n::text;
use crate::reactive::*;
use crate::shell::navigated::{page_came, page_is_awaited};
use crate::ui::{Button, Failed, PageHead, SkeletonLines};

/// A page, or a part of one, that comes from a [`Source`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LazyPage {
    /// The list of customers.
    Customers,
    /// The pages of one customer.
    Customer,
    /// What is closing soon: a part of the start page.
    Closing,
    /// Reporting a problem.
    Report,
    /// What was handed in to support.
    Requests,
    /// One of those requests.
    Request,
    /// What was filled in and not sent.
    Drafts,
    /// The calls of the API.
    Activity,
}

/// The code of the pages did not come, or not unchanged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CodeMissing;

/// Where the code of lazy pages comes from.
#[derive(Clone, Copy)]
pub struct Source {
    /// Fetches it; at once when it is here. After a failure it can be asked again.
    pub load: fn() -> LocalBoxFuture<'static, Result<(), CodeMissing>>,
    /// Makes a page; `None` before `load` has ended well.
    pub show: fn(LazyPage) -> Option<Fragment>,
}

#[derive(Clone, Copy, PartialEq)]
enum Code {
    Awaited,
    Here,
    Missing,
}

#[derive(Clone, Copy)]
struct LazyPages {
    source: StoredValue<Source>,
    code: RwSignal<Code>,
}

/// Begins to load the code, whichever page is shown: by the time somebody goes to one that needs it,
/// it is here. [`Lazy`] works below.
pub fn provide_lazy_pages(source: Source) {
    let pages = LazyPages {
        source: StoredValue::new(source),
        code: RwSignal::new(Code::Awaited),
    };
    provide_context(pages);
    pages.load();
}

impl LazyPages {
    fn load(self) {
        self.code.set(Code::Awaited);
        let loading = self.source.with_value(|source| (source.load)());
        spawn_local(async move {
            let code = match loading.await {
                Ok(()) => Code::Here,
                Err(CodeMissing) => Code::Missing,
            };
            self.code.set(code);
            page_came();
        });
    }
}

/// The page, as soon as its code is here. If that does not come, the reason and the ways on; somebody
/// who goes to such a page again has it asked for again.
#[component]
pub fn Lazy(page: LazyPage) -> Fragment {
    let pages: LazyPages = expect_context();
    if pages.code.get_untracked() == Code::Missing {
        pages.load();
    }
    live(move || {
        let shown = match pages.code.get() {
            Code::Awaited => return view! { <SkeletonLines what=text::LAZY_LOADING/> },
            Code::Here => pages.source.with_value(|source| source.show)(page),
            Code::Missing => None,
        };
        shown.unwrap_or_else(|| view! { <Missing pages/> })
    })
}

/// A part of a page that is whole without it: nothing, until its code is here.
#[component]
pub fn LazyPart(page: LazyPage) -> Fragment {
    let pages: LazyPages = expect_context();
    live(move || match pages.code.get() {
        Code::Here => pages.source.with_value(|source| source.show)(page),
        Code::Awaited | Code::Missing => None,
    })
}

#[component]
fn Missing(pages: LazyPages) -> Fragment {
    let again = move |()| {
        page_is_awaited();
        pages.load();
    };
    view! {
        <PageHead title=text::LAZY_TITLE/>
        <Failed what=text::LAZY_MISSING advice=text::LAZY_ADVICE on_retry=again/>
        <p><Button label=text::PROBLEM_RELOAD on_press=|()| browser::reload()/></p>
    }
}
