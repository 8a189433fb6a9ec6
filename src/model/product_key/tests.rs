use super::*;

fn groups(text: &str) -> String {
    ProductKey::new(text.to_owned()).groups().join(" ")
}

#[test]
fn is_shown_in_groups() {
    assert_eq!(
        groups("00001234567890123456789012345678"),
        "0000 1234 5678 9012 3456 7890 1234 5678"
    );
    assert_eq!(
        groups("8F9FN2JWYW1234567890XWRTF"),
        "8F9FN 2JWYW 12345 67890 XWRTF"
    );
    assert_eq!(
        groups("8F9FN-2JWYW-12345-67890-XWRTF"),
        "8F9FN 2JWYW 12345 67890 XWRTF"
    );
    for whole in [
        "",
        "1234",
        "0000123456789012345678901234567A",
        "8F9FN-2JWYW-12345-67890-XWRT",
        "8F9FN 2JWYW 12345 67890 XWRTF",
        "ééééé-2JWYW-12345-67890-XWRTF",
        "clé très secrète",
    ] {
        assert_eq!(groups(whole), whole);
    }
}

#[test]
fn is_kept_as_the_server_gave_it() {
    let text = " 8f9fn-2jwyw ";
    assert_eq!(ProductKey::new(text.to_owned()).expose(), text);
}

#[test]
fn does_not_print() {
    let key = ProductKey::new("8F9FN-2JWYW-12345-67890-XWRTF".to_owned());
    assert_eq!(format!("{key:?}"), "[redacted]");
    assert_eq!(format!("{:?}", Some(&key)), "Some([redacted])");
}

#[test]
fn a_key_in_a_text_is_found_however_it_was_pasted() {
    for text in [
        "8F9FN-2JWYW-12345-67890-XWRTF",
        "key: 8f9fn-2jwyw-12345-67890-xwrtf.",
        "8F9FN 2JWYW 12345 67890 XWRTF",
        "8F9FN\u{2013}2JWYW\u{2013}12345\u{2013}67890\u{2013}XWRTF",
        "(8F9FN2JWYW1234567890XWRTF)",
        "MAK-8F9FN-2JWYW-12345-67890-XWRTF",
        "8F9FN-2JWYW-12345-67890-XWRTF-",
        "8F9FN-2JWYW-12345-67890-XWRTF-4X5Y6",
        "00001234567890123456789012345678",
        "0000 1234 5678 9012 3456 7890 1234 5678",
        "0000-1234-5678-9012-3456-7890-1234-5678",
        "clé=00001234567890123456789012345678\nmerci",
    ] {
        assert!(is_in(text), "{text}");
        let kept = without(text);
        assert!(kept.contains(MASK) && !is_in(&kept), "{kept}");
        assert!(!kept.contains("12345"), "{kept}");
    }
}

#[test]
fn what_surrounds_a_key_stays() {
    let key = "8F9FN-2JWYW-12345-67890-XWRTF";
    let text = format!("é {key}, puis {key} !");
    assert_eq!(without(&text), format!("é {MASK}, puis {MASK} !"));
    assert_eq!(without("rien"), "rien");
}

/// What people write into a report has to pass.
#[test]
fn ids_numbers_and_words_are_no_keys() {
    for text in [
        "",
        "b44bb1fb-c595-45b0-9e09-d657365580bf",
        "11111111-1111-4111-8111-111111111111",
        "2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1",
        "7kQ2_Ab3dEfGhIjKlMnOpQrStUvW1",
        "7kQ2-AB3DEFGHIJKLMNOPQRSTUVW12-x",
        "Ab3dEfGhIjKlMnOpQrStUvW12",
        "DG7GMGF0FKZV:0003:DG7GMGF0DWMS",
        "f76c6b7f449d",
        "these three large small goods",
        "these three large small 10000",
        "anticonstitutionnellement",
        "8F9FN-2JWYW-12345-67890",
        "8F9FN-2JWYW 12345-67890-XWRTF",
        "1234 5678 9012 3456",
        "+33 1 23 45 67 89 00",
        "éééé1-2JWYW-12345-67890-XWRTF",
    ] {
        assert!(!is_in(text), "{text}");
        assert_eq!(without(text), text);
    }
}
