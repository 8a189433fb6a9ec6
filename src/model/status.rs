//! States that a server reports as text. Texts nobody has seen yet are kept and shown as they are.

/// An enum of wire texts: written in snake_case, read without regard to case and underscores
/// (published bodies print `Annual` and `annual`, documents `PrefulfillmentPending`), and any other
/// text kept in `Unknown`.
macro_rules! wire_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$vdoc])* $variant,)+
            /// A text that this version does not know, as it came.
            Unknown(String),
        }

        impl $name {
            /// The text of the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $($name::$variant => $text,)+
                    $name::Unknown(text) => text,
                }
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                $(if $crate::model::status::same_text(&text, $text) {
                    return $name::$variant;
                })+
                $name::Unknown(text)
            }
        }

        impl Default for $name {
            fn default() -> Self {
                $name::Unknown(String::new())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::model::text::deserialize(from).map($name::from)
            }
        }
    };
}

pub(crate) use wire_enum;

pub(crate) fn same_text(left: &str, right: &str) -> bool {
    let bare = |text: &'_ str| {
        let letters: Vec<u8> = text.bytes().filter(|b| *b != b'_').collect();
        letters
    };
    bare(left).eq_ignore_ascii_case(&bare(right))
}

wire_enum!(
    /// An order's state (Microsoft, "Order resources").
    OrderStatus {
        Completed = "completed",
        Pending = "pending",
        /// Every line is cancelled.
        Cancelled = "cancelled",
        Suspended = "suspended",
        PendingReview = "pending_review",
        /// The partner must upload the customer's purchase order.
        PendingPoUpload = "pending_po_upload",
        PoUploadComplete = "po_upload_complete",
        PoReviewRejected = "po_review_rejected",
        PartialSuccess = "partial_success",
        Error = "error",
    }
);

wire_enum!(
    /// A subscription's state (Microsoft, "Subscription resources").
    SubscriptionStatus {
        None = "none",
        Active = "active",
        Pending = "pending",
        Suspended = "suspended",
        Expired = "expired",
        Disabled = "disabled",
        /// Cancelled by a request.
        Deleted = "deleted",
    }
);

wire_enum!(
    /// How often a purchase is billed.
    BillingCycle {
        OneTime = "one_time",
        Monthly = "monthly",
        Annual = "annual",
        Biennial = "biennial",
        Triennial = "triennial",
        None = "none",
    }
);

wire_enum!(
    /// The state of a product key or of a download among an entitlement's artifacts
    /// (pre-release contract of June 2018, where only `Active` was ever printed).
    ArtifactState {
        Active = "active",
        Revoked = "revoked",
        Pending = "pending",
    }
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_read_without_regard_to_case_and_written_in_snake_case() {
        for text in ["pending_po_upload", "PendingPoUpload", "Pending_PO_Upload"] {
            assert_eq!(
                OrderStatus::from(text.to_owned()),
                OrderStatus::PendingPoUpload
            );
        }
        let written = serde_json::to_string(&BillingCycle::OneTime).unwrap();
        assert_eq!(written, "\"one_time\"");
    }

    #[test]
    fn keeps_what_it_does_not_know() {
        let status: OrderStatus = serde_json::from_str("\"Teleported\"").unwrap();
        assert_eq!(status, OrderStatus::Unknown("Teleported".to_owned()));
        assert_eq!(serde_json::to_string(&status).unwrap(), "\"Teleported\"");
        let number: OrderStatus = serde_json::from_str("1").unwrap();
        assert_eq!(number.as_str(), "1");
    }
}
