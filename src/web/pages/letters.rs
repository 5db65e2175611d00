//! Letters to people that wait to be printed and posted.

use serde::Serialize;

use super::Page;

/// What waits, and what was taken away.
#[derive(Debug, Clone, Serialize)]
pub struct Letters {
    /// True when a batch was posted a moment ago.
    pub posted: bool,
    /// How many letters are in no batch.
    pub waiting: i64,
    /// The newest first.
    pub batches: Vec<Batch>,
}

/// Letters that were taken together and are not in the post.
#[derive(Debug, Clone, Serialize)]
pub struct Batch {
    /// Made of the date and the time.
    pub number: String,
    pub letters: i64,
    /// Its address.
    pub at: String,
}

impl Page for Letters {
    const TEMPLATE: &'static str = "pages/letters/list.html";

    fn samples() -> Vec<Self> {
        let batch = |number: &str, letters| Batch { number: number.into(), letters, at: format!("/provider/letters/{number}") };
        let batches = vec![batch("20261122-100000", 120), batch("20261121-093000", 1)];
        vec![Self { posted: true, waiting: 0, batches: Vec::new() }, Self { posted: false, waiting: 12, batches }]
    }
}
