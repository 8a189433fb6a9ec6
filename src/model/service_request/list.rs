//! Which requests a list shows.

use super::{RequestStatus, ServiceRequest};
use crate::model::fold::fold;

/// Where a request stands, as far as a list can be narrowed to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Support is at it.
    Open,
    /// Support waits for the partner.
    AttentionNeeded,
    Closed,
}

impl Standing {
    pub const ALL: [Standing; 3] = [Standing::Open, Standing::AttentionNeeded, Standing::Closed];

    /// The word in addresses, which is that of the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Standing::Open => "open",
            Standing::AttentionNeeded => "attention_needed",
            Standing::Closed => "closed",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }
}

impl RequestStatus {
    /// `None` for a status that this version does not know.
    pub fn standing(&self) -> Option<Standing> {
        Some(match self {
            // A request that was just handed in has no status yet.
            RequestStatus::None | RequestStatus::Open => Standing::Open,
            RequestStatus::AttentionNeeded => Standing::AttentionNeeded,
            RequestStatus::Closed => Standing::Closed,
            RequestStatus::Unknown(_) => return None,
        })
    }
}

/// Conditions that a row has to meet, all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub standing: Option<Standing>,
    /// Folded.
    words: Vec<String>,
}

impl Filter {
    /// Each of the words has to stand in what a request says of itself: its number and title, whom it
    /// is about, and its text, where the numbers of orders are.
    pub fn new(standing: Option<Standing>, words: &str) -> Self {
        let words = fold(words);
        Filter {
            standing,
            words: words.split_whitespace().map(str::to_owned).collect(),
        }
    }

    pub fn fits(&self, request: &ServiceRequest) -> bool {
        let standing = self.standing;
        if standing.is_some_and(|wanted| request.status.standing() != Some(wanted)) {
            return false;
        }
        if self.words.is_empty() {
            return true;
        }
        let organization = request.organization.clone().unwrap_or_default();
        let parts = [
            request.id.as_str(),
            &request.title,
            organization.name.as_deref().unwrap_or_default(),
            organization.id.as_ref().map_or("", |id| id.as_str()),
            &request.description,
        ];
        let text = fold(&parts.join("\n"));
        self.words.iter().all(|word| text.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::service_request::{Organization, Severity};

    fn request(status: RequestStatus) -> ServiceRequest {
        ServiceRequest {
            id: "616122292874576".parse().unwrap(),
            title: "Crédit absent".to_owned(),
            description: "Order 9af3c1d20b77\nwas cancelled".to_owned(),
            severity: Severity::Minimal,
            topic: None,
            topic_name: None,
            status,
            organization: Some(Organization {
                id: None,
                name: Some("Fjordkraft".to_owned()),
            }),
            contact: None,
            created: None,
            modified: None,
            closed: None,
            notes: Vec::new(),
            files: Vec::new(),
        }
    }

    #[test]
    fn a_request_stands_where_its_status_says() {
        for standing in Standing::ALL {
            assert_eq!(Standing::parse(standing.as_str()), Some(standing));
            let status = RequestStatus::from(standing.as_str().to_owned());
            assert_eq!(status.standing(), Some(standing));
        }
        assert_eq!(Standing::parse("none"), None);
        assert_eq!(RequestStatus::None.standing(), Some(Standing::Open));
        assert_eq!(RequestStatus::Unknown("paused".to_owned()).standing(), None);
    }

    #[test]
    fn is_found_by_all_words_whatever_their_case_and_accents() {
        let open = request(RequestStatus::Open);
        for words in [
            "",
            "  ",
            "CREDIT",
            "fjord 9AF3C1D20B77",
            "616122 absent cancelled",
        ] {
            assert!(Filter::new(None, words).fits(&open), "{words}");
        }
        for words in ["credits", "fjord contoso", "absentorder"] {
            assert!(!Filter::new(None, words).fits(&open), "{words}");
        }
    }

    #[test]
    fn a_status_that_nobody_knows_is_in_no_group_and_among_all() {
        let odd = request(RequestStatus::Unknown("paused".to_owned()));
        assert!(Filter::default().fits(&odd));
        for standing in Standing::ALL {
            assert!(!Filter::new(Some(standing), "").fits(&odd));
        }
        let closed = request(RequestStatus::Closed);
        assert!(Filter::new(Some(Standing::Closed), "fjord").fits(&closed));
        assert!(!Filter::new(Some(Standing::Open), "fjord").fits(&closed));
    }
}
