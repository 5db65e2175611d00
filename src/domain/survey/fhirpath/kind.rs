//! The FHIR data types an expression may name, and how the name of a choice element tells its type.

/// FHIR R4 data types that a choice element (`value[x]`) can hold, as they end its written-out name.
/// Source: FHIR R4 `Extension.value[x]`.
const SUFFIXES: [&str; 34] = [
    "Boolean",
    "Integer",
    "Decimal",
    "String",
    "Code",
    "Uri",
    "Url",
    "Canonical",
    "Id",
    "Oid",
    "Uuid",
    "Markdown",
    "Base64Binary",
    "PositiveInt",
    "UnsignedInt",
    "Date",
    "DateTime",
    "Instant",
    "Time",
    "Coding",
    "CodeableConcept",
    "Quantity",
    "Reference",
    "Attachment",
    "Identifier",
    "Period",
    "Range",
    "Ratio",
    "Age",
    "Duration",
    "Money",
    "HumanName",
    "Address",
    "ContactPoint",
];

/// Choice elements met in questionnaires, in their responses and in the resources they are filled from.
const CHOICES: [&str; 13] = [
    "value",
    "answer",
    "initial",
    "defaultValue",
    "minValue",
    "maxValue",
    "deceased",
    "multipleBirth",
    "effective",
    "onset",
    "abatement",
    "performed",
    "occurrence",
];

/// Resources an expression may name as a type.
const RESOURCES: [&str; 14] = [
    "QuestionnaireResponse",
    "Questionnaire",
    "Patient",
    "RelatedPerson",
    "Practitioner",
    "PractitionerRole",
    "Organization",
    "Location",
    "Encounter",
    "EpisodeOfCare",
    "Observation",
    "Condition",
    "Procedure",
    "Bundle",
];

/// A FHIR or System type, by the name FHIR gives it in choice elements (`Boolean`, `Coding`) or to resources.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kind(&'static str);

impl Kind {
    pub(super) const BOOLEAN: Self = Self("Boolean");
    pub(super) const INTEGER: Self = Self("Integer");
    pub(super) const DECIMAL: Self = Self("Decimal");
    pub(super) const STRING: Self = Self("String");
    pub(super) const DATE: Self = Self("Date");

    /// The type of that name, written as a System type (`Boolean`) or a FHIR one (`boolean`).
    pub(super) fn named(name: &str) -> Option<Self> {
        let same = |known: &&&str| {
            let mut letters = known.chars().zip(name.chars());
            known.len() == name.len() && letters.next().is_some_and(|(a, b)| a.eq_ignore_ascii_case(&b)) && letters.all(|(a, b)| a == b)
        };
        SUFFIXES.iter().find(same).or_else(|| RESOURCES.iter().find(|known| **known == name)).map(|known| Self(known))
    }

    /// The type told by the written-out name of a choice element: `Coding` for `valueCoding`.
    pub(super) fn of_element(name: &str) -> Option<Self> {
        match name {
            "coding" => Some(Self("Coding")),
            _ => CHOICES.iter().find_map(|choice| name.strip_prefix(choice)).and_then(Self::of_suffix),
        }
    }

    /// True for an element that FHIR writes out with its type.
    pub(super) fn is_choice(name: &str) -> bool {
        CHOICES.contains(&name)
    }

    /// The type that ends a choice element's name.
    pub(super) fn of_suffix(suffix: &str) -> Option<Self> {
        SUFFIXES.iter().find(|known| **known == suffix).map(|known| Self(known))
    }

    /// The name, as in `valueCoding` or `Patient`.
    pub(super) fn name(self) -> &'static str {
        self.0
    }

    /// True for the types written as a point in time.
    pub(super) fn is_moment(self) -> bool {
        matches!(self.0, "Date" | "DateTime" | "Instant" | "Time")
    }
}
