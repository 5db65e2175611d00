//! Two shares side by side for each group: of those who could be heard, and of those who were. A line joins them, so that a group
//! that is heard less than it is there is seen at once. Refuses to test the difference.

use super::file::{Caption, Chart};
use super::key::{self, Sample};
use super::ladder::Ladder;
use super::plot::{Axis, drawable};
use super::scale::{Bounds, Scale};
use super::shape::Shape;
use super::sheet::{Anchor, Sheet};

/// How the two shares look.
const ELIGIBLE: (Shape, &str) = (Shape::Disc, "chart-common chart-hollow");
const FINISHED: (Shape, &str) = (Shape::Diamond, "chart-better");

/// The ring is larger, so that it is seen around a diamond in the same place.
const RING: f64 = 7.5;
const DIAMOND: f64 = 4.0;

/// One group.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    pub name: String,
    /// Its share of those who could be heard. None where it is withheld.
    pub eligible: Option<f64>,
    /// Its share of those who were heard. None where it is withheld.
    pub finished: Option<f64>,
    /// Whether the difference is worth a look: the name is then set bold.
    pub marked: bool,
}

/// Groups that one thing divides people into.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    pub heading: String,
    pub groups: Vec<Group>,
}

/// The words of shares by group.
#[derive(Debug, Clone, Copy)]
pub struct SharesWords<'a> {
    pub eligible: &'a str,
    pub finished: &'a str,
    /// Why a share is missing.
    pub withheld: &'a str,
}

/// Shares by group.
#[derive(Clone, Copy)]
pub struct Shares<'a> {
    pub caption: Caption<'a>,
    pub sections: &'a [Section],
    pub words: SharesWords<'a>,
    /// Writes a share with its unit, in the reader's language.
    pub number: &'a dyn Fn(f64) -> String,
}

impl Group {
    /// Both shares, as far as they are shown.
    fn shown(&self) -> [Option<f64>; 2] {
        [self.eligible.and_then(drawable), self.finished.and_then(drawable)]
    }
}

impl Chart for Shares<'_> {
    fn caption(&self) -> Caption<'_> {
        self.caption
    }

    fn draw(&self, sheet: &mut Sheet) -> bool {
        let groups = || self.sections.iter().flat_map(|section| &section.groups);
        if groups().next().is_none() {
            return false;
        }
        let shown = || groups().flat_map(Group::shown).flatten();
        let nothing = shown().next().is_none().then_some(100.0);
        let axis = Axis::new(shown().chain([0.0]).chain(nothing), Bounds::PER_CENT, if sheet.is_wide() { 5 } else { 3 }, self.number);
        let column =
            shown().map(|share| sheet.wide(&(self.number)(share))).fold(2.0 * sheet.text(), f64::max).min(0.2 * sheet.right()) + 16.0;
        let top = 1.8 * sheet.text();
        let mut ladder = Ladder::new(sheet, groups().map(|group| group.name.as_str()), 2.0 * column, top);
        let scale = axis.onto(ladder.plot.left, ladder.plot.right);
        for (look, radius, x) in [(ELIGIBLE, RING, sheet.right() - column - 14.0), (FINISHED, DIAMOND, sheet.right() - 14.0)] {
            sheet.mark(look, (x, top / 2.0), radius);
        }
        let mut layer = sheet.layer();
        for section in self.sections.iter().filter(|section| !section.groups.is_empty()) {
            ladder.heading(&mut layer, &section.heading);
            for group in &section.groups {
                self.row(&mut layer, &mut ladder, (&scale, column), group);
            }
        }
        ladder.plot.upright(sheet, &axis);
        sheet.lay(&layer);
        key::draw(sheet, &self.entries(), ladder.plot.bottom + 2.2 * sheet.text());
        true
    }
}

impl Shares<'_> {
    fn row(&self, sheet: &mut Sheet, ladder: &mut Ladder, (scale, column): (&Scale, f64), group: &Group) {
        let y = ladder.row(sheet, &group.name, group.marked);
        let [eligible, finished] = group.shown();
        if let Some((from, to)) = eligible.zip(finished) {
            sheet.stroke("chart-join", &[(scale.at(from), y), (scale.at(to), y)]);
        }
        let ends = [(eligible, ELIGIBLE, RING, sheet.right() - column), (finished, FINISHED, DIAMOND, sheet.right())];
        for (share, look, radius, x) in ends {
            let Some(share) = share else {
                sheet.mark((Shape::Cross, "chart-withheld"), (x - 14.0, y), 4.0);
                continue;
            };
            sheet.mark(look, (scale.at(share), y), radius);
            sheet.words("chart-figure", (x, y), Anchor::End, &(self.number)(share));
        }
    }

    fn entries(&self) -> Vec<(Sample, &str)> {
        let mark = |(shape, class): (Shape, &'static str)| Sample::Mark(shape, class);
        let mut entries = vec![(mark(ELIGIBLE), self.words.eligible), (mark(FINISHED), self.words.finished)];
        if self.sections.iter().flat_map(|section| &section.groups).flat_map(Group::shown).any(|share| share.is_none()) {
            entries.push((mark((Shape::Cross, "chart-withheld")), self.words.withheld));
        }
        entries
    }
}
