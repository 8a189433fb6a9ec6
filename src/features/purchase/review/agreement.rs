//! The Microsoft Customer Agreement of a customer: whether it is there, and confirming it.

use std::rc::Rc;

use web_sys::HtmlElement;

use crate::dom::{CollectFragment, Fragment, NodeRef, Words, component, live, view};
use crate::features::customers::{CurrentCustomer, use_query_of};
use crate::features::failure::Failure;
use crate::i18n::{Text, format, lang, lang_untracked, text};
use crate::model::agreement::{Acceptance, Confirmation, Field, Problem, current};
use crate::model::operation::{Effect, OperationKind, OperationState};
use crate::model::time::Date;
use crate::model::{CustomerId, Timestamp};
use crate::operations::{Begun, use_operations};
use crate::partner_center::agreements::confirmation;
use crate::partner_center::{ApiError, PartnerCenter};
use crate::query::{Queries, Query, use_query};
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::{
    Button, Dialog, ExternalLink, Handler, Kind, Note, TextField, Tone, Typed, foreign, notices,
};

/// Whether a customer has accepted it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Agreement {
    /// The partner confirmed it.
    Confirmed(Option<Timestamp>),
    /// The customer signed by itself.
    Signed,
    Missing,
}

/// Reads it.
pub(super) fn use_agreement(customer: CurrentCustomer) -> Query<Agreement> {
    use_query_of(
        customer,
        || Some(()),
        |id, ()| kept_as(id),
        |api, id, ()| async move { read(&api, &id).await },
    )
}

fn kept_as(customer: &CustomerId) -> String {
    format!("agreement/{customer}")
}

async fn read(api: &PartnerCenter, customer: &CustomerId) -> Result<Agreement, ApiError> {
    let confirmed = api.agreements(customer).await?;
    let mut confirmed = confirmed.items.into_iter().flatten();
    if let Some(found) = confirmed.find(Confirmation::is_of_customer_agreement) {
        return Ok(Agreement::Confirmed(found.agreed));
    }
    // It is missing only if both say so.
    let signed = api.direct_signing(customer).await?.is_signed;
    Ok(match signed {
        true => Agreement::Signed,
        false => Agreement::Missing,
    })
}

/// What came of confirming it.
enum Confirmed {
    Done,
    /// It was not confirmed, and why.
    Not(ApiError),
    /// The server does not list it so far, and why that was asked.
    Unseen(ApiError),
    /// Nobody knows yet.
    Unknown,
}

/// How long to let pass before asking whether it arrived, in milliseconds.
const WAITS: [u32; 3] = [1_000, 3_000, 6_000];

#[component]
pub(super) fn AgreementDialog(open: RwSignal<bool>, customer: CurrentCustomer) -> Fragment {
    // Kept while the dialog is closed: nothing typed is lost.
    let typed = RwSignal::new(Acceptance::default());
    let about = move || foreign::visible(&customer.full_name());
    view! {
        <Dialog open title=text::AGREEMENT_TITLE about wide=true>
            <Form open customer typed/>
        </Dialog>
    }
}

#[component]
fn Form(open: RwSignal<bool>, customer: CurrentCustomer, typed: RwSignal<Acceptance>) -> Fragment {
    let (api, operations) = (use_session().api(), use_operations());
    let queries = expect_context::<Queries>();
    let templates = use_query(
        || "agreement templates".to_owned(),
        |api| async move {
            let read = api.agreement_templates().await?;
            Ok(current(read.items.into_iter().flatten().collect()))
        },
    );
    let blamed = RwSignal::new(Vec::<(Field, Problem)>::new());
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<(Text, Rc<ApiError>)>);
    let unknown = RwSignal::new(false);
    let summary = NodeRef::<HtmlElement>::new();

    let submit = Handler::from(move |()| {
        let acceptance = typed.get_untracked();
        let problems = acceptance.problems(today());
        let any = !problems.is_empty();
        blamed.set(problems);
        if any {
            // Once it stands.
            request_animation_frame(move || {
                if let Some(summary) = summary.get_untracked() {
                    let _ = summary.focus();
                }
            });
            return;
        }
        let (Some(of), Some(template)) = (
            untrack(|| customer.id()),
            untrack(|| templates.ready()).and_then(|template| (*template).clone()),
        ) else {
            return;
        };
        let begun = operations.begin(OperationKind::Agreement, of.to_string());
        let Some(begun) = begun else { return };
        busy.set(true);
        failed.set(None);
        unknown.set(false);
        let api = api.clone();
        let name = customer.full_name();
        spawn_local(async move {
            let stale = kept_as(&of);
            let outcome = confirm(api, begun, of, template.id, acceptance).await;
            busy.set(false);
            match outcome {
                Confirmed::Done => {
                    typed.set(Acceptance::default());
                    open.set(false);
                    notices::say(text::agreement_done(
                        lang_untracked(),
                        &foreign::visible(&name),
                    ));
                    // Also for whoever has left this page meanwhile, and come back to it.
                    queries.invalidate(&stale);
                }
                Confirmed::Not(error) => {
                    failed.set(Some((text::AGREEMENT_FAILED, Rc::new(error))));
                }
                Confirmed::Unseen(error) => {
                    failed.set(Some((text::AGREEMENT_UNSEEN, Rc::new(error))));
                }
                Confirmed::Unknown => unknown.set(true),
            }
        });
    });

    let field = move |field: Field| {
        let wrong = Signal::derive(move || {
            let problem = blamed.with(|all| all.iter().find(|(of, _)| *of == field).copied());
            problem.map(|(_, problem)| problem_words(field, problem))
        });
        let value = Signal::derive(move || typed.with(|typed| part(typed, field).clone()));
        let input = move |value: String| {
            typed.update(|typed| *part_mut(typed, field) = value);
            // What was blamed is looked at again; nothing new is blamed while typing.
            let now = typed.with_untracked(|typed| typed.problems(today()));
            blamed.update(|all| all.retain(|problem| now.contains(problem)));
        };
        let kind = match field {
            Field::Email => Typed::Email,
            Field::Date => Typed::Date,
            _ => Typed::Text,
        };
        let hint = (field == Field::Date).then_some(text::AGREEMENT_DATE_HINT);
        view! {
            <TextField
                label=label(field)
                value
                on_input=input
                typed=kind
                wrong
                id=id(field)
                hint=hint.map_or_else(|| Words::from(String::new()), Words::from)
            />
        }
    };
    let phone = Signal::derive(move || typed.with(|typed| typed.contact.phone.clone()));
    let type_phone = move |value: String| {
        typed.update(|typed| typed.contact.phone = value);
    };
    let document = move || {
        let template = templates.ready()?;
        let link = template.as_ref().as_ref()?.link.clone()?;
        Some(view! { <p><ExternalLink href=link label=text::AGREEMENT_DOCUMENT/></p> })
    };
    let templates_failed = move || {
        templates.error().map(|error| {
            let again = move |()| templates.again();
            view! { <Failure what=text::AGREEMENT_UNREAD error on_retry=again/> }
        })
    };
    let press = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        submit.call(());
    };
    let name = move || foreign::visible(&customer.introduced().name);
    view! {
        <form class="stack" on:submit=press novalidate>
            <p>{text::AGREEMENT_INTRO}</p>
            {document}
            {templates_failed}
            <div tabindex="-1" node_ref=summary>
                {live(move || problems_summary(blamed.get()))}
            </div>
            <div class="fields">
                {[Field::FirstName, Field::LastName].map(field)}
            </div>
            <div class="fields">
                {field(Field::Email)}
                <TextField
                    label=text::AGREEMENT_PHONE
                    value=phone
                    on_input=type_phone
                    typed=Typed::Phone
                />
            </div>
            {field(Field::Date)}
            {move || failed.get().map(|(what, error)| view! {
                <Failure what error on_retry=submit/>
            })}
            {move || unknown.get().then(|| view! {
                <Note tone=Tone::Warning><p role="alert">{text::AGREEMENT_CHECKING}</p></Note>
            })}
            <footer>
                <Button
                    label=move || text::agreement_submit(lang(), &name())
                    kind=Kind::Primary
                    busy
                    submit=true
                    on_press=|()| ()
                />
                <Button label=text::ACT_CANCEL on_press=move |()| open.set(false)/>
            </footer>
        </form>
    }
}

/// Confirms it, and finds out whether that arrived where the answer did not.
async fn confirm(
    api: PartnerCenter,
    begun: Begun,
    customer: CustomerId,
    template: String,
    acceptance: Acceptance,
) -> Confirmed {
    let Some(agreed) = acceptance.moment(api.server_now()) else {
        return Confirmed::Unknown;
    };
    let contact = acceptance.contact;
    // Without the moment, which is another one each time.
    let body = confirmation(&template, &contact, Timestamp::from_millis(0));
    let mut running = begun.open(&body).await;
    if running.state() != OperationState::Prepared {
        // It was tried before, perhaps with other words: what is there now counts.
        match read(&api, &customer).await {
            Ok(Agreement::Missing) => {
                running.resolve(false).await;
                running.begin_anew(&body);
            }
            Ok(_) => {
                running.resolve(true).await;
                return Confirmed::Done;
            }
            Err(_) => return Confirmed::Unknown,
        }
    }
    let answer = running
        .attempt(|api, id| api.confirm_agreement(id, &customer, &template, &contact, agreed))
        .await;
    let error = match answer {
        Ok(_) => return Confirmed::Done,
        // It is there already.
        Err((_, error)) if error.code.as_deref() == Some("600061") => return Confirmed::Done,
        Err((Effect::Unknown, error)) => error,
        Err((_, error)) => return Confirmed::Not(error),
    };
    for wait in WAITS {
        api.wait(wait).await;
        match read(&api, &customer).await {
            Ok(Agreement::Missing) => {}
            Ok(_) => {
                running.resolve(true).await;
                return Confirmed::Done;
            }
            Err(_) => return Confirmed::Unknown,
        }
    }
    // It may still come. The next time it is looked for first.
    Confirmed::Unseen(error)
}

/// What has to be put right, as links to the fields.
fn problems_summary(problems: Vec<(Field, Problem)>) -> Fragment {
    if problems.is_empty() {
        return Fragment::empty();
    }
    let link = |(field, problem): (Field, Problem)| {
        let words =
            move || text::form_problem(lang(), label(field).now(), &problem_words(field, problem));
        let go = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            let selector = format!("#{}", id(field));
            if let Some(input) = crate::browser::find(&selector) {
                let _ = input.focus();
            }
        };
        let href = format!("#{}", id(field));
        view! { <li><a href=href rel="external" on:click=go>{words}</a></li> }
    };
    view! {
        <Note tone=Tone::Bad>
            <div class="error-summary" role="alert">
                <p>{text::FORM_PROBLEMS}</p>
                <ul>{problems.into_iter().map(link).collect_view()}</ul>
            </div>
        </Note>
    }
}

fn id(field: Field) -> &'static str {
    match field {
        Field::FirstName => "agreement-first-name",
        Field::LastName => "agreement-last-name",
        Field::Email => "agreement-email",
        Field::Date => "agreement-date",
    }
}

fn label(field: Field) -> crate::i18n::Text {
    match field {
        Field::FirstName => text::AGREEMENT_FIRST_NAME,
        Field::LastName => text::AGREEMENT_LAST_NAME,
        Field::Email => text::AGREEMENT_EMAIL,
        Field::Date => text::AGREEMENT_DATE,
    }
}

fn part(acceptance: &Acceptance, field: Field) -> &String {
    match field {
        Field::FirstName => &acceptance.contact.first_name,
        Field::LastName => &acceptance.contact.last_name,
        Field::Email => &acceptance.contact.email,
        Field::Date => &acceptance.date,
    }
}

fn part_mut(acceptance: &mut Acceptance, field: Field) -> &mut String {
    match field {
        Field::FirstName => &mut acceptance.contact.first_name,
        Field::LastName => &mut acceptance.contact.last_name,
        Field::Email => &mut acceptance.contact.email,
        Field::Date => &mut acceptance.date,
    }
}

fn problem_words(field: Field, problem: Problem) -> String {
    let lang = lang();
    match (field, problem) {
        (_, Problem::Missing) => text::AGREEMENT_NEEDED.get(lang).to_owned(),
        (_, Problem::InFuture) => text::AGREEMENT_DATE_FUTURE.get(lang).to_owned(),
        (Field::Date, Problem::Malformed) => {
            let example = format::date(lang, js_sys::Date::now() as i64);
            text::agreement_date_wrong(lang, &example)
        }
        (_, Problem::Malformed) => text::AGREEMENT_EMAIL_WRONG.get(lang).to_owned(),
    }
}

/// The date where the visitor is.
fn today() -> Date {
    let now = js_sys::Date::new_0();
    let offset = now.get_timezone_offset() as i64;
    Timestamp::from_millis(now.get_time() as i64 - offset * 60_000).date()
}
