//! Communication needs as the Accessible Information Standard (DAPB1605) has them identified, recorded and met.

use super::channel::codes;

codes! {
    /// What somebody needs to read, understand and answer.
    Need {
        /// Large print.
        LargePrint = "large-print",
        /// Easy read.
        EasyRead = "easy-read",
        /// Braille.
        Braille = "braille",
        /// Spoken, not written.
        Audio = "audio",
        /// British Sign Language.
        Bsl = "bsl",
        /// An interpreter of their language.
        Interpreter = "interpreter",
        /// A carer helps them to answer.
        CarerAssists = "carer-assists",
        /// Forms on paper.
        Paper = "paper",
        /// To be rung up.
        Phone = "phone",
    }
}

impl Need {
    /// The needs that a list of codes with blanks between stands for; unknown codes are left out.
    #[must_use]
    pub fn list(codes: &str) -> Vec<Self> {
        codes.split_whitespace().filter_map(Self::from_code).collect()
    }

    /// The list of codes that stands for these needs, in the order of [`Need::ALL`]; nothing for none.
    #[must_use]
    pub fn codes(needs: &[Self]) -> Option<String> {
        let held: Vec<&str> = Self::ALL.iter().filter(|need| needs.contains(need)).map(|need| need.code()).collect();
        (!held.is_empty()).then(|| held.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needs_are_kept_as_codes_and_read_back() {
        let needs = [Need::Phone, Need::LargePrint];
        assert_eq!(Need::codes(&needs).as_deref(), Some("large-print phone"));
        assert_eq!(Need::list("large-print phone nonsense"), [Need::LargePrint, Need::Phone]);
        assert_eq!(Need::codes(&[]), None);
    }
}
