//! Step 1, what you need: the type of the problem, and for a refund the four facts.

use super::before::{Asked, AskedBefore};
use super::desk::ReportDesk;
use super::field::{Line, Lines};
use super::topic::TopicPicker;
use super::ways_on::StepForm;
use super::words;
use crate::dom::{Fragment, component, live, view};
use crate::i18n::{Text, format, lang, text};
use crate::model::draft::ReportStep;
use crate::model::report::Field;
use crate::reactive::*;
use crate::ui::{Note, Tone, foreign};

#[component]
pub(super) fn FactsStep(desk: ReportDesk) -> Fragment {
    let is_refund = Memo::new(move |_| desk.report().is_refund() && desk.may_refund.get());
    let offline = !desk.can_send();
    view! {
        <StepForm desk step=ReportStep::Facts question=text::REPORT_FACTS_QUESTION>
            {offline.then(|| view! {
                <Note tone=Tone::Info><p>{text::REPORT_NOT_OFFERED}</p></Note>
            })}
            <AskedBefore about=Signal::derive(move || asked(desk))/>
            <TopicPicker desk/>
            {live(move || match is_refund.get() {
                true => view! { <Refund desk/> },
                false => view! {
                    <Tenant desk label=text::REPORT_TENANT_OPTIONAL/>
                    <Purchase desk label=text::REPORT_PURCHASE_OPTIONAL/>
                },
            })}
        </StepForm>
    }
}

/// The order that it is about, as far as it was found or can be told from what was typed.
fn asked(desk: ReportDesk) -> Option<Asked> {
    let found = desk.lookups.found.get();
    let order = found.bought.as_ref().and_then(|bought| bought.order());
    let typed = || desk.report().facts.purchase.trim().parse().ok();
    Some(Asked {
        customer: desk.customer()?.id,
        order: order.map(|order| order.id.clone()).or_else(typed)?,
        number: order.map(|order| order.number().to_owned()),
        own: desk.id.get(),
    })
}

#[component]
fn Refund(desk: ReportDesk) -> Fragment {
    let paid = move || {
        let filled = desk.filled()?;
        let found = desk.lookups.found.get();
        let paid = found.paid(&filled.lines);
        let sums: Vec<String> = paid.iter().map(|sum| format::money(lang(), sum)).collect();
        let sums = format::list(lang(), &sums);
        Some(match paid.is_empty() {
            true => text::REPORT_AMOUNT_HINT.now().to_owned(),
            false => text::report_amount_paid(lang(), &sums),
        })
    };
    view! {
        <Tenant desk label=text::REPORT_TENANT/>
        <Purchase desk label=text::REPORT_PURCHASE/>
        <Lines
            desk
            field=Field::Reason
            rows=3
            label=text::REPORT_REASON
            hint=text::REPORT_REASON_HINT
        />
        <div class="fields">
            <Line
                desk
                field=Field::Amount
                hint=move || paid().unwrap_or_default()
            />
            <Line desk field=Field::Currency hint=text::REPORT_CURRENCY_HINT/>
        </div>
    }
}

/// The tenant, and whose it is.
#[component]
fn Tenant(desk: ReportDesk, label: Text) -> Fragment {
    let found = move || {
        let customer = desk.lookups.found.get().customer?;
        let profile = &customer.company_profile;
        let name = foreign::visible(&profile.company_name);
        let domain = foreign::visible(&profile.domain);
        Some(text::report_tenant_found(lang(), &name, &domain))
    };
    view! {
        <div>
            <Line desk field=Field::Tenant label hint=text::REPORT_TENANT_HINT/>
            <p class="found small" role="status">{found}</p>
        </div>
    }
}

/// The purchase, and what it was.
#[component]
fn Purchase(desk: ReportDesk, label: Text) -> Fragment {
    let bought = move || {
        let filled = desk.filled()?;
        let bought = desk.lookups.found.get().bought?;
        words::bought(lang(), &bought, &filled.lines)
    };
    view! {
        <div>
            <Line desk field=Field::Purchase label hint=text::REPORT_PURCHASE_HINT/>
            <p class="found small" role="status">{bought}</p>
        </div>
    }
}
