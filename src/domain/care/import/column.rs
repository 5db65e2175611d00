//! The columns of a file of people and episodes, and the other names that senders have for them.

use serde::{Deserialize, Serialize};

use crate::domain::care::channel::codes;

codes! {
    /// A column; its code is the name that the template has.
    Column {
        /// The sender's own number of the person.
        PersonNumber = "person_number",
        /// The NHS number.
        NhsNumber = "nhs_number",
        /// Given names.
        GivenName = "given_name",
        /// Family name.
        FamilyName = "family_name",
        /// What they want to be called.
        KnownAs = "known_as",
        /// Date of birth.
        DateOfBirth = "date_of_birth",
        /// Date of death.
        DateOfDeath = "date_of_death",
        /// NHS person stated sex.
        Sex = "sex",
        /// NHS ethnic category.
        Ethnicity = "ethnicity",
        /// Language tag.
        Language = "language",
        /// Communication needs.
        Needs = "needs",
        /// How they want to be reached.
        ContactBy = "contact_by",
        /// Whether they may be written to.
        MayContact = "may_contact",
        /// The national data opt-out.
        OptedOut = "opted_out",
        /// Email address.
        Email = "email",
        /// Mobile number.
        Mobile = "mobile",
        /// Telephone number.
        Telephone = "telephone",
        /// First line of the address.
        Address1 = "address_line_1",
        /// Second line of the address.
        Address2 = "address_line_2",
        /// Third line of the address.
        Address3 = "address_line_3",
        /// Fourth line of the address.
        Address4 = "address_line_4",
        /// Postcode.
        Postcode = "postcode",
        /// The sender's own number of the episode.
        EpisodeNumber = "episode_number",
        /// The programme.
        Programme = "programme",
        /// When the episode began.
        ReferralDate = "referral_date",
        /// When the episode ended.
        EndDate = "end_date",
        /// When they left hospital, into the service.
        HospitalDischargeDate = "hospital_discharge_date",
        /// When the baby was born.
        DeliveryDate = "delivery_date",
        /// Mental-health care cluster.
        Cluster = "cluster",
    }
}

/// Other names, without blanks, hyphens, underscores and regard to case.
const ALIASES: &[(Column, &[&str])] = &[
    (
        Column::PersonNumber,
        &[
            "personid",
            "patientid",
            "patientnumber",
            "patientno",
            "localpatientid",
            "localpatientidentifier",
            "clientid",
            "mrn",
            "hospitalnumber",
        ],
    ),
    (Column::NhsNumber, &["nhsno", "nhs", "nhsnum"]),
    (Column::GivenName, &["firstname", "forename", "forenames", "givennames"]),
    (Column::FamilyName, &["lastname", "surname"]),
    (Column::KnownAs, &["preferredname"]),
    (Column::DateOfBirth, &["dob", "birthdate", "born", "personbirthdate"]),
    (Column::DateOfDeath, &["dod", "deathdate", "died", "persondeathdate"]),
    (Column::Sex, &["gender", "statedgender", "personstatedsex", "personstatedgendercode"]),
    (Column::Ethnicity, &["ethniccategory", "ethniccategorycode", "ethniccode", "ethnicgroup"]),
    (Column::Language, &["preferredlanguage", "languagecode", "firstlanguage"]),
    (Column::Needs, &["communicationneeds", "accessibleinformation", "ais"]),
    (Column::ContactBy, &["contactpreference", "preferredcontact", "preferredcontactmethod"]),
    (Column::MayContact, &["consent", "consenttocontact", "contactconsent"]),
    (Column::OptedOut, &["nationaldataoptout", "optout", "ndop"]),
    (Column::Email, &["emailaddress", "mail"]),
    (Column::Mobile, &["mobilenumber", "mobilephone", "mobileno", "cell"]),
    (Column::Telephone, &["phone", "phonenumber", "tel", "telephonenumber", "homephone", "landline"]),
    (Column::Address1, &["address1", "addressline", "address"]),
    (Column::Address2, &["address2"]),
    (Column::Address3, &["address3"]),
    (Column::Address4, &["address4", "town"]),
    (Column::Postcode, &["postalcode", "zip", "postcodeofusualaddress"]),
    (
        Column::EpisodeNumber,
        &["episodeid", "referralid", "referralnumber", "serviceid", "spellid", "servicerequestid", "servicerequestidentifier"],
    ),
    (Column::Programme, &["program", "service", "pathway"]),
    (Column::ReferralDate, &["referred", "opened", "openeddate", "startdate", "episodestart", "referralrequestreceiveddate"]),
    (Column::EndDate, &["closed", "closeddate", "episodeend", "servicedischargedate"]),
    (Column::HospitalDischargeDate, &["hospitaldischarge", "dischargedfromhospital"]),
    (Column::DeliveryDate, &["babybirthdate", "dateofdelivery", "babyborn"]),
    (Column::Cluster, &["carecluster", "mentalhealthcluster"]),
];

/// Columns that no file may leave out.
const REQUIRED: [Column; 4] = [Column::PersonNumber, Column::GivenName, Column::FamilyName, Column::DateOfBirth];

/// Columns that a file with episodes may not leave out.
pub const REQUIRED_OF_EPISODES: [Column; 3] = [Column::EpisodeNumber, Column::Programme, Column::ReferralDate];

/// What is wrong with a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadHeading {
    /// These columns are missing.
    Missing(Vec<Column>),
    /// This column is there twice, perhaps under two names.
    Twice(Column),
}

/// What each cell of a line is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Columns {
    /// From left to right; nothing for a column that is left alone.
    pub known: Vec<Option<Column>>,
    /// The names of the columns that are left alone.
    pub ignored: Vec<String>,
}

impl Column {
    /// The column that goes by that name.
    #[must_use]
    pub fn named(heading: &str) -> Option<Self> {
        let plain: String = heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        let is_it = |column: &Self| column.code().replace('_', "") == plain;
        Self::ALL
            .iter()
            .copied()
            .find(is_it)
            .or_else(|| ALIASES.iter().find(|(_, names)| names.contains(&plain.as_str())).map(|(column, _)| *column))
    }

    /// True for what belongs to an episode and not to a person.
    #[must_use]
    pub const fn is_of_episode(self) -> bool {
        matches!(
            self,
            Self::EpisodeNumber
                | Self::Programme
                | Self::ReferralDate
                | Self::EndDate
                | Self::HospitalDischargeDate
                | Self::DeliveryDate
                | Self::Cluster
        )
    }
}

impl Columns {
    /// Reads a heading.
    pub fn read(heading: &[String]) -> Result<Self, BadHeading> {
        let known: Vec<Option<Column>> = heading.iter().map(|name| Column::named(name)).collect();
        let has = |column: &Column| known.contains(&Some(*column));
        if let Some(twice) = Column::ALL.iter().find(|column| known.iter().filter(|one| **one == Some(**column)).count() > 1) {
            return Err(BadHeading::Twice(*twice));
        }
        let of_episodes = known.iter().flatten().any(|column| column.is_of_episode());
        let needed = REQUIRED.iter().chain(REQUIRED_OF_EPISODES.iter().filter(|_| of_episodes));
        let missing: Vec<Column> = needed.filter(|column| !has(column)).copied().collect();
        if !missing.is_empty() {
            return Err(BadHeading::Missing(missing));
        }
        let unknown = heading.iter().zip(&known).filter(|(name, column)| column.is_none() && !name.is_empty());
        let ignored = unknown.map(|(name, _)| name.clone()).collect();
        Ok(Self { known, ignored })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(names: &str) -> Vec<String> {
        names.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn columns_come_in_any_order_and_under_many_names() {
        let read = Columns::read(&heading("Surname,Forename,D.O.B.,NHS No,Patient ID,Ward")).unwrap();
        let columns = [Column::FamilyName, Column::GivenName, Column::DateOfBirth, Column::NhsNumber, Column::PersonNumber];
        assert_eq!(read.known, columns.map(Some).into_iter().chain([None]).collect::<Vec<_>>());
        assert_eq!(read.ignored, ["Ward"]);
    }

    #[test]
    fn every_name_stands_for_one_column() {
        let mut names: Vec<String> = Column::ALL.iter().map(|column| column.code().replace('_', "")).collect();
        names.extend(ALIASES.iter().flat_map(|(_, names)| *names).map(|name| (*name).to_owned()));
        let many = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), many);
    }

    #[test]
    fn what_is_missing_or_twice_is_named() {
        assert_eq!(
            Columns::read(&heading("person_number,dob,programme")),
            Err(BadHeading::Missing(vec![Column::GivenName, Column::FamilyName, Column::EpisodeNumber, Column::ReferralDate]))
        );
        assert_eq!(Columns::read(&heading("person_number,forename,given name,surname,dob")), Err(BadHeading::Twice(Column::GivenName)));
    }
}
