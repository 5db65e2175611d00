//! What a screen reader is told: the tree of headings, paragraphs, lists and figures, and which marks on which page belong to what.

use std::num::NonZeroU16;

use krilla::geom::Rect;
use krilla::tagging::{BBox, Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagTree};

/// A place in the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place(usize);

/// What a place is.
#[derive(Debug, Clone)]
pub(super) enum Kind {
    Section,
    /// Its level, and its words for bookmarks of other programs.
    Heading(u16, String),
    Paragraph,
    List,
    Item,
    Label,
    Body,
    /// With its words.
    Figure(String),
    Table,
    TableRow,
    /// The heading of a column, or of a row.
    ColumnHead,
    RowHead,
    Cell,
}

struct Entry {
    kind: Kind,
    language: Option<String>,
    children: Vec<Child>,
    /// The page and the place on it, where that is asked of figures.
    bounds: Option<(usize, Rect)>,
}

enum Child {
    Place(Place),
    Marks(Identifier),
}

/// The tree while it grows.
#[derive(Default)]
pub(super) struct Tree {
    entries: Vec<Entry>,
    roots: Vec<Place>,
}

impl Tree {
    /// A place inside another, or at the top.
    pub fn add(&mut self, parent: Option<Place>, kind: Kind, language: Option<String>) -> Place {
        let place = Place(self.entries.len());
        self.entries.push(Entry { kind, language, children: Vec::new(), bounds: None });
        match parent.and_then(|parent| self.entries.get_mut(parent.0)) {
            Some(parent) => parent.children.push(Child::Place(place)),
            None => self.roots.push(place),
        }
        place
    }

    /// Marks on a page that belong to a place.
    pub fn mark(&mut self, place: Place, marks: Identifier) {
        if let Some(entry) = self.entries.get_mut(place.0) {
            entry.children.push(Child::Marks(marks));
        }
    }

    /// Where a figure is drawn.
    pub fn bound(&mut self, place: Place, page: usize, bounds: Option<Rect>) {
        if let Some(entry) = self.entries.get_mut(place.0) {
            entry.bounds = bounds.map(|bounds| (page, bounds));
        }
    }

    /// The tree as the document keeps it.
    pub fn finish(mut self, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for root in std::mem::take(&mut self.roots) {
            if let Some(group) = self.group(root) {
                tree.push(group);
            }
        }
        tree
    }

    fn group(&mut self, place: Place) -> Option<TagGroup> {
        let entry = self.entries.get_mut(place.0)?;
        let (language, bounds) = (entry.language.take(), entry.bounds.take());
        let children = std::mem::take(&mut entry.children);
        let mut group = match entry.kind.clone() {
            Kind::Section => TagGroup::new(Tag::Section.with_lang(language)),
            Kind::Heading(level, words) => {
                let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
                TagGroup::new(Tag::Hn(level, Some(words)).with_lang(language))
            }
            Kind::Paragraph => TagGroup::new(Tag::P.with_lang(language)),
            Kind::List => TagGroup::new(Tag::L(ListNumbering::None).with_lang(language)),
            Kind::Item => TagGroup::new(Tag::LI.with_lang(language)),
            Kind::Label => TagGroup::new(Tag::Lbl.with_lang(language)),
            Kind::Body => TagGroup::new(Tag::LBody.with_lang(language)),
            Kind::Figure(words) => {
                let bounds = bounds.map(|(page, bounds)| BBox::new(page, bounds));
                TagGroup::new(Tag::Figure(Some(words)).with_bbox(bounds).with_lang(language))
            }
            Kind::Table => TagGroup::new(Tag::Table.with_lang(language)),
            Kind::TableRow => TagGroup::new(Tag::TR.with_lang(language)),
            Kind::ColumnHead => TagGroup::new(Tag::TH(TableHeaderScope::Column).with_lang(language)),
            Kind::RowHead => TagGroup::new(Tag::TH(TableHeaderScope::Row).with_lang(language)),
            Kind::Cell => TagGroup::new(Tag::TD.with_lang(language)),
        };
        for child in children {
            match child {
                Child::Marks(marks) => group.push(Node::from(marks)),
                Child::Place(place) => {
                    if let Some(inner) = self.group(place) {
                        group.push(inner);
                    }
                }
            }
        }
        Some(group)
    }
}
