use latchkey::model::attachment::Uploaded;
use latchkey::partner_center::json::Read;
use serde_json::{Value, json};

use super::shop::{Shop, code, refused};

const CHUNK: usize = 524_288;

/// A file of so many bytes, none of them like its neighbour.
fn file(size: usize) -> Vec<u8> {
    (0..size).map(|place| (place % 251) as u8).collect()
}

fn announce(shop: &mut Shop, name: &str, size: usize) -> (u16, Value) {
    let body = json!({ "fileName": name, "size": size, "contentType": "application/pdf" });
    shop.send("POST", "//extensions/attachments", &body)
}

/// The path of a new file.
fn made(shop: &mut Shop, size: usize) -> String {
    let (status, made) = announce(shop, "proof.pdf", size);
    assert_eq!(status, 201, "{made}");
    format!("//extensions/attachments/{}", made["id"].as_str().unwrap())
}

fn put(shop: &mut Shop, path: &str, number: usize, bytes: &[u8]) -> (u16, Value) {
    let mut asked = shop.request("PUT", &format!("{path}/chunks/{number}"), &Value::Null);
    asked.body = bytes.to_vec();
    shop.ask(&asked).unwrap()
}

fn content(shop: &mut Shop, path: &str) -> Vec<u8> {
    let asked = shop.request("GET", &format!("{path}/content"), &Value::Null);
    let answer = latchkey::sandbox::handle(&mut shop.sandbox, &asked, shop.now);
    assert_eq!(answer.response.status, 200);
    answer.response.body
}

fn attach(shop: &mut Shop, path: &str) -> (u16, Value) {
    let id = path.rsplit('/').next().unwrap();
    let body = json!({
        "title": "A file", "description": "See the file.", "severity": "minimal",
        "supportTopicId": 32_444_691, "organization": { "id": shop.tenant() },
        "attachmentIds": [id],
    });
    shop.send("POST", "//servicerequests/en-US", &body)
}

#[test]
fn a_file_comes_in_chunks_in_any_order_and_arrives_whole() {
    let mut shop = Shop::of("Contoso");
    let bytes = file(2 * CHUNK + 1);
    let path = made(&mut shop, bytes.len());
    let (_, begun) = shop.get(&path);
    assert_eq!(
        (&begun["received"], &begun["chunkSize"]),
        (&json!(0), &json!(CHUNK))
    );
    for (number, received) in [(2, 1), (0, CHUNK + 1)] {
        let chunk = &bytes[number * CHUNK..bytes.len().min((number + 1) * CHUNK)];
        for _attempt in 0..2 {
            let (status, so_far) = put(&mut shop, &path, number, chunk);
            assert_eq!(
                (status, &so_far["received"]),
                (200, &json!(received)),
                "{so_far}"
            );
        }
    }
    assert_eq!(shop.get(&path).1["chunks"], json!([0, 2]));
    assert!(shop.effects("attachment:").is_empty());
    assert_eq!(
        code(shop.get(&format!("{path}/content"))),
        refused(404, "AttachmentIncomplete")
    );
    assert_eq!(
        code(attach(&mut shop, &path)),
        refused(400, "AttachmentIncomplete")
    );
    for _attempt in 0..2 {
        assert_eq!(put(&mut shop, &path, 1, &bytes[CHUNK..2 * CHUNK]).0, 200);
    }
    assert_eq!(shop.effects("attachment:"), [1]);
    assert!(content(&mut shop, &path) == bytes);
}

#[test]
fn a_file_belongs_to_one_request_and_is_listed_there() {
    let mut shop = Shop::of("Contoso");
    let path = made(&mut shop, 3);
    put(&mut shop, &path, 0, b"abc");
    let (status, request) = attach(&mut shop, &path);
    assert_eq!(status, 201, "{request}");
    let listed = format!("//servicerequests/{}", request["id"].as_str().unwrap());
    let link = shop.get(&listed).1["fileLinks"][0].clone();
    assert_eq!(link["fileNameWithoutExtension"], "proof");
    assert_eq!(
        (&link["fileExtension"], &link["fileSize"]),
        (&json!("pdf"), &json!(3))
    );
    let location = format!("/{}", link["location"].as_str().unwrap());
    assert_eq!(format!("{path}/content"), location);
    assert_eq!(
        code(attach(&mut shop, &path)),
        refused(400, "AttachmentInUse")
    );
    let delete = shop.send("DELETE", &path, &Value::Null);
    assert_eq!(code(delete), refused(409, "AttachmentInUse"));
    assert_eq!(shop.effects("request:"), [1]);
}

#[test]
fn what_is_too_much_or_not_wanted_is_refused() {
    let mut shop = Shop::of("Contoso");
    let most = 10 * 1024 * 1024;
    for (name, size, wanted) in [
        ("a.pdf", most, refused(201, "")),
        ("a.PDF", 1, refused(201, "")),
        ("a.b.zip", 1, refused(201, "")),
        ("a.pdf", most + 1, refused(400, "AttachmentTooLarge")),
        ("a.pdf", 0, refused(400, "AttachmentEmpty")),
        ("a.exe", 1, refused(400, "AttachmentTypeRefused")),
        ("pdf", 1, refused(400, "AttachmentTypeRefused")),
        ("", 1, refused(400, "800002")),
        ("../a.pdf", 1, refused(400, "800002")),
    ] {
        assert_eq!(
            code(announce(&mut shop, name, size)),
            wanted,
            "{name} {size}"
        );
    }
    shop.set(&json!({ "attachmentBytes": 2, "attachmentTypes": ["exe"] }));
    assert_eq!(announce(&mut shop, "a.exe", 2).0, 201);
    assert_eq!(
        code(announce(&mut shop, "a.exe", 3)),
        refused(400, "AttachmentTooLarge")
    );
    assert_eq!(
        code(announce(&mut shop, "a.pdf", 1)),
        refused(400, "AttachmentTypeRefused")
    );
}

#[test]
fn a_chunk_has_its_size_and_its_place() {
    let mut shop = Shop::of("Contoso");
    let path = made(&mut shop, CHUNK + 10);
    for (number, size, wanted) in [
        (0, CHUNK + 1, refused(413, "AttachmentChunkTooLarge")),
        (0, CHUNK - 1, refused(400, "AttachmentChunkSize")),
        (0, 0, refused(400, "AttachmentChunkSize")),
        (1, CHUNK, refused(400, "AttachmentChunkSize")),
        (1, 9, refused(400, "AttachmentChunkSize")),
        (2, 10, refused(404, "AttachmentChunkUnknown")),
        (usize::MAX, 10, refused(404, "AttachmentChunkUnknown")),
    ] {
        let answer = put(&mut shop, &path, number, &file(size));
        assert_eq!(code(answer), wanted, "{number} {size}");
    }
    assert_eq!(shop.get(&path).1["received"], 0);
    let unknown = put(&mut shop, "//extensions/attachments/none", 0, b"abc");
    assert_eq!(code(unknown), refused(404, "AttachmentUnknown"));
}

#[test]
fn the_same_announcement_is_the_same_file_and_a_removed_one_is_gone() {
    let mut shop = Shop::of("Contoso");
    let body = json!({ "fileName": "a.txt", "size": 3 });
    let mut asked = shop.request("POST", "//extensions/attachments", &body);
    asked.headers.set("MS-RequestId", "one");
    let (_, first) = shop.ask(&asked).unwrap();
    let path = format!("//extensions/attachments/{}", first["id"].as_str().unwrap());
    put(&mut shop, &path, 0, b"abc");
    let (_, again) = shop.ask(&asked).unwrap();
    assert_eq!(
        (&again["id"], &again["received"]),
        (&first["id"], &json!(3))
    );
    asked.headers.set("MS-RequestId", "two");
    assert_ne!(shop.ask(&asked).unwrap().1["id"], first["id"]);
    assert_eq!(shop.send("DELETE", &path, &Value::Null).0, 204);
    assert_eq!(code(shop.get(&path)), refused(404, "AttachmentUnknown"));
    shop.send("POST", "//extensions/sandbox/reset", &Value::Null);
    assert_eq!(shop.effects("attachment:").len(), 0);
}

/// As the page sends it: by what the server says that it lacks, whatever is lost on the way.
#[test]
fn a_file_of_which_calls_are_lost_is_sent_by_what_is_lacking() {
    for after_effect in [false, true] {
        let mut shop = Shop::of("Contoso");
        let bytes = file(3 * CHUNK + 7);
        let path = made(&mut shop, bytes.len());
        let fault = json!({
            "method": "PUT", "path": "/extensions/attachments/*/chunks/*", "nth": 2, "times": 2,
            "kind": "network", "afterEffect": after_effect,
        });
        shop.set(&json!({ "faults": [fault] }));
        let size = bytes.len() as u64;
        let mut has = Uploaded::read(shop.get(&path).1).unwrap();
        let mut lost = 0;
        while let Some(number) = has.next_chunk(size) {
            let range = has.cut(size).range(number).unwrap();
            let chunk = &bytes[range.start as usize..range.end as usize];
            let mut asked = shop.request("PUT", &format!("{path}/chunks/{number}"), &Value::Null);
            asked.body = chunk.to_vec();
            let answer = shop.ask(&asked);
            lost += u32::from(answer.is_none());
            let said = answer.map_or_else(|| shop.get(&path).1, |(_, said)| said);
            has = Uploaded::read(said).unwrap();
        }
        assert_eq!((lost, has.acknowledged(size)), (2, size));
        assert!(content(&mut shop, &path) == bytes);
        assert_eq!(shop.effects("attachment:"), [1]);
    }
}
