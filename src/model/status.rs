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
    };
}

pub(crate) use wire_enum;

pub(crate) fn same_text(left: &str, right: &str) -> bool {
    let letters = |text: &'_ str| -> Vec<u8> {
        let bare = text.bytes().filter(|byte| *byte != b'_');
        bare.map(|byte| byte.to_ascii_lowercase()).collect()
    };
    left.len() <= 2 * right.len() && letters(left) == letters(right)
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
            let status = OrderStatus::from(text.to_owned());
            assert_eq!(status, OrderStatus::PendingPoUpload);
            assert_eq!(status.as_str(), "pending_po_upload");
        }
    }

    #[test]
    fn keeps_what_it_does_not_know() {
        let status = OrderStatus::from("Teleported".to_owned());
        assert_eq!(status, OrderStatus::Unknown("Teleported".to_owned()));
        assert_eq!(status.as_str(), "Teleported");
    }
}
