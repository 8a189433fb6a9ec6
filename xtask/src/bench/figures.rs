//! What was measured, and what is said of it.

use serde_json::Value;

/// One thing, measured several times.
#[derive(Debug, PartialEq)]
pub struct Measured {
    pub name: String,
    /// In milliseconds, in the order in which they were taken; never empty.
    pub values: Vec<f64>,
}

impl Measured {
    /// From what a measurement leaves (`tests/e2e/bench/measured.ts`).
    pub fn read(value: &Value) -> Option<Self> {
        let values = value["values"].as_array()?;
        let values: Option<Vec<f64>> = values.iter().map(Value::as_f64).collect();
        Some(Self {
            name: value["name"].as_str()?.to_owned(),
            values: values.filter(|values| !values.is_empty())?,
        })
    }

    pub fn median(&self) -> f64 {
        self.quantile(50)
    }

    pub fn p95(&self) -> f64 {
        self.quantile(95)
    }

    pub fn worst(&self) -> f64 {
        self.quantile(100)
    }

    /// The smallest value that so many of a hundred do not exceed: one that was measured, not one
    /// between two.
    fn quantile(&self, percent: usize) -> f64 {
        let mut sorted = self.values.clone();
        sorted.sort_by(f64::total_cmp);
        let rank = (sorted.len() * percent).div_ceil(100).max(1);
        sorted[rank - 1]
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn quantiles_are_values_that_were_measured() {
        let of = |values: Vec<f64>| Measured {
            name: String::new(),
            values,
        };
        let hundred = of((1..=100).rev().map(f64::from).collect());
        assert_eq!(
            (hundred.median(), hundred.p95(), hundred.worst()),
            (50.0, 95.0, 100.0)
        );
        let three = of(vec![9.0, 1.0, 5.0]);
        assert_eq!(
            (three.median(), three.p95(), three.worst()),
            (5.0, 9.0, 9.0)
        );
        let one = of(vec![7.5]);
        assert_eq!((one.median(), one.p95(), one.worst()), (7.5, 7.5, 7.5));
    }

    #[test]
    fn what_is_no_measurement_is_not_read() {
        let read = Measured::read(&json!({ "name": "typing", "values": [1, 2.5] })).unwrap();
        assert_eq!(read.name, "typing");
        assert_eq!(read.values, [1.0, 2.5]);
        for broken in [
            json!({ "values": [1] }),
            json!({ "name": "typing" }),
            json!({ "name": "typing", "values": [] }),
            json!({ "name": "typing", "values": [1, null] }),
        ] {
            assert_eq!(Measured::read(&broken), None, "{broken}");
        }
    }
}
