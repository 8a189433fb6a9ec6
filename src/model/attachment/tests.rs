use super::*;

mod queue;

fn types() -> Vec<String> {
    ["pdf", "png", "jpg", "txt", "zip"]
        .map(str::to_owned)
        .into()
}

fn file(name: &str, size: u64) -> Offered<'_> {
    Offered { name, size }
}

fn problem(before: &[Offered], file: Offered) -> Option<FileProblem> {
    let types = types();
    let limits = Limits {
        max_files: 3,
        max_bytes_each: 10 << 20,
        types: &types,
    };
    check(limits, before, file)
}

#[test]
fn each_problem_of_a_file_is_told_from_the_others() {
    let wrong = |extension: &str| Some(FileProblem::WrongType(extension.to_owned()));
    for (name, size, expected) in [
        ("invoice.pdf", 1, None),
        ("INVOICE.PDF", 10 << 20, None),
        ("scan.jpeg", 5, None),
        ("a.tar.zip", 5, None),
        ("invoice.exe", 5, wrong("exe")),
        ("invoice.pdf.exe", 5, wrong("exe")),
        ("README", 5, wrong("")),
        (".pdf", 5, wrong("")),
        ("x.", 5, wrong("")),
        ("invoice.pdf", 0, Some(FileProblem::Empty)),
        (
            "invoice.pdf",
            (10 << 20) + 1,
            Some(FileProblem::TooLarge(10 << 20)),
        ),
        // Shown as `invoiceexe.pdf` where the mark is obeyed.
        ("invoice\u{202e}fdp.exe", 5, wrong("exe")),
    ] {
        assert_eq!(problem(&[], file(name, size)), expected, "{name:?}");
    }
}

#[test]
fn more_files_than_are_taken_and_the_same_one_twice() {
    let before = [file("a.pdf", 1), file("b.pdf", 1), file("c.pdf", 1)];
    let more = problem(&before, file("d.pdf", 1));
    assert_eq!(more, Some(FileProblem::TooMany(3)));
    let twice = problem(&before, file("C:\\scans\\a.pdf", 1));
    assert_eq!(twice, Some(FileProblem::Twice));
    // Another size is another file.
    assert_eq!(problem(&before[..2], file("a.pdf", 2)), None);
}

#[test]
fn a_name_is_made_fit_to_be_shown_and_sent() {
    for (given, clean) in [
        ("/etc/passwd.txt", "passwd.txt"),
        ("..\\..\\a.pdf", "a.pdf"),
        (" a\u{0}b\n.pdf ", "ab.pdf"),
        ("\u{202e}fdp.exe", "fdp.exe"),
        ("Reçu n° 5 – été.pdf", "Reçu n° 5 – été.pdf"),
    ] {
        assert_eq!(clean_name(given), clean);
    }
    let long = clean_name(&("é".repeat(400) + ".pdf"));
    assert_eq!(long.chars().count(), 120);
    assert!(long.ends_with("é.pdf"));
    assert_eq!(clean_name(&"x".repeat(400)).len(), 120);
}

#[test]
fn contents_that_are_not_what_the_name_says_are_found() {
    for (extension, start, fits) in [
        ("pdf", b"%PDF-1.7".as_slice(), true),
        ("pdf", b"MZ\x90\x00", false),
        ("png", b"\x89PNG\r\n\x1a\n\x00", true),
        ("png", b"\xff\xd8\xff\xe0", false),
        ("jpeg", b"\xff\xd8\xff\xe0", true),
        ("docx", b"PK\x03\x04\x14", true),
        ("docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", false),
        ("msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", true),
        ("zip", b"PK\x05\x06", true),
        ("txt", "déjà".as_bytes(), true),
        ("csv", b"\xff\xfea\x00;\x00", true),
        ("csv", b"a;b\x00", false),
        ("odt", b"anything", true),
    ] {
        let found = contents(extension, start);
        assert_eq!(found.is_none(), fits, "{extension} {start:?}");
    }
}

#[test]
fn chunks_cover_a_file_without_gap_or_overlap() {
    for chunk in [1, 7, 512] {
        for size in 0..1_100 {
            let chunks = Chunks::of(size, chunk);
            let mut end = 0;
            for number in 0..chunks.count() {
                let range = chunks.range(number).unwrap();
                assert_eq!(range.start, end);
                let length = range.end - range.start;
                let last = number + 1 == chunks.count();
                assert!(length == u64::from(chunk) || (last && length > 0));
                end = range.end;
            }
            assert_eq!(end, size);
            assert_eq!(chunks.range(chunks.count()), None);
        }
    }
    assert_eq!(Chunks::of(10 << 20, 0).count(), 20);
}

#[test]
fn an_upload_goes_on_with_what_is_missing() {
    let chunks = Chunks::of(1_000, 300);
    assert_eq!(chunks.missing(&[]), [0, 1, 2, 3]);
    assert_eq!(chunks.missing(&[2, 0, 0, 9]), [1, 3]);
    assert_eq!(chunks.received(&[2, 0, 0, 9]), 600);
    assert_eq!(chunks.received(&[3]), 100);
    assert!(chunks.missing(&[0, 1, 2, 3]).is_empty());
    assert_eq!(chunks.received(&[0, 1, 2, 3]), 1_000);
}

#[test]
fn the_bar_is_full_only_when_everything_is_there() {
    let chunks = Chunks::of(1_000_000_007, 0);
    assert_eq!(chunks.progress(0), 0);
    assert_eq!(chunks.progress(1_000_000_006), 999);
    assert_eq!(chunks.progress(1_000_000_007), 1_000);
    assert_eq!(chunks.progress(u64::MAX), 1_000);
    assert_eq!(Chunks::of(u64::MAX, 0).progress(u64::MAX / 2), 499);
}
