//! `GET /servicerequests/supporttopics`: what a request can be about.

use serde_json::json;

use crate::sandbox::call::Call;
use crate::sandbox::failure::Failure;
use crate::sandbox::http::Response;
use crate::sandbox::json::{attributes, collection};
use crate::sandbox::seed::catalog::Text;

pub struct Topic {
    pub id: u64,
    pub name: Text,
    description: Text,
}

/// The topic of refunds, which Admin agents and Global admins alone may ask for.
pub const REFUND: u64 = 32_444_690;

const fn topic(
    id: u64,
    name: (&'static str, &'static str),
    description: (&'static str, &'static str),
) -> Topic {
    Topic {
        id,
        name: Text {
            en: name.0,
            fr: name.1,
        },
        description: Text {
            en: description.0,
            fr: description.1,
        },
    }
}

/// The first two are published; the others are the sandbox's own.
const TOPICS: &[Topic] = &[
    topic(
        32_444_667,
        ("Partner Center Issues", "Problèmes de l'Espace partenaires"),
        (
            "Office 365 questions from the CSP (Cloud Solution Provider) partners using Partner Center",
            "Questions sur Office 365 des partenaires CSP (fournisseurs de solutions cloud) dans l'Espace partenaires",
        ),
    ),
    topic(
        32_444_671,
        ("Cannot manage my profile", "Impossible de gérer mon profil"),
        (
            "Issues that are related to errors or problems with managing a profile",
            "Erreurs et problèmes liés à la gestion d'un profil",
        ),
    ),
    topic(
        REFUND,
        (
            "CSP Purchase/Refund on behalf of customers",
            "CSP achat/remboursement pour le compte des clients",
        ),
        (
            "Credit for what was bought for a customer, also after the cancellation window",
            "Crédit pour un achat effectué pour un client, y compris après la période d'annulation",
        ),
    ),
    topic(
        32_444_691,
        ("Product keys", "Clés de produit"),
        (
            "Keys that are missing, wrong or cannot be activated any more",
            "Clés manquantes, erronées ou qui ne s'activent plus",
        ),
    ),
    topic(
        32_444_692,
        ("Software downloads", "Téléchargements de logiciels"),
        (
            "Files that cannot be downloaded or installed",
            "Fichiers qui ne se téléchargent ou ne s'installent pas",
        ),
    ),
    topic(
        32_444_693,
        ("Placing an order", "Passer une commande"),
        (
            "Orders that are refused, pending or incomplete",
            "Commandes refusées, en attente ou incomplètes",
        ),
    ),
    topic(
        32_444_694,
        ("Catalogue and prices", "Catalogue et prix"),
        (
            "Products that are missing, and prices",
            "Produits manquants et prix",
        ),
    ),
    topic(
        32_444_695,
        ("Billing and invoices", "Facturation et factures"),
        (
            "Charges, credits and invoices",
            "Frais, crédits et factures",
        ),
    ),
    topic(
        32_444_696,
        ("Software subscriptions", "Abonnements logiciels"),
        (
            "Terms, renewal and changes of subscriptions",
            "Durée, renouvellement et modification des abonnements",
        ),
    ),
    topic(
        32_444_697,
        ("Customers and agreements", "Clients et contrats"),
        (
            "Relationships with customers, and the Microsoft Customer Agreement",
            "Relations avec les clients et Contrat client Microsoft",
        ),
    ),
    topic(
        32_444_698,
        (
            "Users, roles and sign-in",
            "Utilisateurs, rôles et connexion",
        ),
        (
            "Who may do what in Partner Center, and signing in",
            "Droits dans l'Espace partenaires et connexion",
        ),
    ),
    topic(
        32_444_699,
        ("Partner Center API", "API de l'Espace partenaires"),
        (
            "Errors and limits of the programming interface",
            "Erreurs et limites de l'interface de programmation",
        ),
    ),
];

pub fn find(id: u64) -> Option<&'static Topic> {
    TOPICS.iter().find(|topic| topic.id == id)
}

/// Whole; names are in French when asked for in French.
pub fn list(call: &mut Call) -> Result<Response, Failure> {
    let french = call.in_french();
    let items = TOPICS.iter().map(|topic| {
        json!({
            "name": topic.name.get(french),
            "description": topic.description.get(french),
            "id": topic.id,
            "attributes": attributes("SupportTopic"),
        })
    });
    Ok(Response::json(200, &collection(items.collect(), None)))
}
