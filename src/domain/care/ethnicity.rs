//! Ethnic category as the NHS Data Dictionary codes it (2001 census categories, 16 and two).

use super::channel::codes;

codes! {
    /// What somebody says of themselves.
    Ethnicity {
        /// White: British.
        WhiteBritish = "A",
        /// White: Irish.
        WhiteIrish = "B",
        /// White: any other background.
        WhiteOther = "C",
        /// Mixed: White and Black Caribbean.
        MixedWhiteBlackCaribbean = "D",
        /// Mixed: White and Black African.
        MixedWhiteBlackAfrican = "E",
        /// Mixed: White and Asian.
        MixedWhiteAsian = "F",
        /// Mixed: any other background.
        MixedOther = "G",
        /// Asian or Asian British: Indian.
        AsianIndian = "H",
        /// Asian or Asian British: Pakistani.
        AsianPakistani = "J",
        /// Asian or Asian British: Bangladeshi.
        AsianBangladeshi = "K",
        /// Asian or Asian British: any other background.
        AsianOther = "L",
        /// Black or Black British: Caribbean.
        BlackCaribbean = "M",
        /// Black or Black British: African.
        BlackAfrican = "N",
        /// Black or Black British: any other background.
        BlackOther = "P",
        /// Chinese.
        Chinese = "R",
        /// Any other ethnic group.
        Other = "S",
        /// Asked, and not said.
        NotStated = "Z",
        /// Not known.
        NotKnown = "99",
    }
}

codes! {
    /// The groups in which equality of response is looked at (MHSDS equality groups).
    Group {
        /// A.
        WhiteBritish = "white-british",
        /// B and C.
        WhiteOther = "white-other",
        /// D to G.
        Mixed = "mixed",
        /// H to L.
        Asian = "asian",
        /// M to P.
        Black = "black",
        /// R and S.
        Other = "other",
        /// Z, 99, and nothing recorded.
        NotKnown = "not-known",
    }
}

impl Ethnicity {
    /// The group it belongs to.
    #[must_use]
    pub const fn group(self) -> Group {
        match self {
            Self::WhiteBritish => Group::WhiteBritish,
            Self::WhiteIrish | Self::WhiteOther => Group::WhiteOther,
            Self::MixedWhiteBlackCaribbean | Self::MixedWhiteBlackAfrican | Self::MixedWhiteAsian | Self::MixedOther => Group::Mixed,
            Self::AsianIndian | Self::AsianPakistani | Self::AsianBangladeshi | Self::AsianOther => Group::Asian,
            Self::BlackCaribbean | Self::BlackAfrican | Self::BlackOther => Group::Black,
            Self::Chinese | Self::Other => Group::Other,
            Self::NotStated | Self::NotKnown => Group::NotKnown,
        }
    }
}
