//! Walks from element to element. Knows how FHIR writes choices, extensions of primitives and links of items in JSON.

use serde_json::{Map, Value};

use super::kind::Kind;
use super::node::{Element, Node, Nodes};

impl<'a> Element<'a> {
    /// The elements of one name, by the name in the file or the short name of a choice.
    pub(super) fn members(&self, name: &str, found: &mut Nodes<'a>) {
        let Some(object) = self.object() else { return };
        if object.contains_key(name) || object.contains_key(&format!("_{name}")) {
            self.push_member(object, name, found);
        } else if Kind::is_choice(name) {
            let written = object.keys().map(|key| key.strip_prefix('_').unwrap_or(key));
            let chosen = written.filter(|key| key.strip_prefix(name).and_then(Kind::of_suffix).is_some()).min();
            if let Some(key) = chosen {
                self.push_member(object, key, found);
            }
        }
    }

    /// Every element directly below.
    pub(super) fn children(&self, found: &mut Nodes<'a>) {
        let Some(object) = self.object() else { return };
        for key in object.keys() {
            match key.strip_prefix('_') {
                Some(plain) if object.contains_key(plain) => {}
                Some(plain) => self.push_member(object, plain, found),
                None if key == "resourceType" => {}
                None => self.push_member(object, key, found),
            }
        }
    }

    /// True for a resource of that type.
    pub(super) fn is_resource(&self, name: &str) -> bool {
        self.value.get("resourceType").and_then(Value::as_str) == Some(name)
    }

    /// The extensions of that URL.
    pub(super) fn extensions(&self, url: &str) -> Nodes<'a> {
        let mut all = Vec::new();
        self.members("extension", &mut all);
        all.retain(|node| node.element().and_then(|e| e.value.get("url")?.as_str()) == Some(url));
        all
    }

    fn object(&self) -> Option<&'a Map<String, Value>> {
        self.value.as_object().or_else(|| self.beside?.as_object())
    }

    fn push_member(&self, object: &'a Map<String, Value>, key: &str, found: &mut Nodes<'a>) {
        let item = object.get("linkId").and_then(Value::as_str).or(self.item);
        let kind = Kind::of_element(key);
        let beside = object.get(&format!("_{key}"));
        let mut push = |value: &'a Value, beside: Option<&'a Value>| {
            let beside = beside.filter(|value| value.is_object());
            if !value.is_null() || beside.is_some() {
                found.push(Node::Element(Element { value, beside, kind, item }));
            }
        };
        match (object.get(key), beside) {
            (Some(Value::Array(values)), _) => {
                let beside_of = |position| beside.and_then(|all| all.get(position));
                values.iter().enumerate().for_each(|(position, value)| push(value, beside_of(position)));
            }
            (None, Some(Value::Array(all))) => all.iter().for_each(|value| push(&Value::Null, Some(value))),
            (value, beside) => push(value.unwrap_or(&Value::Null), beside),
        }
    }
}
