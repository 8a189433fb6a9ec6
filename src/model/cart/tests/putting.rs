use super::*;

#[test]
fn something_new_is_a_line_with_an_id_of_its_own() {
    let mut lines = vec![line("P:1:A", 1)];
    lines[0].id = 7;
    let (lines, put) = put(&lines, line("P:2:A", 3), limits(1, 9));
    assert_eq!(put, Put::Added);
    assert_eq!((lines[1].id, lines[1].quantity), (8, 3));
    let (lines, _) = super::put(&[], line("P:2:A", 3), limits(1, 9));
    assert_eq!(lines[0].id, 0);
}

#[test]
fn more_of_the_same_goes_to_its_line_with_the_availability_read_last() {
    let (lines, put) = put(&[line("P:1:A", 2)], line("P:1:B", 3), limits(1, 9));
    assert_eq!(put, Put::Merged { from: 2, to: 5 });
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].catalog_item.to_string(), "P:1:B");
}

#[test]
fn another_term_or_cycle_is_another_line() {
    let first = CartLine {
        billing_cycle: BillingCycle::Annual,
        term: Term::parse("P1Y"),
        ..line("P:1:A", 2)
    };
    for other in [
        CartLine {
            term: Term::parse("P3Y"),
            ..first.clone()
        },
        CartLine {
            billing_cycle: BillingCycle::Triennial,
            ..first.clone()
        },
    ] {
        let (lines, put) = put(std::slice::from_ref(&first), other, limits(1, 9));
        assert_eq!((lines.len(), put), (2, Put::Added));
    }
}

#[test]
fn no_more_than_the_maximum_and_what_is_left_out_is_said() {
    let max = 10;
    for has in 1..14_u32 {
        for more in 1..14_u32 {
            let (lines, put) = put(&[line("P:1:A", has)], line("P:1:A", more), limits(1, max));
            let to = lines[0].quantity;
            assert!(to <= max.max(has), "never above the maximum by adding");
            assert!(to >= has, "never less than before");
            let left_out = match put {
                Put::Limited { left_out, .. } => left_out,
                _ => 0,
            };
            assert_eq!(to + left_out, has + more);
        }
    }
    let huge = line("P:1:A", u32::MAX);
    let (_, put) = put(&[line("P:1:A", 5)], huge, limits(1, 10));
    assert!(matches!(
        put,
        Put::Limited {
            from: 5,
            to: 10,
            ..
        }
    ));
}
