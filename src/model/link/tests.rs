use super::*;

fn allowed() -> Allowed {
    Allowed {
        hosts: ["*.microsoft.com", "files.example.net"]
            .map(|host| host.parse().unwrap())
            .to_vec(),
        page: Origin::of("http://127.0.0.1:8080/anything"),
        api: Origin::of("https://gateway.example:8443"),
    }
}

fn passes(text: &str) -> Result<String, Blocked> {
    allowed().check(text).map(|safe| safe.href().to_owned())
}

#[test]
fn an_expected_host_passes_in_one_spelling() {
    for (text, href) in [
        (
            "https://download.microsoft.com/a.iso?exp=1&sig=a%2Fb%3D",
            "https://download.microsoft.com/a.iso?exp=1&sig=a%2Fb%3D",
        ),
        (
            "HTTPS://A.B.Microsoft.COM:443/X",
            "https://a.b.microsoft.com/X",
        ),
        ("https://files.example.net", "https://files.example.net/"),
        (
            "https://files.example.net?x#y",
            "https://files.example.net/?x#y",
        ),
        (
            "https://xn--bcher-kva.microsoft.com/",
            "https://xn--bcher-kva.microsoft.com/",
        ),
        (
            "https://files.example.net/@:!$&'()*+,;=~-._",
            "https://files.example.net/@:!$&'()*+,;=~-._",
        ),
    ] {
        assert_eq!(passes(text).as_deref(), Ok(href), "{text}");
    }
}

#[test]
fn the_own_origins_pass_and_paths_are_the_pages() {
    for (text, href) in [
        ("/sandbox/a.iso", "http://127.0.0.1:8080/sandbox/a.iso"),
        ("/", "http://127.0.0.1:8080/"),
        ("http://127.0.0.1:8080/a?b", "http://127.0.0.1:8080/a?b"),
        (
            "https://GATEWAY.example:8443/v1/a",
            "https://gateway.example:8443/v1/a",
        ),
    ] {
        assert_eq!(passes(text).as_deref(), Ok(href), "{text}");
    }
    let no_page = Allowed {
        page: None,
        ..allowed()
    };
    assert_eq!(no_page.check("/sandbox/a.iso"), Err(Blocked::Malformed));
}

#[test]
fn the_host_to_show_has_its_port() {
    let host = |text: &str| allowed().check(text).map(|safe| safe.host().to_owned());
    assert_eq!(
        host("https://a.microsoft.com/x").as_deref(),
        Ok("a.microsoft.com")
    );
    assert_eq!(host("/x").as_deref(), Ok("127.0.0.1:8080"));
}

#[test]
fn hostile_addresses_are_blocked() {
    use Blocked::*;
    let long = format!("https://a.microsoft.com/{}", "a".repeat(LONGEST));
    let payloads = [
        ("javascript:alert(1)", Scheme),
        ("JaVaScRiPt:alert(1)", Scheme),
        (" javascript:alert(1)", Scheme),
        ("\u{1}javascript:alert(1)", Scheme),
        ("java\tscript:alert(1)", Malformed),
        ("java\nscript:alert(1)", Malformed),
        ("javascript://a.microsoft.com/%0aalert(1)", Scheme),
        ("data:text/html,<script>alert(1)</script>", Scheme),
        ("vbscript:x", Scheme),
        ("blob:https://a.microsoft.com/x", Scheme),
        ("filesystem:https://a.microsoft.com/x", Scheme),
        ("file:///etc/passwd", Scheme),
        ("mailto:a@a.microsoft.com", Scheme),
        ("ms-settings:privacy", Scheme),
        ("view-source:https://a.microsoft.com/", Scheme),
        ("http://a.microsoft.com/x", Scheme),
        ("ftp://a.microsoft.com/x", Scheme),
        ("ws://127.0.0.1:8080/", Scheme),
        ("https://127.0.0.1:8080/", Host),
        ("http://127.0.0.1/", Scheme),
        ("http://gateway.example:8443/", Scheme),
        ("https://gateway.example/", Host),
        ("//evil.example/x", Malformed),
        ("///evil.example/x", Malformed),
        ("/\\evil.example/x", Malformed),
        ("\\\\evil.example\\x", Malformed),
        ("https:evil.example", Malformed),
        ("https:/evil.example", Malformed),
        ("https:\\\\a.microsoft.com", Malformed),
        ("https:///a.microsoft.com", Malformed),
        ("https://", Malformed),
        ("https://evil.example", Host),
        ("https://microsoft.com/", Host),
        ("https://evilmicrosoft.com/", Host),
        ("https://a.microsoft.com.evil.example/", Host),
        ("https://a.files.example.net/", Host),
        ("https://a.microsoft.com@evil.example/", Malformed),
        ("https://user:secret@a.microsoft.com/", Malformed),
        ("https://evil.example\\@a.microsoft.com/", Malformed),
        ("https://evil.example#@a.microsoft.com/", Host),
        ("https://evil.example?.microsoft.com", Host),
        ("https://evil.example/.microsoft.com", Host),
        ("https://a.microsoft.com:8443/", Host),
        ("https://a.microsoft.com:0443/", Malformed),
        ("https://a.microsoft.com:99999/", Malformed),
        ("https://a.microsoft.com:/", Malformed),
        ("https://a.microsoft.com./", Malformed),
        ("https://.microsoft.com/", Malformed),
        ("https://-a.microsoft.com/", Malformed),
        ("https://a%2emicrosoft.com/", Malformed),
        ("https://evil.example%2f.microsoft.com/", Malformed),
        ("https://mіcrosoft.com/", Malformed),
        ("https://a。microsoft.com/", Malformed),
        ("https://a.microsoft.com/\u{202e}osi.exe", Malformed),
        ("https://a.microsoft.com/a b", Malformed),
        ("https://a.microsoft.com/\r\nSet-Cookie:x", Malformed),
        ("https://a.microsoft.com/\"onclick=", Malformed),
        ("https://a.microsoft.com/<b>", Malformed),
        ("https://a.microsoft.com/\0", Malformed),
        ("https://a.microsoft.com/../x", Malformed),
        ("https://a.microsoft.com/%2E%2e/x", Malformed),
        ("https://a.microsoft.com//evil.example", Malformed),
        ("/..//evil.example", Malformed),
        ("/a/../../x", Malformed),
        ("https://2130706433/", Malformed),
        ("https://0x7f.1/", Malformed),
        ("https://127.1/", Malformed),
        ("https://[::ffff:127.0.0.1]/", Malformed),
        ("https://[::1/", Malformed),
        ("relative/path", Malformed),
        ("?query", Malformed),
        ("#fragment", Malformed),
        ("", Malformed),
        (" ", Malformed),
        (long.as_str(), Malformed),
    ];
    assert!(payloads.len() >= 30);
    for (text, why) in payloads {
        assert_eq!(passes(text), Err(why), "{text:?}");
    }
}

#[test]
fn a_pattern_is_a_domain_perhaps_with_all_below_it() {
    for text in ["*.microsoft.com", "Download.Microsoft.com", "a.b.c.d"] {
        let pattern: HostPattern = text.parse().unwrap();
        assert_eq!(pattern.to_string(), text.to_ascii_lowercase());
    }
    for wrong in [
        "",
        "*",
        "*.com",
        "com",
        "*.*.com",
        "a.*.com",
        "https://a.com",
        "a.com/",
        "a.com:443",
        "10.0.0.1",
        "bücher.example",
        ".a.com",
        "*a.com",
    ] {
        assert!(wrong.parse::<HostPattern>().is_err(), "{wrong}");
    }
}

#[test]
fn loopback_is_this_machine_only() {
    for own in [
        "http://localhost",
        "http://localhost:8080/x",
        "http://app.localhost",
        "http://127.0.0.1:1",
        "http://127.9.9.9",
        "http://[::1]:8080",
        "http://[::1]",
    ] {
        assert!(Origin::of(own).unwrap().is_loopback(), "{own}");
    }
    for other in [
        "http://127.0.0.1.evil.example",
        "http://localhost.evil.example",
        "http://evillocalhost",
        "http://10.0.0.1",
        "https://gateway.example",
    ] {
        assert!(!Origin::of(other).unwrap().is_loopback(), "{other}");
    }
    assert_eq!(Origin::of("http://127.000.0.1"), None);
}
