//! The page of one request.

use std::rc::Rc;

use super::data::{last_failure, use_request};
use super::files::Files;
use super::follow::follow;
use super::note::use_note;
use super::note_box::NoteBox;
use super::notes::Notes;
use super::offered::{NotOffered, are_offered};
use super::standing::CloseOrReopen;
use super::whom::{Whom, use_whom};
use super::words;
use crate::dom::{Fragment, component, live, view};
use crate::features::failure::{Failure, details};
use crate::features::waiting::Waiting;
use crate::i18n::{lang, text};
use crate::model::ServiceRequestId;
use crate::model::agreement::Contact;
use crate::model::service_request::ServiceRequest;
use crate::navigation::use_page;
use crate::partner_center::{ApiError, ErrorKind};
use crate::paths::{self, Page};
use crate::query::{Loaded, Query};
use crate::reactive::*;
use crate::ui::{
    CopyButton, Crumb, Empty, Fact, Facts, Foreign, PageHead, SkeletonLines, Status, foreign,
};

/// What was asked, what support has said to it, and what can be done.
#[component]
pub fn RequestPage() -> Fragment {
    let page = use_page();
    // While the page is being left the address is of another one already.
    let id = Memo::new(move |before: Option<&Option<ServiceRequestId>>| {
        page.with(|page| match page {
            Page::Request(id) => id.clone(),
            _ => before.cloned().flatten(),
        })
    });
    let offered = are_offered();
    live(move || match id.get() {
        _ if !offered => view! {
            <PageHead title=text::REQUESTS_TITLE crumbs=vec![Crumb::here(text::REQUESTS_TITLE)]/>
            <NotOffered/>
        },
        None => view! {
            <PageHead title=text::REQUESTS_UNKNOWN crumbs=crumbs(String::new())/>
            <Missing error=None/>
        },
        Some(id) => view! { <Request id/> },
    })
}

fn crumbs(number: String) -> Vec<Crumb> {
    let here = move || match number.as_str() {
        "" => text::REQUESTS_UNKNOWN.now().to_owned(),
        number => number.to_owned(),
    };
    vec![
        Crumb::to(text::REQUESTS_TITLE, paths::requests()),
        Crumb::here(here),
    ]
}

#[derive(Clone, Copy, PartialEq)]
enum Face {
    Reading,
    Missing,
    Failed,
    There,
}

#[component]
fn Request(id: ServiceRequestId) -> Fragment {
    let read = {
        let id = id.clone();
        use_request(Memo::new(move |_| Some(id.clone())))
    };
    // Changes only when the request itself has changed, however often it is read.
    let shown = Memo::new(move |_| read.ready());
    follow(read, shown);
    let whom = use_whom(shown);
    let face = Memo::new(move |_| match read.get() {
        Loaded::Ready(_) => Face::There,
        Loaded::Waiting => Face::Reading,
        Loaded::Failed(error) if error.kind == ErrorKind::NotFound => Face::Missing,
        Loaded::Failed(_) => Face::Failed,
    });
    let number = id.to_string();
    let title = move || match (face.get(), shown.get()) {
        (Face::Missing, _) => text::REQUESTS_UNKNOWN.now().to_owned(),
        (_, Some(request)) => words::title(&request),
        (_, None) => text::requests_one(lang(), &number),
    };
    let title = Memo::new(move |_| title());
    let about = move || match whom.get().full_name() {
        whom if whom.is_empty() => title.get(),
        whom => format!("{} · {whom}", title.get()),
    };
    let about = Signal::derive(about);
    let of = id.clone();
    view! {
        <PageHead
            title=move || title.get()
            crumbs=crumbs(id.to_string())
            tab=move || about.get()
        />
        <Waiting until=Signal::derive(move || read.waits_until())/>
        {refused(read)}
        {live(move || match face.get() {
            Face::Reading => view! { <SkeletonLines what=text::REQUESTS_LOADING/> },
            Face::Missing => view! { <Missing error=untrack(|| read.error())/> },
            Face::Failed => Fragment::empty(),
            Face::There => view! { <There id=of.clone() shown whom about/> },
        })}
    }
}

/// Why it could not be read, or not anew. That there is no such request is said in its own words.
fn refused(read: Query<ServiceRequest>) -> Fragment {
    let failed = last_failure(read);
    live(move || {
        let error = failed.get();
        let error = error.filter(|error| error.kind != ErrorKind::NotFound);
        error.map(|error| {
            view! {
                <Failure what=text::REQUESTS_ONE_FAILED error on_retry=move |()| read.again()/>
            }
        })
    })
}

/// No such request, or somebody else's: to the server both are the same.
#[component]
fn Missing(#[prop(optional_no_strip)] error: Option<Rc<ApiError>>) -> Fragment {
    view! {
        <Empty words=text::REQUESTS_UNKNOWN_TEXT>
            <p class="quiet">{text::REQUESTS_UNKNOWN_NEXT}</p>
            <a class="button" href=paths::requests().to_string()>{text::REQUESTS_ALL}</a>
            {error.map(|error| details(&error))}
        </Empty>
    }
}

#[component]
fn There(
    id: ServiceRequestId,
    shown: Memo<Option<Rc<ServiceRequest>>>,
    whom: Memo<Whom>,
    about: Signal<String>,
) -> Fragment {
    let closed = Memo::new(move |_| {
        shown.with(|shown| shown.as_ref().is_some_and(|now| now.status.is_closed()))
    });
    let desk = use_note(id.clone(), shown);
    let told = Memo::new(move |_| {
        let request = shown.get();
        request.map(|request| foreign::visible_lines(&request.description))
    });
    let files = Memo::new(move |_| {
        let request = shown.get();
        request
            .map(|request| request.files.clone())
            .unwrap_or_default()
    });
    let number = id.to_string();
    view! {
        <div class="item-facts">
            <Facts>
                <Fact label=text::REQUESTS_STATUS>
                    <div class="request-status" role="status">{live(move || standing(shown))}</div>
                </Fact>
                <Fact label=text::REQUESTS_NUMBER>
                    <span class="mono">{number.clone()}</span>
                    <CopyButton value=number what=text::REQUESTS_NUMBER/>
                </Fact>
                <Fact label=text::REQUESTS_CUSTOMER>{live(move || whom.get().named())}</Fact>
                {live(move || shown.get().map(|request| facts(&request)))}
            </Facts>
        </div>
        <CloseOrReopen id closed about/>
        <section class="section" aria-labelledby="told">
            <h2 id="told">{text::REQUESTS_DESCRIPTION}</h2>
            <div class="typed request-text" dir="auto">{move || told.get()}</div>
        </section>
        {live(move || view! { <Files files=files.get()/> })}
        <Notes shown/>
        <NoteBox desk closed/>
    }
}

fn standing(shown: Memo<Option<Rc<ServiceRequest>>>) -> Fragment {
    let Some(request) = shown.get() else {
        return Fragment::empty();
    };
    let (status, tone) = (request.status.clone(), words::tone(&request.status));
    let next = words::what_next(&status);
    view! {
        <Status tone label=move || words::status(lang(), &status)/>
        {next.map(|next| view! { <span class="quiet">{next}</span> })}
    }
}

fn facts(request: &ServiceRequest) -> Fragment {
    let severity = request.severity.clone();
    let topic = request.topic_name.clone().or_else(|| request.topic.clone());
    let (created, changed, closed) = (request.created, request.modified, request.closed);
    let closed = closed.filter(|_| request.status.is_closed());
    view! {
        <Fact label=text::REQUESTS_IMPACT>{move || words::impact(lang(), &severity)}</Fact>
        {topic.map(|topic| view! {
            <Fact label=text::REQUESTS_TOPIC><Foreign text=topic/></Fact>
        })}
        {request.contact.clone().map(contact)}
        <Fact label=text::REQUESTS_CREATED>{move || words::moment(lang(), created)}</Fact>
        <Fact label=text::REQUESTS_CHANGED>{move || words::moment(lang(), changed)}</Fact>
        {closed.map(|closed| view! {
            <Fact label=text::REQUESTS_CLOSED_ON>{move || words::moment(lang(), Some(closed))}</Fact>
        })}
    }
}

fn contact(contact: Contact) -> Fragment {
    let name = [contact.first_name.trim(), contact.last_name.trim()].join(" ");
    let parts = [name, contact.email, contact.phone];
    let filled: Vec<String> = parts
        .into_iter()
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect();
    if filled.is_empty() {
        return Fragment::empty();
    }
    let parts = filled
        .into_iter()
        .map(|part| view! { <span><Foreign text=part/></span> });
    view! { <Fact label=text::REQUESTS_CONTACT>{parts.collect::<Vec<_>>()}</Fact> }
}
