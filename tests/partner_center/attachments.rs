//! Files for a report, in chunks.

use latchkey::model::attachment::Chunks;
use latchkey::model::{AttachmentId, RequestId};
use latchkey::partner_center::ErrorKind;
use latchkey::partner_center::transport::{Body, LocalFuture, Method, TransportError};
use serde_json::{Value, json};

use crate::scripted::{Step, answer, client, poll, run};

fn request(digit: char) -> RequestId {
    let id = "11111111-1111-4111-8111-11111111111";
    format!("{id}{digit}").parse().unwrap()
}

fn id() -> AttachmentId {
    "a-1".parse().unwrap()
}

#[test]
fn a_file_is_announced_and_sent_in_chunks_of_bytes() {
    let (client, tape) = client([
        answer(201, r#"{"id":"a-1","received":0,"chunkSize":4}"#),
        answer(200, r#"{"id":"a-1","received":4}"#),
        answer(200, r#"{"id":"a-1","received":6}"#),
    ]);
    let file = b"\x00\xff\r\n\x80!";
    let created = client.create_attachment(&request('1'), "é\".pdf", 6, "application/pdf");
    let created = run(created).unwrap();
    let chunks = Chunks::of(6, created.chunk_size.unwrap());
    for number in chunks.missing(&created.chunks) {
        let range = chunks.range(number).unwrap();
        let bytes = file[range.start as usize..range.end as usize].to_vec();
        let sent = client.send_chunk(&request('2'), &created.id, number, bytes);
        assert_eq!(run(sent).unwrap().received, range.end);
    }
    let sent = tape.sent();
    let body: Value = serde_json::from_str(sent[0].json().unwrap()).unwrap();
    assert_eq!(
        body,
        json!({"fileName": "é\".pdf", "size": 6, "contentType": "application/pdf"})
    );
    assert_eq!(sent[0].path, "/extensions/attachments");
    assert_eq!(sent[2].method, Method::Put);
    assert_eq!(sent[2].path, "/extensions/attachments/a-1/chunks/1");
    assert_eq!(sent[2].body, Some(Body::Bytes(b"\x80!".to_vec())));
    assert_eq!(sent[2].json(), None);
    let kind = sent[2].header("content-type");
    assert_eq!(kind, Some("application/octet-stream"));
}

#[test]
fn an_upload_that_broke_off_learns_what_arrived() {
    let body = r#"{"id":"a-1","fileName":"x.pdf","size":10,"received":7,"chunks":[0,2]}"#;
    let (client, tape) = client([Step::Fail(TransportError::Network), answer(200, body)]);
    let lost = run(client.send_chunk(&request('1'), &id(), 1, vec![1]));
    assert_eq!(lost.unwrap_err().kind, ErrorKind::Network);
    let there = run(client.attachment(&id())).unwrap();
    assert_eq!((there.received, there.chunk_size), (7, None));
    assert_eq!(Chunks::of(10, 4).missing(&there.chunks), [1]);
    assert_eq!(tape.sent()[1].method, Method::Get);
}

#[test]
fn a_file_is_taken_back_with_or_without_a_word() {
    for step in [answer(204, ""), answer(200, "{}")] {
        let (client, tape) = client([step]);
        assert!(run(client.delete_attachment(&request('1'), &id())).is_ok());
        let sent = &tape.sent()[0];
        assert_eq!(sent.method, Method::Delete);
        assert_eq!((sent.method.as_str(), &sent.body), ("DELETE", &None));
    }
    let (client, _) = client([answer(404, "")]);
    assert!(run(client.delete_attachment(&request('1'), &id())).is_err());
}

/// Two files at once: uploads wait for nobody's turn.
#[test]
fn chunks_do_not_wait_for_one_another() {
    let (client, tape) = client([Step::Hang, answer(200, r#"{"id":"a-2","received":1}"#)]);
    let slow = client.send_chunk(&request('1'), &id(), 0, vec![1]);
    let mut slow: LocalFuture<bool> = Box::pin(async move { slow.await.is_ok() });
    assert_eq!(poll(&mut slow), None);
    let other: AttachmentId = "a-2".parse().unwrap();
    assert!(run(client.send_chunk(&request('2'), &other, 0, vec![1])).is_ok());
    assert_eq!(tape.sent().len(), 2);
}

#[test]
fn an_id_never_leaves_its_segment() {
    for wrong in ["", "..", "a/b", "a%2fb", "é"] {
        assert!(wrong.parse::<AttachmentId>().is_err(), "{wrong}");
    }
}
