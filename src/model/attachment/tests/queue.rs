//! Against a server that is written here.

use super::types;
use crate::model::attachment::*;
use crate::model::draft::DraftFile;

const MB: u64 = 1 << 20;

fn choose(queue: &mut Queue, name: &str, size: u64) -> Chosen {
    let types = types();
    let limits = Limits {
        max_files: 4,
        max_bytes_each: 10 * MB,
        types: &types,
    };
    queue.choose(limits, Offered { name, size }, "application/x-test")
}

fn taken(queue: &mut Queue, name: &str, size: u64) -> u32 {
    match choose(queue, name, size) {
        Chosen::Taken(number) => number,
        Chosen::Refused(number) => panic!("{:?}", queue.find(number)),
    }
}

fn state(queue: &Queue, number: u32) -> &FileState {
    &queue.find(number).unwrap().state
}

fn answer(id: &str, chunks: &[u32]) -> Uploaded {
    Uploaded {
        id: id.parse().unwrap(),
        received: 0,
        chunk_size: Some(MB as u32),
        chunks: chunks.to_vec(),
    }
}

#[test]
fn two_at_once_and_the_others_in_their_order() {
    let mut queue = Queue::default();
    let numbers = ["a.pdf", "b.pdf", "c.pdf"].map(|name| taken(&mut queue, name, MB));
    for number in &numbers[..2] {
        assert_eq!(queue.next(), Some(*number));
        queue.begin(*number);
    }
    assert_eq!(queue.next(), None);
    queue.fail(numbers[0]);
    assert_eq!(queue.next(), Some(numbers[2]));
    assert_eq!(*state(&queue, numbers[1]), FileState::Sending);
    // Tried again, it has its old place.
    queue.retry(numbers[0]);
    assert_eq!(queue.next(), Some(numbers[0]));
}

#[test]
fn what_is_refused_is_listed_and_stops_nothing() {
    let mut queue = Queue::default();
    let refused = |chosen| match chosen {
        Chosen::Refused(number) => number,
        Chosen::Taken(number) => panic!("{number} was taken"),
    };
    let exe = refused(choose(&mut queue, "virus.exe", 5));
    let empty = refused(choose(&mut queue, "empty.pdf", 0));
    let first = taken(&mut queue, "a.pdf", MB);
    let twice = refused(choose(&mut queue, "a.pdf", MB));
    assert_eq!(queue.next(), Some(first));
    assert_eq!((queue.unfinished(), queue.to_keep().len()), (1, 1));
    assert_eq!(
        *state(&queue, exe),
        FileState::Refused(FileProblem::WrongType("exe".into()))
    );
    assert_eq!(
        *state(&queue, twice),
        FileState::Refused(FileProblem::Twice)
    );
    // Mended and chosen again: the reason goes.
    taken(&mut queue, "empty.pdf", 1);
    assert_eq!(queue.find(empty), None);
    // The refused ones take nobody's place.
    taken(&mut queue, "c.pdf", 1);
    taken(&mut queue, "d.pdf", 1);
    let fifth = refused(choose(&mut queue, "e.pdf", 1));
    assert_eq!(
        *state(&queue, fifth),
        FileState::Refused(FileProblem::TooMany(4))
    );
    queue.remove(first);
    taken(&mut queue, "e.pdf", 1);
    assert_eq!(queue.find(fifth), None);
}

#[test]
fn after_a_reload_the_same_file_goes_on_where_it_stopped() {
    let mut queue = Queue::default();
    let whole = taken(&mut queue, "whole.pdf", MB);
    let begun = taken(&mut queue, "begun.pdf", 3 * MB);
    let named = taken(&mut queue, "named.pdf", MB);
    for number in [whole, begun] {
        queue.begin(number);
    }
    assert!(queue.acknowledge(whole, &answer("w", &[0])));
    assert!(queue.acknowledge(begun, &answer("b", &[0, 2])));
    assert_eq!(*state(&queue, whole), FileState::Sent);
    assert_eq!(queue.find(begun).unwrap().progress(), 666);
    assert_eq!(*state(&queue, named), FileState::Waiting);

    let mut later = Queue::of(&queue.to_keep());
    let states: Vec<_> = later.files().iter().map(|one| one.state.clone()).collect();
    use FileState::{BytesMissing, Sent};
    assert_eq!(states, [Sent, BytesMissing, BytesMissing]);
    assert_eq!((later.next(), later.unfinished()), (None, 2));
    // Another size is another file.
    let other = taken(&mut later, "begun.pdf", 2 * MB);
    assert_eq!(later.files().len(), 4);
    later.remove(other);
    let again = taken(&mut later, "begun.pdf", 3 * MB);
    assert_eq!(again, later.files()[1].number);
    assert_eq!(later.next(), Some(again));
    let file = &later.find(again).unwrap().file;
    assert_eq!(
        (file.received, file.attachment.as_ref()),
        (2 * MB, Some(&"b".parse().unwrap()))
    );
    assert_eq!(later.attachments(), ["w".parse().unwrap()]);
}

#[test]
fn what_was_removed_is_wanted_no_more() {
    let mut queue = Queue::default();
    let number = taken(&mut queue, "a.pdf", 2 * MB);
    queue.begin(number);
    let removed = queue.remove(number).unwrap();
    assert_eq!(removed.file.attachment, None);
    assert!(!queue.acknowledge(number, &answer("late", &[0])));
    assert!(queue.files().is_empty());
    queue.fail(number);
    queue.retry(number);
    assert_eq!((queue.next(), queue.unfinished()), (None, 0));
}

#[test]
fn what_turns_out_unfit_is_taken_back() {
    let mut queue = Queue::default();
    let number = taken(&mut queue, "a.pdf", 2 * MB);
    queue.begin(number);
    queue.acknowledge(number, &answer("x", &[0]));
    let back = queue.refuse(number, FileProblem::Unreadable);
    assert_eq!(back, Some("x".parse().unwrap()));
    assert_eq!((queue.unfinished(), queue.to_keep().len()), (0, 0));
    // Chosen again, it begins anew: nobody knows what the server had.
    let again = taken(&mut queue, "a.pdf", 2 * MB);
    assert_eq!(queue.find(again).unwrap().file.attachment, None);
}

#[test]
fn what_the_server_lost_begins_anew() {
    let mut queue = Queue::of(&[DraftFile {
        name: "a.pdf".to_owned(),
        size: 2 * MB,
        content_type: String::new(),
        attachment: "gone".parse().ok(),
        received: MB,
    }]);
    let number = taken(&mut queue, "a.pdf", 2 * MB);
    queue.begin(number);
    queue.lose(number);
    let file = &queue.find(number).unwrap().file;
    assert_eq!((file.received, &file.attachment), (0, &None));
    assert_eq!(*state(&queue, number), FileState::Sending);
}

#[test]
fn a_server_that_only_counts_bytes_gets_chunk_after_chunk() {
    let size = 2_500;
    let said = |received| Uploaded {
        received,
        chunk_size: Some(1_000),
        ..answer("x", &[])
    };
    let next: Vec<_> = [0, 999, 1_000, 2_000, 2_499, 2_500, 9_000]
        .map(|received| said(received).next_chunk(size))
        .into();
    assert_eq!(
        next,
        [Some(0), Some(0), Some(1), Some(2), Some(2), None, None]
    );
    assert_eq!(said(9_000).acknowledged(size), size);
    assert_eq!(answer("x", &[1, 1, 7]).acknowledged(3 * MB), MB);
    assert_eq!(answer("x", &[1, 0]).next_chunk(3 * MB), Some(2));
}

#[test]
fn what_is_under_way_for_one_draft_is_nothing_to_the_next() {
    let mut queue = Queue::default();
    let number = taken(&mut queue, "a.pdf", 2 * MB);
    queue.begin(number);
    queue.restore(&[]);
    let other = taken(&mut queue, "b.pdf", 2 * MB);
    queue.begin(other);
    assert!(!queue.acknowledge(number, &answer("late", &[0])));
    queue.fail(number);
    assert_eq!(*state(&queue, other), FileState::Sending);
}

/// A generator of its own (Knuth's constants), so that every run is the same.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }
}

/// Whatever fails, is removed or is cut off by a reload, and in whatever order: each file that is
/// left is sent whole, every chunk of it once, and no failure touches another file.
#[test]
fn any_course_of_things_ends_with_every_file_whole() {
    for seed in 0..2_000 {
        let mut chance = Chance(seed);
        let mut queue = Queue::default();
        let names = ["a.pdf", "b.png", "c.txt", "d.zip"];
        let sizes: Vec<u64> = names.map(|_| 1 + chance.below(5 << 20) as u64).into();
        // What the server has of each file, by its place.
        let mut server: Vec<Vec<u32>> = vec![Vec::new(); names.len()];
        for (name, size) in names.iter().zip(&sizes) {
            taken(&mut queue, name, *size);
        }
        let mut steps = 0;
        while queue.unfinished() > 0 {
            steps += 1;
            assert!(steps < 10_000, "it never ends: {queue:?}");
            while let Some(number) = queue.next() {
                queue.begin(number);
            }
            let sending: Vec<QueuedFile> = queue
                .files()
                .iter()
                .filter(|one| one.state == FileState::Sending)
                .cloned()
                .collect();
            assert!(sending.len() <= AT_ONCE);
            let before = queue.clone();
            let Some(one) = sending.get(chance.below(sending.len().max(1))) else {
                // Nothing goes on by itself: a person tries again, or chooses again.
                let all: Vec<QueuedFile> = queue.files().to_vec();
                for file in all {
                    queue.retry(file.number);
                    if file.state == FileState::BytesMissing {
                        taken(&mut queue, &file.file.name, file.file.size);
                    }
                }
                continue;
            };
            let place = names
                .iter()
                .position(|name| *name == one.file.name)
                .unwrap();
            match chance.below(8) {
                0 => queue.fail(one.number),
                1 => {
                    queue = Queue::of(&queue.to_keep());
                    continue;
                }
                _ => {
                    let has = &mut server[place];
                    let said = |has: &[u32]| answer(&format!("id{place}"), has);
                    if let Some(chunk) = said(has).next_chunk(one.file.size) {
                        assert!(!has.contains(&chunk), "chunk {chunk} twice");
                        has.push(chunk);
                    }
                    assert!(queue.acknowledge(one.number, &said(has)));
                }
            }
            let others = |queue: &Queue| -> Vec<QueuedFile> {
                let others = queue.files().iter().cloned();
                others.filter(|other| other.number != one.number).collect()
            };
            assert_eq!(others(&queue), others(&before));
        }
        assert_eq!(queue.attachments().len(), names.len());
        for (has, size) in server.iter().zip(&sizes) {
            assert_eq!(has.len() as u64, size.div_ceil(MB));
        }
    }
}
