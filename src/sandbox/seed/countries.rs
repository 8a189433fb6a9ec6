//! Where the seed's customers are: towns, people and money of each country. Streets and persons are
//! invented; telephone numbers are from the ranges kept free for fiction where a country has one.

use super::random::Random;

pub struct Country {
    /// ISO 3166-1 alpha-2
    pub code: &'static str,
    pub language: &'static str,
    pub currency: &'static str,
    pub symbol: &'static str,
    /// Digits of the number are filled in for each `#`.
    phone: &'static str,
    /// Town, postal code, region (empty where addresses have none).
    towns: &'static [(&'static str, &'static str, &'static str)],
    streets: &'static [&'static str],
    first_names: &'static [&'static str],
    last_names: &'static [&'static str],
}

pub struct Address {
    pub town: &'static str,
    pub postal_code: &'static str,
    pub region: &'static str,
    pub street: String,
    pub phone: String,
    pub first_name: &'static str,
    pub last_name: &'static str,
}

impl Country {
    pub fn by_code(code: &str) -> &'static Country {
        COUNTRIES
            .iter()
            .find(|country| country.code == code)
            .unwrap_or(&COUNTRIES[0])
    }

    pub fn address(&self, random: &mut Random) -> Address {
        let (town, postal_code, region) = *random.pick(self.towns);
        let number = 1 + random.below(180);
        let street = random.pick(self.streets).replace('#', &number.to_string());
        let digit = |random: &mut Random| char::from(b'0' + random.below(10) as u8);
        let phone = self.phone.chars();
        let phone = phone.map(|letter| match letter {
            '#' => digit(random),
            other => other,
        });
        let phone = phone.collect();
        let names = [self.first_names, self.last_names];
        let [first_name, last_name] = names.map(|names| *random.pick(names));
        Address {
            town,
            postal_code,
            region,
            street,
            phone,
            first_name,
            last_name,
        }
    }
}

const ENGLISH_FIRST: &[&str] = &[
    "Amelia", "Cora", "Daniel", "Grace", "Henry", "Isaac", "Lydia", "Mona", "Oscar", "Robin",
];
const ENGLISH_LAST: &[&str] = &[
    "Ashworth", "Bowen", "Carver", "Dunne", "Ellery", "Frost", "Hale", "Kellan", "Marsh",
    "Whitlock",
];
const FRENCH_FIRST: &[&str] = &[
    "Adèle", "Baptiste", "Chloé", "Étienne", "Hélène", "Joël", "Margaux", "Noé", "Romain", "Zoé",
];
const FRENCH_LAST: &[&str] = &[
    "Aubert",
    "Besançon",
    "Carpentier",
    "d'Ormesson",
    "Fournier",
    "Lefèvre",
    "Maréchal",
    "Noël",
    "Rousseau",
    "Vasseur",
];
const GERMAN_FIRST: &[&str] = &[
    "Anke", "Björn", "Dieter", "Fiona", "Jürgen", "Käthe", "Lukas", "Monika", "Rüdiger", "Ute",
];
const GERMAN_LAST: &[&str] = &[
    "Böhm",
    "Dietrich",
    "Engelhardt",
    "Großmann",
    "Hübner",
    "Köhler",
    "Lang",
    "Schäfer",
    "Vogt",
    "Zimmermann",
];

pub const COUNTRIES: &[Country] = &[
    Country {
        code: "US",
        language: "en-US",
        currency: "USD",
        symbol: "$",
        phone: "+1 206 555 01##",
        towns: &[
            ("Redmond", "98052", "WA"),
            ("Boise", "83702", "ID"),
            ("Albany", "12207", "NY"),
            ("Austin", "78701", "TX"),
            ("Portland", "04101", "ME"),
        ],
        streets: &[
            "# Maple Avenue",
            "# Foundry Street",
            "# Harbor Road",
            "# Old Mill Lane",
        ],
        first_names: ENGLISH_FIRST,
        last_names: ENGLISH_LAST,
    },
    Country {
        code: "GB",
        language: "en-GB",
        currency: "GBP",
        symbol: "£",
        phone: "+44 1632 960###",
        towns: &[
            ("Leeds", "LS1 4AP", ""),
            ("Bristol", "BS1 5TY", ""),
            ("Edinburgh", "EH1 1YZ", ""),
            ("Norwich", "NR2 1RQ", ""),
        ],
        streets: &[
            "# Tanner's Row",
            "# Quayside",
            "# St Hilda's Road",
            "# Canal Street",
        ],
        first_names: ENGLISH_FIRST,
        last_names: ENGLISH_LAST,
    },
    Country {
        code: "FR",
        language: "fr-FR",
        currency: "EUR",
        symbol: "€",
        phone: "+33 1 99 00 ## ##",
        towns: &[
            ("Lyon", "69003", ""),
            ("Nantes", "44000", ""),
            ("Lille", "59800", ""),
            ("Saint-Étienne", "42000", ""),
            ("L'Haÿ-les-Roses", "94240", ""),
        ],
        streets: &[
            "# rue des Tanneurs",
            "# avenue de l'Écluse",
            "# quai Saint-Aubin",
            "# bis, place du Marché",
        ],
        first_names: FRENCH_FIRST,
        last_names: FRENCH_LAST,
    },
    Country {
        code: "DE",
        language: "de-DE",
        currency: "EUR",
        symbol: "€",
        phone: "+49 30 23125 ###",
        towns: &[
            ("Köln", "50667", ""),
            ("Nürnberg", "90402", ""),
            ("Rostock", "18055", ""),
            ("Görlitz", "02826", ""),
        ],
        streets: &[
            "Lindenstraße #",
            "Am Güterbahnhof #",
            "Werftweg #",
            "Marktplatz #",
        ],
        first_names: GERMAN_FIRST,
        last_names: GERMAN_LAST,
    },
    Country {
        code: "CA",
        language: "fr-CA",
        currency: "CAD",
        symbol: "$",
        phone: "+1 418 555 01##",
        towns: &[
            ("Québec", "G1R 4P5", "QC"),
            ("Halifax", "B3J 1S9", "NS"),
            ("Trois-Rivières", "G9A 1L3", "QC"),
            ("Victoria", "V8W 1P6", "BC"),
        ],
        streets: &["# rue Saint-Jean", "# Wharf Street", "# chemin du Moulin"],
        first_names: FRENCH_FIRST,
        last_names: ENGLISH_LAST,
    },
    Country {
        code: "BE",
        language: "fr-BE",
        currency: "EUR",
        symbol: "€",
        phone: "+32 2 000 ## ##",
        towns: &[
            ("Namur", "5000", ""),
            ("Gent", "9000", ""),
            ("Liège", "4000", ""),
        ],
        streets: &["Rue de la Meuse #", "Korenmarkt #", "Chaussée de Dinant #"],
        first_names: FRENCH_FIRST,
        last_names: &[
            "Claes", "Delvaux", "Hermans", "Lambert", "Peeters", "Wouters",
        ],
    },
    Country {
        code: "CH",
        language: "de-CH",
        currency: "CHF",
        symbol: "CHF",
        phone: "+41 44 000 ## ##",
        towns: &[
            ("Zürich", "8001", "ZH"),
            ("Genève", "1204", "GE"),
            ("St. Gallen", "9000", "SG"),
        ],
        streets: &["Seestrasse #", "Rue du Rhône #", "Bahnhofplatz #"],
        first_names: GERMAN_FIRST,
        last_names: &[
            "Ammann",
            "Baumgartner",
            "Favre",
            "Keller",
            "Rochat",
            "Zürcher",
        ],
    },
    Country {
        code: "AT",
        language: "de-AT",
        currency: "EUR",
        symbol: "€",
        phone: "+43 1 000 ####",
        towns: &[
            ("Wien", "1010", ""),
            ("Graz", "8010", ""),
            ("Salzburg", "5020", ""),
        ],
        streets: &["Ringgasse #", "Mühlweg #"],
        first_names: GERMAN_FIRST,
        last_names: GERMAN_LAST,
    },
    Country {
        code: "NL",
        language: "nl-NL",
        currency: "EUR",
        symbol: "€",
        phone: "+31 20 000 ####",
        towns: &[
            ("Utrecht", "3511 AB", ""),
            ("'s-Hertogenbosch", "5211 JX", ""),
            ("Delft", "2611 HV", ""),
        ],
        streets: &["Molenstraat #", "Oude Gracht #", "Havenkade #"],
        first_names: &["Bram", "Femke", "Joost", "Lotte", "Sanne", "Thijs"],
        last_names: &["de Boer", "Jansen", "Mulder", "van der Berg", "Visser"],
    },
    Country {
        code: "ES",
        language: "es-ES",
        currency: "EUR",
        symbol: "€",
        phone: "+34 910 00 ## ##",
        towns: &[
            ("Bilbao", "48001", ""),
            ("A Coruña", "15001", ""),
            ("Cádiz", "11001", ""),
        ],
        streets: &["Calle del Peñón, #", "Avenida de la Estación, #"],
        first_names: &["Begoña", "Íñigo", "José", "Lucía", "Nuria", "Raúl"],
        last_names: &["Castaño", "Fernández", "Ibáñez", "Muñoz", "Peña"],
    },
    Country {
        code: "IT",
        language: "it-IT",
        currency: "EUR",
        symbol: "€",
        phone: "+39 02 0000 ####",
        towns: &[
            ("Torino", "10121", "TO"),
            ("Padova", "35121", "PD"),
            ("Lecce", "73100", "LE"),
        ],
        streets: &["Via dell'Arsenale, #", "Corso Garibaldi, #"],
        first_names: &["Aurora", "Davide", "Elisa", "Niccolò", "Pietro"],
        last_names: &["Barbieri", "Colombo", "D'Angelo", "Ferraro", "Ricci"],
    },
    Country {
        code: "SE",
        language: "sv-SE",
        currency: "SEK",
        symbol: "kr",
        phone: "+46 8 465 004 ##",
        towns: &[
            ("Göteborg", "411 03", ""),
            ("Umeå", "903 26", ""),
            ("Malmö", "211 20", ""),
        ],
        streets: &["Hamngatan #", "Västra Ågatan #"],
        first_names: &["Åsa", "Elin", "Göran", "Linnéa", "Sven"],
        last_names: &["Åkesson", "Björk", "Lindqvist", "Öberg", "Sjögren"],
    },
    Country {
        code: "JP",
        language: "ja-JP",
        currency: "JPY",
        symbol: "¥",
        phone: "+81 3 0000 ####",
        towns: &[
            ("仙台市", "980-0811", "宮城県"),
            ("京都市", "600-8216", "京都府"),
            ("札幌市", "060-0002", "北海道"),
        ],
        streets: &["青葉通り #", "中央区北一条 #"],
        first_names: &["葵", "健太", "さくら", "大輔"],
        last_names: &["青木", "小林", "佐々木", "渡辺"],
    },
    Country {
        code: "PL",
        language: "pl-PL",
        currency: "PLN",
        symbol: "zł",
        phone: "+48 22 000 ## ##",
        towns: &[
            ("Kraków", "31-044", ""),
            ("Łódź", "90-001", ""),
            ("Gdańsk", "80-831", ""),
        ],
        streets: &["ul. Młyńska #", "ul. Długa #"],
        first_names: &["Agnieszka", "Łukasz", "Małgorzata", "Paweł"],
        last_names: &["Dąbrowska", "Kowalczyk", "Wójcik", "Żak"],
    },
    Country {
        code: "TN",
        language: "fr-TN",
        currency: "TND",
        symbol: "DT",
        phone: "+216 70 000 ###",
        towns: &[
            ("Tunis", "1000", ""),
            ("Sfax", "3000", ""),
            ("Sousse", "4000", ""),
        ],
        streets: &["# rue des Oliviers", "# avenue de la Plage"],
        first_names: &["Amine", "Ines", "Rania", "Youssef"],
        last_names: &["Ben Salah", "Gharbi", "Jaziri", "Trabelsi"],
    },
];
