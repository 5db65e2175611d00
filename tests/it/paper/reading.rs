//! A finished document read back: its pages as words, its bookmarks, and what it says of itself.

use lopdf::content::Operation;
use lopdf::{Dictionary, Document, Object};

/// A document read back.
pub struct Reading {
    document: Document,
}

impl Reading {
    /// Reads the bytes of a document.
    pub fn of(bytes: &[u8]) -> Self {
        Self { document: Document::load_mem(bytes).unwrap() }
    }

    /// How many pages it has.
    pub fn pages(&self) -> usize {
        self.document.get_pages().len()
    }

    /// The words of each page, blanks taken out: a line may end anywhere.
    pub fn words(&self) -> Vec<String> {
        let numbers: Vec<u32> = self.document.get_pages().into_keys().collect();
        numbers.iter().map(|number| squeezed(&self.document.extract_text(&[*number]).unwrap())).collect()
    }

    /// The root of the document.
    fn root(&self) -> &Dictionary {
        self.document.catalog().unwrap()
    }

    /// True where it says that it is tagged, names its language and has a tree for screen readers.
    pub fn is_tagged(&self, language: &str) -> bool {
        let root = self.root();
        let marked = root.get(b"MarkInfo").and_then(Object::as_dict).and_then(|info| info.get(b"Marked")).and_then(Object::as_bool);
        let said = root.get(b"Lang").and_then(Object::as_str).unwrap();
        marked.unwrap() && said == language.as_bytes() && root.has(b"StructTreeRoot") && root.has(b"Outlines")
    }

    /// Width and height of the first page.
    pub fn millimetres(&self) -> [f32; 2] {
        let page = self.document.get_pages()[&1];
        let edges = self.document.get_dictionary(page).unwrap().get(b"MediaBox").unwrap().as_array().unwrap().clone();
        let edge = |at: usize| edges[at].as_float().unwrap();
        [edge(2) - edge(0), edge(3) - edge(1)].map(|points| (points / 72.0 * 25.4).round())
    }

    fn operations(&self, page: u32) -> Vec<Operation> {
        let id = self.document.get_pages()[&page];
        self.document.get_and_decode_page_content(id).unwrap().operations
    }

    /// The sizes of print on a page, in points.
    pub fn sizes(&self, page: u32) -> Vec<f32> {
        let fonts = self.operations(page).into_iter().filter(|one| one.operator == "Tf");
        fonts.map(|one| one.operands[1].as_float().unwrap()).collect()
    }

    /// What a camera sees of a page: the shapes that are filled on it, each as the box around it. Nothing but words and square
    /// codes is filled here, and words are no shapes.
    pub fn picture(&self, page: u32) -> Picture {
        let [width, height] = self.millimetres().map(|side| whole(side * PIXELS));
        let mut picture = Picture { width, height, dark: vec![false; width * height] };
        let (mut matrix, mut kept, mut shapes, mut shape) = (ONE, Vec::new(), Vec::new(), Vec::new());
        for Operation { operator, operands } in self.operations(page) {
            let number = |at: usize| operands[at].as_float().unwrap();
            match operator.as_str() {
                "q" => kept.push(matrix),
                "Q" => matrix = kept.pop().unwrap(),
                "cm" => matrix = times(std::array::from_fn(number), matrix),
                "m" => {
                    shapes.push(std::mem::take(&mut shape));
                    shape.push(through(matrix, [number(0), number(1)]));
                }
                "l" => shape.push(through(matrix, [number(0), number(1)])),
                "re" => {
                    let [x, y, w, h] = std::array::from_fn(number);
                    shapes.push([[x, y], [x + w, y + h]].map(|corner| through(matrix, corner)).to_vec());
                }
                "f" | "f*" => {
                    shapes.push(std::mem::take(&mut shape));
                    shapes.drain(..).for_each(|corners| picture.fill(&corners));
                }
                _ => {}
            }
        }
        picture
    }

    /// How many places of a kind the tree for screen readers has.
    pub fn count(&self, kind: &str) -> usize {
        let dictionaries = self.document.objects.values().filter_map(|object| object.as_dict().ok());
        dictionaries.filter(|one| one.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == kind.as_bytes())).count()
    }
}

/// Pixels in a millimetre: a camera a step away sees no more.
const PIXELS: f32 = 4.0;

/// A transformation of points, as content streams write it, and the one that changes nothing.
type Matrix = [f32; 6];
const ONE: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// The first, and then the second.
fn times([a, b, c, d, e, f]: Matrix, then: Matrix) -> Matrix {
    let [x, y] = through(then, [e, f]);
    let along = |[u, v]: [f32; 2]| [u * then[0] + v * then[2], u * then[1] + v * then[3]];
    let ([a, b], [c, d]) = (along([a, b]), along([c, d]));
    [a, b, c, d, x, y]
}

fn through([a, b, c, d, e, f]: Matrix, [x, y]: [f32; 2]) -> [f32; 2] {
    [a * x + c * y + e, b * x + d * y + f]
}

/// A page in black and white.
pub struct Picture {
    pub width: usize,
    pub height: usize,
    dark: Vec<bool>,
}

impl Picture {
    /// 0 for black, 255 for white; rows are counted from above.
    pub fn shade(&self, x: usize, y: usize) -> u8 {
        if self.dark[y * self.width + x] { 0 } else { 255 }
    }

    /// Blackens the box around these points, whose second number is counted from below.
    fn fill(&mut self, corners: &[[f32; 2]]) {
        let pixels = PIXELS * 25.4 / 72.0;
        let edges = |axis: usize| {
            let all = corners.iter().map(|corner| corner[axis] * pixels);
            let (least, most) = all.fold((f32::MAX, f32::MIN), |(least, most), at| (least.min(at), most.max(at)));
            whole(least.round())..whole(most.round())
        };
        if corners.is_empty() {
            return;
        }
        for y in edges(1) {
            for x in edges(0) {
                let row = self.height.saturating_sub(1 + y);
                self.dark[row * self.width + x.min(self.width - 1)] = true;
            }
        }
    }
}

/// A length in whole pixels.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pages are some thousands of pixels wide")]
fn whole(length: f32) -> usize {
    length.max(0.0) as usize
}

/// The text without blanks.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
