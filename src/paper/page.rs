//! Rows on sheets of A4: where each page ends. A question stays with the room for its answer where both fit one page, and a heading
//! with what follows it always.

use super::flow::MM;
use super::row::{Keep, Row};

/// A4, in points.
pub(super) const SHEET: [f32; 2] = [210.0 * MM, 297.0 * MM];

/// The margin on all four sides.
pub(super) const MARGIN: f32 = 20.0 * MM;

/// What is kept free above the lower margin for the number of the page.
pub(super) const FOOT: f32 = 6.0 * MM;

/// A row and where it begins, from the top of its page's room.
pub(super) struct Placed {
    pub y: f32,
    pub row: Row,
}

/// The rows in pages of that height.
pub(super) fn pages(rows: Vec<Row>, height: f32) -> Vec<Vec<Placed>> {
    let mut pages = Pages { height, done: Vec::new(), page: Vec::new(), y: 0.0 };
    for group in groups(rows, Keep::Rather) {
        if extent(&group) <= height {
            pages.put(group);
        } else {
            // Too high for any page: torn where that harms least, and the beginning on what is left of this page.
            for part in groups(group, Keep::Must) {
                pages.put(part);
            }
        }
    }
    pages.turn();
    pages.done
}

/// Rows that stay together at least so firmly.
fn groups(rows: Vec<Row>, firmly: Keep) -> Vec<Vec<Row>> {
    let mut groups: Vec<Vec<Row>> = Vec::new();
    let mut holds = false;
    for row in rows {
        let next = row.keep >= firmly;
        match groups.last_mut().filter(|_| holds) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
        holds = next;
    }
    groups
}

/// How high rows are at the top of a page.
fn extent(rows: &[Row]) -> f32 {
    let all: f32 = rows.iter().map(|row| row.before + row.height).sum();
    all - rows.first().map_or(0.0, |row| row.before)
}

struct Pages {
    height: f32,
    done: Vec<Vec<Placed>>,
    page: Vec<Placed>,
    y: f32,
}

impl Pages {
    fn put(&mut self, group: Vec<Row>) {
        let before = group.first().map_or(0.0, |row| row.before);
        if !self.page.is_empty() && self.y + before + extent(&group) > self.height {
            self.turn();
        }
        for row in group {
            // Only a group that no page holds is torn here.
            if !self.page.is_empty() && self.y + row.before + row.height > self.height {
                self.turn();
            }
            if !self.page.is_empty() {
                self.y += row.before;
            }
            let y = self.y;
            self.y += row.height;
            self.page.push(Placed { y, row });
        }
    }

    fn turn(&mut self) {
        if !self.page.is_empty() {
            self.done.push(std::mem::take(&mut self.page));
        }
        self.y = 0.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(height: f32, keep: Keep) -> Row {
        Row { before: 1.0, height, keep, ..Row::of(Vec::new()) }
    }

    fn counts(rows: Vec<Row>) -> Vec<usize> {
        pages(rows, 10.0).iter().map(Vec::len).collect()
    }

    #[test]
    fn a_heading_never_stands_alone_at_the_foot_of_a_page() {
        assert_eq!(counts(vec![row(6.0, Keep::Free), row(2.0, Keep::Must), row(3.0, Keep::Free)]), [1, 2]);
    }

    #[test]
    fn a_question_stays_with_its_boxes_if_a_page_holds_them() {
        let boxes = || vec![row(2.0, Keep::Must), row(2.0, Keep::Rather), row(2.0, Keep::Free)];
        assert_eq!(counts([vec![row(5.0, Keep::Free)], boxes()].concat_rows()), [1, 3]);
    }

    #[test]
    fn what_no_page_holds_is_torn_between_boxes_and_not_after_its_heading() {
        let mut rows = vec![row(7.0, Keep::Free), row(2.0, Keep::Must)];
        rows.extend((0..6).map(|_| row(2.0, Keep::Rather)));
        rows.push(row(2.0, Keep::Free));
        assert_eq!(counts(rows), [1, 3, 3, 2]);
    }

    #[test]
    fn room_above_is_left_away_at_the_top_of_a_page() {
        assert_eq!(counts(vec![row(10.0, Keep::Free), row(10.0, Keep::Free)]), [1, 1]);
    }

    trait Concat {
        fn concat_rows(self) -> Vec<Row>;
    }

    impl Concat for [Vec<Row>; 2] {
        fn concat_rows(self) -> Vec<Row> {
            self.into_iter().flatten().collect()
        }
    }
}
