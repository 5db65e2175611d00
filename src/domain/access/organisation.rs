//! What an organisation is called and what kind it is, as far as access depends on it.

/// What kind of organisation it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrganisationKind {
    /// Pays for care and reviews the figures of the whole county.
    Commissioner,
    /// Answers for an outcomes contract together with its partners.
    LeadProvider,
    /// Gives care under a lead provider.
    Partner,
    /// A hospital trust.
    AcuteTrust,
    /// Gives maternity care.
    MaternityService,
}

impl OrganisationKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Commissioner, Self::LeadProvider, Self::Partner, Self::AcuteTrust, Self::MaternityService];

    /// The code that stands for it in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Commissioner => "commissioner",
            Self::LeadProvider => "lead-provider",
            Self::Partner => "partner",
            Self::AcuteTrust => "acute-trust",
            Self::MaternityService => "maternity-service",
        }
    }

    /// The kind a code stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A code of the NHS Organisation Data Service: 1 to 12 capital letters and digits. The service gives out codes of several
/// lengths and shapes, so no more is asked of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OdsCode(String);

impl OdsCode {
    /// Reads a code as people type it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let code = text.trim().to_ascii_uppercase();
        let is_code = (1..=12).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        is_code.then_some(Self(code))
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_code_of_its_own() {
        assert!(OrganisationKind::ALL.into_iter().all(|kind| OrganisationKind::from_code(kind.code()) == Some(kind)));
        assert_eq!(OrganisationKind::from_code("trust"), None);
    }

    #[test]
    fn an_ods_code_is_up_to_twelve_letters_and_digits() {
        assert_eq!(OdsCode::parse(" rnu ").unwrap().as_str(), "RNU");
        assert_eq!(OdsCode::parse("X12345678901").unwrap().as_str(), "X12345678901");
        for wrong in ["", "  ", "R NU", "RÑU", "X123456789012", "R-1"] {
            assert_eq!(OdsCode::parse(wrong), None, "{wrong}");
        }
    }
}
