use super::*;

const WORDS: Words = Words {
    language: &|tag| match tag {
        "fr-FR" => Some("français (France)".to_owned()),
        "en-US" => Some("English (United States)".to_owned()),
        "cs-CZ" => Some("čeština".to_owned()),
        "de-DE" => Some("Deutsch".to_owned()),
        _ => None,
    },
    bits: &|bits| format!("{bits}-bit"),
};

fn option(title: &str, rank: i64, language: &str, bit: &str) -> DownloadOption {
    DownloadOption {
        key: format!("{title}/{language}/{bit}="),
        title: title.to_owned(),
        rank: Some(rank),
        cpu_and_file_type: bit.to_owned(),
        language_code: language.to_owned(),
        language_name: format!("Name of {language}"),
        size: Some(1_000),
    }
}

/// 2019 in three languages, 64 bit only but for English; 2016 in two languages, 32 bit only.
fn options() -> Vec<DownloadOption> {
    vec![
        option("Access 2016", 1, "en-US", "32 Bit, ISO"),
        option("Access 2016", 1, "fr-FR", "32 Bit, ISO"),
        option("Access 2019", 0, "fr-FR", "64 Bit, ISO"),
        option("Access 2019", 0, "en-US", "32 Bit, ISO"),
        option("Access 2019", 0, "en-US", "64 Bit, ISO"),
        option("Access 2019", 0, "cs-CZ", "64 Bit, ISO"),
    ]
}

fn choice(version: &str, language: &str, bit: &str) -> Choice {
    Choice::default()
        .with(Column::Version, version)
        .with(Column::Language, language)
        .with(Column::Bit, bit)
}

fn pickers(version: &str, language: &str, bit: &str) -> Pickers {
    Pickers::new(&options(), &choice(version, language, bit), &WORDS)
}

fn labels(picker: &Picker) -> Vec<&str> {
    picker
        .entries
        .iter()
        .map(|entry| entry.label.as_str())
        .collect()
}

fn fitting(picker: &Picker) -> Vec<&str> {
    let fitting = picker.entries.iter().filter(|entry| entry.fits);
    fitting.map(|entry| entry.value.as_str()).collect()
}

#[test]
fn nothing_chosen_leaves_all_open_in_the_right_order() {
    let all = pickers("", "", "");
    assert_eq!(all.outcome, Outcome::Incomplete(Column::ALL.to_vec()));
    assert_eq!(
        labels(all.get(Column::Version)),
        ["Access 2019", "Access 2016"]
    );
    let languages = ["čeština", "English (United States)", "français (France)"];
    assert_eq!(labels(all.get(Column::Language)), languages);
    assert_eq!(labels(all.get(Column::Bit)), ["64-bit", "32-bit"]);
    assert!(all.pickers.iter().all(|picker| picker.value.is_none()));
}

#[test]
fn a_choice_narrows_the_others_whichever_comes_first() {
    let by_version = pickers("access-2016", "", "");
    assert_eq!(
        fitting(by_version.get(Column::Language)),
        ["en-US", "fr-FR"]
    );
    assert_eq!(
        fitting(by_version.get(Column::Version)).len(),
        2,
        "not itself"
    );
    let by_language = pickers("", "cs-CZ", "");
    assert_eq!(fitting(by_language.get(Column::Version)), ["access-2019"]);
    let by_bit = pickers("", "", "32-bit-iso");
    assert_eq!(fitting(by_bit.get(Column::Language)), ["en-US", "fr-FR"]);
}

#[test]
fn the_only_value_left_is_picked_by_itself() {
    let picked = pickers("access-2016", "fr-FR", "");
    let bit = picked.get(Column::Bit);
    assert_eq!(
        (bit.value.as_deref(), bit.by_itself),
        (Some("32-bit-iso"), true)
    );
    assert_eq!(picked.outcome, Outcome::Chosen(vec![1]));
    assert_eq!(
        picked.words(),
        ["Access 2016", "français (France)", "32-bit"]
    );

    // One pick leads to the next.
    let picked = pickers("", "cs-CZ", "");
    assert_eq!(picked.outcome, Outcome::Chosen(vec![5]));

    let single = Pickers::new(&options()[..1], &Choice::default(), &WORDS);
    assert_eq!(single.outcome, Outcome::Chosen(vec![0]));
    assert!(single.pickers.iter().all(|picker| picker.by_itself));
}

#[test]
fn what_was_picked_by_itself_gives_way_and_what_was_chosen_does_not() {
    let before = choice("access-2016", "en-US", "");
    assert_eq!(
        Pickers::new(&options(), &before, &WORDS)
            .held
            .bit
            .as_deref(),
        Some("32-bit-iso")
    );
    let after = Pickers::new(
        &options(),
        &before.with(Column::Version, "access-2019"),
        &WORDS,
    );
    assert_eq!(
        after.get(Column::Bit).value,
        None,
        "now there is a choice to make"
    );
    assert_eq!(after.outcome, Outcome::Incomplete(vec![Column::Bit]));
    assert_eq!(after.get(Column::Language).value.as_deref(), Some("en-US"));
}

#[test]
fn choices_that_contradict_each_other_stay_and_the_nearest_are_offered() {
    let wrong = pickers("access-2019", "fr-FR", "32-bit-iso");
    for (column, value) in [
        (Column::Version, "access-2019"),
        (Column::Language, "fr-FR"),
        (Column::Bit, "32-bit-iso"),
    ] {
        assert_eq!(wrong.get(column).value.as_deref(), Some(value));
    }
    let Outcome::NoSuch(nearest) = &wrong.outcome else {
        panic!("{:?}", wrong.outcome)
    };
    let words: Vec<String> = nearest
        .iter()
        .map(|near| wrong.words_of(near).join(" · "))
        .collect();
    assert_eq!(
        words,
        [
            "Access 2019 · français (France) · 64-bit",
            "Access 2019 · English (United States) · 32-bit",
            "Access 2016 · français (France) · 32-bit",
        ]
    );
    for near in nearest {
        let outcome = Pickers::new(&options(), near, &WORDS).outcome;
        assert!(
            matches!(outcome, Outcome::Chosen(_)),
            "what is offered exists"
        );
    }
}

#[test]
fn two_choices_are_enough_to_contradict() {
    let wrong = pickers("access-2016", "cs-CZ", "");
    assert!(matches!(wrong.outcome, Outcome::NoSuch(_)));
    assert_eq!(wrong.get(Column::Bit).value, None);
}

#[test]
fn a_withdrawn_version_in_an_old_link_is_shown_as_unknown() {
    let old = pickers("access-2010", "fr-FR", "");
    let version = old.get(Column::Version);
    assert!(version.unknown);
    assert_eq!(version.label(), Some("access-2010"));
    let Outcome::NoSuch(nearest) = old.outcome else {
        panic!()
    };
    assert_eq!(nearest[0].language.as_deref(), Some("fr-FR"));
}

#[test]
fn the_nearest_language_is_a_sibling_then_english() {
    let list = vec![
        option("V", 0, "de-DE", "64 Bit"),
        option("V", 0, "en-US", "64 Bit"),
        option("V", 0, "fr-CA", "64 Bit"),
        option("W", 0, "fr-FR", "64 Bit"),
    ];
    let first = |language: &str| {
        let choice = choice("v", language, "64-bit");
        let Outcome::NoSuch(nearest) = Pickers::new(&list, &choice, &WORDS).outcome else {
            panic!()
        };
        nearest[0].language.clone().unwrap()
    };
    assert_eq!(first("fr-FR"), "fr-CA");
    assert_eq!(first("ja-JP"), "en-US");
}

#[test]
fn the_file_type_is_named_only_where_there_are_several() {
    let mut list = options();
    list.push(option("Access 2019", 0, "fr-FR", "64 Bit, EXE"));
    list.push(option("Access 2019", 0, "fr-FR", "ARM, ZIP"));
    let all = Pickers::new(&list, &Choice::default(), &WORDS);
    let bits = labels(all.get(Column::Bit));
    assert_eq!(bits, ["64-bit, EXE", "64-bit, ISO", "32-bit", "ARM, ZIP"]);
}

#[test]
fn bits_and_file_type_are_read_from_the_odd_column() {
    for (text, bits, file_type) in [
        ("32 Bit, ISO", Some(32), "ISO"),
        ("64-bit,EXE", Some(64), "EXE"),
        ("64 bits", Some(64), ""),
        ("x64, ISO", None, "ISO"),
        ("64", None, ""),
        ("", None, ""),
        ("99999999999 Bit", None, ""),
    ] {
        assert_eq!(
            option("V", 0, "en", text).bit(),
            (bits, file_type),
            "{text}"
        );
    }
}

#[test]
fn odd_values_still_tell_options_apart() {
    let list = vec![
        option("オフィス", 0, "", "64 Bit"),
        option("サーバー", 1, "", "64 Bit"),
    ];
    let all = Pickers::new(&list, &Choice::default(), &WORDS);
    let versions = all.get(Column::Version);
    assert_eq!(versions.entries.len(), 2);
    assert_ne!(versions.entries[0].value, versions.entries[1].value);
    assert!(is_tag(&versions.entries[0].value));
    // A code that would not survive a URL is replaced by the name.
    assert_eq!(
        option("V", 0, "a/b", "64 Bit").value(Column::Language),
        "name-of-a-b"
    );
}

#[test]
fn the_same_combination_twice_gives_both_files() {
    let mut list = options();
    list.push(option("Access 2016", 1, "fr-FR", "32 Bit, ISO"));
    let both = Pickers::new(&list, &choice("access-2016", "fr-FR", ""), &WORDS);
    assert_eq!(both.outcome, Outcome::Chosen(vec![1, 6]));
}

#[test]
fn a_product_without_downloads_says_so() {
    let none = Pickers::new(&[], &choice("access-2016", "", ""), &WORDS);
    assert_eq!(none.outcome, Outcome::NothingOffered);
}

#[test]
fn the_choice_goes_to_the_url_and_back() {
    let choice = choice("access-2016", "pt-BR", "");
    let back = Choice::from_params(&|name| match name {
        "version" => Some("access-2016".to_owned()),
        "language" => Some("pt-BR".to_owned()),
        "bit" => Some(String::new()),
        _ => None,
    });
    assert_eq!(back, choice);
    assert!(Choice::default().is_empty());
}

#[test]
fn no_choice_ever_changes_what_was_chosen() {
    let list = options();
    let values = |column: Column| {
        let mut values: Vec<String> = list.iter().map(|option| option.value(column)).collect();
        values.push(String::new());
        values.push("withdrawn".to_owned());
        values
    };
    for version in values(Column::Version) {
        for language in values(Column::Language) {
            for bit in values(Column::Bit) {
                let chosen = choice(&version, &language, &bit);
                let pickers = Pickers::new(&list, &chosen, &WORDS);
                for column in Column::ALL {
                    if let Some(value) = chosen.get(column) {
                        assert_eq!(pickers.get(column).value.as_deref(), Some(value));
                        assert!(!pickers.get(column).by_itself);
                    }
                }
            }
        }
    }
}
