//! Company names by number: the n-th name is the n-th in the order of the list, so that neither a
//! page nor a search for a beginning has to look at more than a few of them.
//!
//! A name is `stem trade form`. The three lists are sorted and hold letters only, which sort behind
//! the space; so the order of the numbers is the order of the names.

const STEMS: &[&str] = &[
    "Abbott",
    "Acorn",
    "Adler",
    "Alder",
    "Ambrose",
    "Anchor",
    "Arbor",
    "Argent",
    "Ashby",
    "Aspen",
    "Atlas",
    "Aurora",
    "Avalon",
    "Bailey",
    "Balder",
    "Banyan",
    "Barlow",
    "Basalt",
    "Beacon",
    "Beaumont",
    "Bellamy",
    "Bergen",
    "Birch",
    "Blake",
    "Bluebell",
    "Bolton",
    "Boreal",
    "Bramble",
    "Brandt",
    "Briar",
    "Bridgewater",
    "Brook",
    "Calder",
    "Camellia",
    "Canopy",
    "Cardinal",
    "Carina",
    "Castell",
    "Cedar",
    "Chantry",
    "Cinder",
    "Clarion",
    "Clover",
    "Cobalt",
    "Compass",
    "Copper",
    "Coral",
    "Corvin",
    "Crescent",
    "Crown",
    "Cypress",
    "Dalton",
    "Danube",
    "Delmar",
    "Denholm",
    "Dorset",
    "Dover",
    "Drake",
    "Eastgate",
    "Ebner",
    "Eldon",
    "Elm",
    "Ember",
    "Epsilon",
    "Estuary",
    "Everly",
    "Fairfax",
    "Falcon",
    "Farrow",
    "Fennel",
    "Fielding",
    "Finch",
    "Fjord",
    "Flint",
    "Forsythe",
    "Foxglove",
    "Galway",
    "Garnet",
    "Gilden",
    "Glacier",
    "Granite",
    "Greenway",
    "Gresham",
    "Halcyon",
    "Hamlin",
    "Harbor",
    "Harrow",
    "Hawthorn",
    "Hazel",
    "Heron",
    "Highland",
    "Holloway",
    "Horizon",
    "Hudson",
    "Imber",
    "Indigo",
    "Iris",
    "Ironwood",
    "Isle",
    "Ivory",
    "Jasmin",
    "Jasper",
    "Juniper",
    "Kestrel",
    "Keystone",
    "Kingsley",
    "Koenig",
    "Lakeside",
    "Lambert",
    "Lantern",
    "Larch",
    "Laurel",
    "Lennox",
    "Linden",
    "Lodestar",
    "Loire",
    "Lombard",
    "Lorien",
    "Lumen",
    "Magnolia",
    "Maple",
    "Marlow",
    "Meadow",
    "Meridian",
    "Merlin",
    "Midland",
    "Mistral",
    "Monarch",
    "Moorland",
    "Mosel",
    "Navarre",
    "Nettle",
    "Newbury",
    "Nimbus",
    "Norden",
    "Nova",
    "Oakley",
    "Obsidian",
    "Octave",
    "Olive",
    "Onyx",
    "Orchard",
    "Orion",
    "Osprey",
    "Otter",
    "Oxford",
    "Pacific",
    "Palmer",
    "Pebble",
    "Pelican",
    "Penrose",
    "Petrel",
    "Pine",
    "Pioneer",
    "Polaris",
    "Poplar",
    "Prairie",
    "Quarry",
    "Quill",
    "Quince",
    "Raven",
    "Redwood",
    "Regent",
    "Ridgeway",
    "Riverton",
    "Robin",
    "Rosewood",
    "Rowan",
    "Sable",
    "Saffron",
    "Salerno",
    "Sapphire",
    "Seabright",
    "Sequoia",
    "Sierra",
    "Silverlake",
    "Solace",
    "Sorrel",
    "Sparrow",
    "Sterling",
    "Summit",
    "Swift",
    "Sycamore",
    "Talbot",
    "Tamarind",
    "Tansy",
    "Teal",
    "Tern",
    "Thistle",
    "Tidewater",
    "Topaz",
    "Trident",
    "Tulip",
    "Umber",
    "Upland",
    "Valley",
    "Verona",
    "Vesper",
    "Violet",
    "Vista",
    "Walden",
    "Waverly",
    "Westbrook",
    "Wheatley",
    "Whitby",
    "Wilder",
    "Willow",
    "Winslow",
    "Wren",
    "Yarrow",
    "Yew",
    "York",
    "Zephyr",
    "Zinnia",
];

const TRADES: &[&str] = &[
    "Advisory",
    "Agronomy",
    "Analytics",
    "Apparel",
    "Architects",
    "Automation",
    "Bakeries",
    "Brewing",
    "Builders",
    "Capital",
    "Catering",
    "Ceramics",
    "Chemicals",
    "Clinics",
    "Components",
    "Consulting",
    "Dairy",
    "Dental",
    "Design",
    "Diagnostics",
    "Distribution",
    "Electric",
    "Energy",
    "Engineering",
    "Events",
    "Farms",
    "Fisheries",
    "Foods",
    "Foundry",
    "Freight",
    "Furniture",
    "Gardens",
    "Hardware",
    "Hotels",
    "Imports",
    "Instruments",
    "Insurance",
    "Interiors",
    "Laboratories",
    "Legal",
    "Logistics",
    "Machining",
    "Marine",
    "Media",
    "Mills",
    "Motors",
    "Optics",
    "Outfitters",
    "Packaging",
    "Pharma",
    "Plastics",
    "Printing",
    "Properties",
    "Recycling",
    "Robotics",
    "Shipping",
    "Software",
    "Studios",
    "Textiles",
    "Travel",
    "Vineyards",
    "Waterworks",
    "Woodworks",
    "Workshops",
];

/// Form of company and the country it belongs to.
const FORMS: &[(&str, &str)] = &[
    ("AB", "SE"),
    ("AG", "CH"),
    ("BV", "NL"),
    ("GmbH", "DE"),
    ("Inc", "US"),
    ("KG", "AT"),
    ("KK", "JP"),
    ("Ltd", "GB"),
    ("Ltée", "CA"),
    ("SARL", "FR"),
    ("SL", "ES"),
    ("SRL", "IT"),
];

/// How many names there are.
pub const NAMES: u32 = (STEMS.len() * TRADES.len() * FORMS.len()) as u32;

/// The name of that number, which is below [`NAMES`].
pub fn name(number: u32) -> String {
    let (stem, trade, form) = parts(number);
    format!("{stem} {trade} {}", form.0)
}

/// The domain of that number. It has the letters of the name, so it begins as the name begins.
pub fn domain(number: u32) -> String {
    let (stem, trade, form) = parts(number);
    format!("{stem}-{trade}-{}.{TOP}", form.0.replace('é', "e")).to_lowercase()
}

/// Reserved by RFC 2606: nobody's.
pub const TOP: &str = "example";

/// The country (ISO 3166-1 alpha-2) that the form of company belongs to.
pub fn country(number: u32) -> &'static str {
    parts(number).2.1
}

fn parts(
    number: u32,
) -> (
    &'static str,
    &'static str,
    &'static (&'static str, &'static str),
) {
    let number = (number % NAMES) as usize;
    let (rest, form) = (number / FORMS.len(), number % FORMS.len());
    (
        STEMS[rest / TRADES.len()],
        TRADES[rest % TRADES.len()],
        &FORMS[form],
    )
}

/// What names are ordered by: lower case, without accents.
pub fn fold(name: &str) -> String {
    name.chars()
        .flat_map(char::to_lowercase)
        .map(plain)
        .collect()
}

fn plain(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' | 'ø' | 'œ' => 'o',
        'ù'..='ü' => 'u',
        'ż' | 'ź' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_in_the_order_of_the_names() {
        let all: Vec<_> = (0..NAMES).map(|number| fold(&name(number))).collect();
        assert!(all.is_sorted_by(|one, next| one < next));
        let domains: Vec<_> = (0..NAMES).map(domain).collect();
        assert!(domains.iter().zip(&all).all(|(domain, name)| {
            domain
                .strip_suffix(".example")
                .is_some_and(|host| host.replace('-', " ") == *name)
        }));
    }
}
