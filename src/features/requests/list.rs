//! A list of requests, narrowed by status and words.

use std::rc::Rc;

use super::data::{Requests, last_failure};
use super::words;
use crate::dom::{Fragment, Words, component, each, view};
use crate::features::addressed::Addressed;
use crate::features::failure::Failure;
use crate::features::waiting::Waiting;
use crate::i18n::{counted, lang, text};
use crate::model::CustomerRef;
use crate::model::service_request::{Filter, ServiceRequest, Standing};
use crate::paths;
use crate::query::Query;
use crate::reactive::*;
use crate::ui::{
    Button, Choice, Empty, Foreign, Handler, Note, Picker, RowsText, SearchBar, SkeletonRows,
    Status, Tone, icon,
};

/// The name of the status in the address, and its value that lets everything through.
const STATUS: &str = "status";
const ANY: &str = "any";

#[derive(Clone, Copy, PartialEq)]
enum Face {
    Rows,
    Failed,
    Nothing,
    NoMatch,
}

#[component]
pub(super) fn List(
    read: Query<Requests>,
    address: Addressed,
    #[prop(into)] caption: Words,
    /// All of them are about the customer whose page it is.
    #[prop(optional)]
    of_customer: bool,
    /// There is more, and it is asked for.
    #[prop(into)]
    on_more: Handler<()>,
) -> Fragment {
    let filter = Memo::new(move |_| {
        let standing = address.query().get(STATUS).and_then(Standing::parse);
        Filter::new(standing, &address.words())
    });
    let all = Memo::new(move |_| read.ready().map_or(0, |read| read.rows.len()));
    let unreadable = Memo::new(move |_| read.ready().map_or(0, |read| read.unreadable));
    let has_more = Memo::new(move |_| read.ready().is_some_and(|read| read.has_more()));
    let rows = Memo::new(move |_| {
        let read = read.ready().map(|read| read.rows.clone());
        let rows = read.unwrap_or_default().into_iter();
        filter.with(|filter| rows.filter(|row| filter.fits(row)).collect::<Vec<_>>())
    });
    let failed = last_failure(read);
    let face = Memo::new(move |_| {
        let (waiting, failed) = (read.ready().is_none(), failed.with(Option::is_some));
        match (all.get(), rows.with(Vec::is_empty)) {
            _ if waiting && failed => Face::Failed,
            _ if waiting || has_more.get() && all.get() == 0 => Face::Rows,
            (0, _) if unreadable.get() > 0 => Face::Rows,
            (0, _) => Face::Nothing,
            (_, true) => Face::NoMatch,
            _ => Face::Rows,
        }
    });
    // Somebody looks for one that was not read yet: read on until it is there, or nothing is left.
    effect(move || {
        let none = rows.with(Vec::is_empty) && has_more.get();
        if none && !read.busy() && failed.with(Option::is_none) {
            on_more.call(());
        }
    });
    let failure = move || {
        failed.get().map(|error| {
            let what = match all.get() {
                0 => text::REQUESTS_FAILED,
                _ => text::REQUESTS_MORE_FAILED,
            };
            let again = move |()| match untrack(|| has_more.get()) {
                true => on_more.call(()),
                false => read.again(),
            };
            view! { <Failure what error on_retry=again/> }
        })
    };
    let some_unreadable = move || {
        let count = counted(unreadable.get());
        (count > 0).then(|| view! {
            <Note tone=Tone::Warning><p>{move || text::requests_unreadable(lang(), count)}</p></Note>
        })
    };
    let has_bar = Memo::new(move |_| all.get() > 0);
    let reading_on = move || has_more.get() && read.busy();
    view! {
        <Waiting until=Signal::derive(move || read.waits_until())/>
        {failure}
        {some_unreadable}
        {move || has_bar.get().then(|| view! {
            <SearchBar
                label=text::REQUESTS_FIND
                value=Signal::derive(move || address.typed())
                on_input=move |words| address.find(words)
                shown=Signal::derive(move || rows.with(Vec::len))
                all
                rows=RowsText { all: text::requests_count, some: text::requests_count_of }
            >
                <StatusPicker address/>
            </SearchBar>
        })}
        {move || match face.get() {
            Face::Failed => Fragment::empty(),
            Face::Rows => view! { <Table read rows caption=caption.clone() of_customer/> },
            Face::Nothing => view! {
                <Empty words=text::REQUESTS_NONE>
                    <p class="quiet">{text::REQUESTS_NONE_NEXT}</p>
                    <Button
                        label=text::SOFTWARE_READ_AGAIN
                        icon=icon::RETRY
                        on_press=move |()| read.again()
                    />
                </Empty>
            },
            Face::NoMatch => view! {
                <Empty words=text::REQUESTS_NO_MATCH>
                    <Button
                        label=text::REQUESTS_SHOW_ALL
                        on_press=move |()| address.forget_words(|query| query.with(STATUS, ""))
                    />
                </Empty>
            },
        }}
        {move || (has_more.get() && face.get() == Face::Rows).then(|| view! {
            <div class="more">
                <Button
                    label=text::REQUESTS_MORE
                    busy=Signal::derive(reading_on)
                    on_press=on_more
                />
            </div>
        })}
    }
}

#[component]
fn StatusPicker(address: Addressed) -> Fragment {
    let options = Signal::derive(|| {
        let any = Choice::new(ANY, text::REQUESTS_ANY_STATUS.now());
        let own = Standing::ALL.map(|one| Choice::new(one.as_str(), words::standing(one).now()));
        [any].into_iter().chain(own).collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || {
        let query = address.query();
        let standing = query.get(STATUS).and_then(Standing::parse);
        standing.map_or(ANY, Standing::as_str).to_owned()
    });
    let choose = move |value: String| {
        let value = if value == ANY { String::new() } else { value };
        address.change(|query| query.with(STATUS, &value));
    };
    view! { <Picker label=text::REQUESTS_STATUS options chosen on_choose=choose/> }
}

#[component]
fn Table(
    read: Query<Requests>,
    rows: Memo<Vec<Rc<ServiceRequest>>>,
    caption: Words,
    of_customer: bool,
) -> Fragment {
    let waiting = Memo::new(move |_| read.ready().is_none());
    // All that a row shows and that may change while it stands.
    let key = |request: &Rc<ServiceRequest>| {
        let ServiceRequest {
            id, title, status, ..
        } = &**request;
        let modified = request.modified.map(|at| at.millis());
        format!("{id}|{}|{modified:?}|{title}", status.as_str())
    };
    let columns = if of_customer { 6 } else { 7 };
    let heads = [
        Some(text::REQUESTS_NUMBER),
        (!of_customer).then_some(text::REQUESTS_CUSTOMER),
        Some(text::REQUESTS_IMPACT),
        Some(text::REQUESTS_STATUS),
        Some(text::REQUESTS_CREATED),
        Some(text::REQUESTS_CHANGED),
    ];
    let heads = heads
        .map(|head| head.map(|head| view! { <th role="columnheader" scope="col">{head}</th> }));
    view! {
        <table class="table requests" role="table" aria-busy=move || waiting.get().then_some("true")>
            <caption class="sr-only">{caption}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col" class="main">{text::REQUESTS_REQUEST}</th>
                    {heads}
                </tr>
            </thead>
            <tbody role="rowgroup">
                {move || waiting.get().then(|| view! { <SkeletonRows rows=6 columns/> })}
                {each(move || rows.get(), key, move |request| view! { <Row request of_customer/> })}
            </tbody>
        </table>
    }
}

#[component]
fn Row(request: Rc<ServiceRequest>, of_customer: bool) -> Fragment {
    let href = paths::request(&request.id).to_string();
    let (title, tone) = (words::title(&request), words::tone(&request.status));
    let number = request.id.to_string();
    let customer = (!of_customer).then(|| whom(&request));
    let (created, changed) = (request.created, request.modified);
    let (severity, status) = (request.severity.clone(), request.status.clone());
    view! {
        <tr role="row">
            <td role="rowheader" class="main"><a href=href><bdi>{title}</bdi></a></td>
            <td role="cell" data-label=text::REQUESTS_NUMBER><span class="mono">{number}</span></td>
            {customer.map(|customer| view! {
                <td role="cell" data-label=text::REQUESTS_CUSTOMER>{customer}</td>
            })}
            <td role="cell" data-label=text::REQUESTS_IMPACT>
                {move || words::impact(lang(), &severity)}
            </td>
            <td role="cell" data-label=text::REQUESTS_STATUS>
                <Status tone label=move || words::status(lang(), &status)/>
            </td>
            <td role="cell" data-label=text::REQUESTS_CREATED>{move || words::day(lang(), created)}</td>
            <td role="cell" data-label=text::REQUESTS_CHANGED>{move || words::day(lang(), changed)}</td>
        </tr>
    }
}

/// The customer, with the way to its pages.
fn whom(request: &ServiceRequest) -> Fragment {
    let organization = request.organization.clone().unwrap_or_default();
    let name = words::whom(&organization);
    match organization.id {
        None => view! { <Foreign text=name/> },
        Some(id) => {
            let href = paths::customer(&CustomerRef::Id(id)).to_string();
            view! { <a href=href><bdi>{name}</bdi></a> }
        }
    }
}
