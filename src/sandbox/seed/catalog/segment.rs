//! Which segments of customers a product is sold to.

use serde::{Deserialize, Serialize};

/// A segment, in the API's spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Segment {
    Commercial,
    Education,
    Government,
    Nonprofit,
}

use Segment::{Commercial, Education, Government, Nonprofit};

/// What is sold otherwise than to everybody.
const SOLD_TO: &[(&str, &[Segment])] = &[
    // Office LTSC Professional Plus and Windows Server: special prices for everyone who may have them
    ("DG7GMGF0DWTK", &Segment::ALL),
    ("DG7GMGF0DVWS", &Segment::ALL),
    ("DG7GMGF0DVT7", &[Commercial, Education, Nonprofit]),
    ("DG7GMGF0DWTS", &[Commercial, Education]),
    ("DG7GMGF0DWVP", &[Commercial, Education]),
    ("DG7GMGF0DSQS", &[Commercial, Education, Government]),
    ("DG7GMGF0DEDU", &[Education]),
    ("DG7GMGF0DNPO", &[Nonprofit]),
    ("DG7GMGF0DGOV", &[Government]),
];

/// The segments of the family of that id.
pub fn of(family: &str) -> &'static [Segment] {
    let mut known = SOLD_TO.iter();
    known
        .find(|(id, _)| *id == family)
        .map_or(&[Commercial], |(_, segments)| segments)
}

impl Segment {
    pub const ALL: [Segment; 4] = [Commercial, Education, Government, Nonprofit];

    /// Reads `targetSegment`, whatever its case.
    pub fn read(text: &str) -> Option<Segment> {
        let mut all = Segment::ALL.into_iter();
        all.find(|segment| segment.as_str().eq_ignore_ascii_case(text))
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Commercial => "commercial",
            Education => "education",
            Government => "government",
            Nonprofit => "nonprofit",
        }
    }
}
