//! The customers that are always there: Microsoft's fictitious companies and a few of our own, some
//! of them with names that a page has to survive.

/// How much software a customer has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Portfolio {
    /// A handful of orders.
    Usual,
    Nothing,
    /// One order of one line.
    One,
    /// Several hundred lines.
    Hundreds,
    /// One of everything, with purchases on each side of the usual windows.
    Showcase,
    /// Bundles that bring other products along.
    Bundles,
    /// Orders of which some lines were cancelled, and some whole.
    Cancellations,
}

pub struct Known {
    pub name: &'static str,
    pub domain: &'static str,
    pub country: &'static str,
    pub portfolio: Portfolio,
}

const fn usual(name: &'static str, domain: &'static str, country: &'static str) -> Known {
    Known {
        name,
        domain,
        country,
        portfolio: Portfolio::Usual,
    }
}

const fn with(
    portfolio: Portfolio,
    name: &'static str,
    domain: &'static str,
    country: &'static str,
) -> Known {
    Known {
        name,
        domain,
        country,
        portfolio,
    }
}

/// A company name of 120 characters without a space.
pub const LONG_NAME: &str = concat!(
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "undrheinmoselkanalverwaltungsgenossenent",
);

/// In the order of the list: by name, without regard to case or accents.
pub const KNOWN: &[Known] = &[
    usual("A. Datum Corporation", "adatum.com", "US"),
    usual("Adventure Works Cycles", "adventure-works.com", "US"),
    with(
        Portfolio::Nothing,
        "Alpine Ski House",
        "alpineskihouse.com",
        "CH",
    ),
    usual("Ateliers Beaumont SARL", "ateliers-beaumont.example", "FR"),
    usual("Bellows College", "bellowscollege.com", "GB"),
    usual(
        "Best For You Organics Company",
        "bestforyouorganics.com",
        "US",
    ),
    with(
        Portfolio::One,
        "Blue Yonder Airlines",
        "blueyonderairlines.com",
        "GB",
    ),
    usual(
        "Boulangerie d'Été & Fils « À l'Œuvre »",
        "boulangerie-ete.example",
        "FR",
    ),
    usual("City Power & Light", "cpandl.com", "US"),
    usual("Coho Vineyard & Winery", "cohovineyardandwinery.com", "FR"),
    usual("Consolidated Messenger", "consolidatedmessenger.com", "CA"),
    with(Portfolio::Showcase, "Contoso", "contoso.com", "US"),
    usual("Contoso Deutschland GmbH", "de.contoso.com", "DE"),
    with(
        Portfolio::Showcase,
        "Contoso France",
        "fr.contoso.com",
        "FR",
    ),
    usual("Contoso Pharmaceuticals", "pharma.contoso.com", "CH"),
    usual("Contoso Suites", "suites.contoso.com", "ES"),
    usual("Contoso 日本株式会社", "jp.contoso.com", "JP"),
    usual(LONG_NAME, "donaudampf.example", "AT"),
    usual("Étoile du Nord Logistique", "etoile-du-nord.example", "FR"),
    usual("Fabrikam Fibre", "fibre.fabrikam.com", "FR"),
    usual("Fabrikam Residences", "residences.fabrikam.com", "NL"),
    with(Portfolio::Bundles, "Fabrikam, Inc.", "fabrikam.com", "US"),
    usual("First Up Consultants", "firstupconsultants.com", "GB"),
    usual("Fourth Coffee", "fourthcoffee.com", "IT"),
    usual(
        "Graphic <b>Design</b> <script>alert(1)</script> Institute",
        "graphicdesigninstitute.com",
        "GB",
    ),
    usual("Höhenweg Maschinenbau AG", "hoehenweg.example", "DE"),
    usual("Humongous Insurance", "humongousinsurance.com", "US"),
    usual(
        "Imprimerie Saint-Aubin",
        "imprimerie-saint-aubin.example",
        "BE",
    ),
    usual("Kanalwerft Emden GmbH & Co. KG", "kanalwerft.example", "DE"),
    usual("Lamna Healthcare Company", "lamnahealthcare.com", "SE"),
    usual(
        "Liberty's Delightful Sinful Bakery & Cafe",
        "libertysdelightfulsinfulbakeryandcafe.com",
        "US",
    ),
    usual("Litware, Inc.", "litwareinc.com", "US"),
    usual("Lucerne Publishing", "lucernepublishing.com", "CH"),
    usual("Margie's Travel", "margiestravel.com", "GB"),
    usual(
        "Munson's Pickles and Preserves Farm",
        "munsonspicklesandpreservesfarm.com",
        "US",
    ),
    usual("Nod Publishers", "nodpublishers.com", "CA"),
    usual("Northwind Electric Cars", "northwindelectric.example", "SE"),
    usual("Northwind Traders", "northwindtraders.com", "US"),
    usual(
        "O'Brien & D'Souza Chartered Surveyors",
        "obrien-dsouza.example",
        "GB",
    ),
    usual("Parnell Aerospace", "parnellaerospace.example", "CA"),
    usual("Proseware, Inc.", "proseware.com", "US"),
    usual("Relecloud", "relecloud.com", "NL"),
    usual("São Tomé Café Importers", "sao-tome-cafe.example", "ES"),
    usual("School of Fine Art", "fineartschool.net", "IT"),
    usual("Southridge Video", "southridgevideo.com", "US"),
    usual(
        "Sunset \u{202E}oediV\u{202C} & \u{200F}Sound\u{200E} Ltd",
        "sunset-sound.example",
        "GB",
    ),
    with(
        Portfolio::Cancellations,
        "Tailspin Toys",
        "tailspintoys.com",
        "US",
    ),
    usual(
        "Tailspin Toys Polska Sp. z o.o.",
        "pl.tailspintoys.com",
        "PL",
    ),
    usual("The Phone Company", "thephone-company.com", "BE"),
    usual("Tonnellerie de l'Île", "tonnellerie-ile.example", "CA"),
    usual("Trey Research", "treyresearch.net", "DE"),
    usual("Übermut Bäckerei OHG", "uebermut.example", "AT"),
    usual("VanArsdel, Ltd.", "vanarsdelltd.com", "GB"),
    usual("Västerhavet Rederi AB", "vasterhavet.example", "SE"),
    usual("Verrerie Lefèvre-Noël", "verrerie-lefevre.example", "FR"),
    usual("Weingut Köhler & Söhne", "weingut-koehler.example", "DE"),
    with(
        Portfolio::Hundreds,
        "Wide World Importers",
        "wideworldimporters.com",
        "US",
    ),
    usual("Wingtip Toys", "wingtiptoys.com", "JP"),
    usual("Woodgrove Bank", "woodgrovebank.com", "GB"),
    usual("Żubr Meble Sp. z o.o.", "zubr-meble.example", "PL"),
];
