//! One line of a file as a person and, where it has one, an episode. Codes that senders write in other ways (F for female,
//! Y for yes) are read as what they mean.

use jiff::civil::Date;

use super::column::{Column, Columns};
use super::fault::{Fault, Wrong};
use crate::domain::care::need::Need;
use crate::domain::care::registration::{About, EpisodeFields, NewEpisode, NewPerson, PersonFields};

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    pub person: NewPerson,
    /// The sender's own number of the person.
    pub number: String,
    /// Whether it says so, or it is taken for not said.
    pub says_sex: bool,
    pub says_language: bool,
    /// The episode and the sender's own number of it.
    pub episode: Option<(NewEpisode, String)>,
}

/// What lines are read with.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    pub columns: &'a Columns,
    pub today: Date,
    /// The keys of the programmes there are, and their titles: a sender may write either.
    pub programmes: &'a [(&'a str, &'a str)],
}

/// The cells of a line by column.
struct Cells<'a>(&'a [String], &'a Columns);

impl Cells<'_> {
    fn of(&self, column: Column) -> String {
        let at = self.1.known.iter().position(|known| *known == Some(column));
        at.and_then(|at| self.0.get(at)).map(|cell| cell.trim().to_owned()).unwrap_or_default()
    }
}

impl Reading<'_> {
    /// What a line says, or everything that is wrong with it.
    pub fn read(&self, cells: &[String]) -> Result<Given, Vec<Fault>> {
        let cells = Cells(cells, self.columns);
        let mut faults = Vec::new();
        let person = person(&cells).read(self.today).map_err(|why| faults.extend(why.into_iter().map(Fault::Cell))).ok();
        let number = cells.of(Column::PersonNumber);
        if number.is_empty() {
            faults.push(Fault::Line(Wrong::PersonNumberMissing));
        }
        let says_episode = Column::ALL.iter().any(|column| column.is_of_episode() && !cells.of(*column).is_empty());
        let episode = match &person {
            Some(person) if says_episode => self.episode(&cells, person).map_err(|why| faults.extend(why)).ok(),
            _ => None,
        };
        let (Some(person), true) = (person, faults.is_empty()) else { return Err(faults) };
        let (says_sex, says_language) = (!cells.of(Column::Sex).is_empty(), !cells.of(Column::Language).is_empty());
        Ok(Given { person, number, says_sex, says_language, episode })
    }

    fn episode(&self, cells: &Cells<'_>, person: &NewPerson) -> Result<(NewEpisode, String), Vec<Fault>> {
        let number = cells.of(Column::EpisodeNumber);
        let named = cells.of(Column::Programme);
        let is_it = |(key, title): &&(&str, &str)| plain(key) == plain(&named) || plain(title) == plain(&named);
        let programme = self.programmes.iter().find(is_it).map_or(named.clone(), |(key, _)| (*key).to_owned());
        let fields = EpisodeFields {
            programme,
            opened: cells.of(Column::ReferralDate),
            closed: cells.of(Column::EndDate),
            discharged: cells.of(Column::HospitalDischargeDate),
            delivered: cells.of(Column::DeliveryDate),
            cluster: cells.of(Column::Cluster),
            sender_number: number.clone(),
        };
        let programmes: Vec<&str> = self.programmes.iter().map(|(key, _)| *key).collect();
        let about = About { today: self.today, programmes: &programmes, born: person.born, died: person.died };
        let read = fields.read(&about).map_err(|why| why.into_iter().map(Fault::Cell).collect::<Vec<_>>());
        match (read, number.is_empty()) {
            (Ok(episode), false) => Ok((episode, number)),
            (Ok(_), true) => Err(vec![Fault::Line(Wrong::EpisodeNumberMissing)]),
            (Err(mut faults), is_missing) => {
                faults.extend(is_missing.then_some(Fault::Line(Wrong::EpisodeNumberMissing)));
                Err(faults)
            }
        }
    }
}

fn person(cells: &Cells<'_>) -> PersonFields {
    let of = |column| cells.of(column);
    PersonFields {
        given_name: of(Column::GivenName),
        family_name: of(Column::FamilyName),
        known_as: of(Column::KnownAs),
        nhs_number: of(Column::NhsNumber),
        birth_date: of(Column::DateOfBirth),
        death_date: of(Column::DateOfDeath),
        sex: sex(&of(Column::Sex)),
        ethnicity: of(Column::Ethnicity).to_uppercase(),
        language: of(Column::Language),
        needs: needs(&of(Column::Needs)),
        contact_by: contact_by(&of(Column::ContactBy)),
        may_contact: yes_or_no(&of(Column::MayContact)),
        opted_out: yes_or_no(&of(Column::OptedOut)),
        email: of(Column::Email),
        mobile: of(Column::Mobile),
        telephone: of(Column::Telephone),
        address: address(cells),
        postcode: of(Column::Postcode),
        sender_number: of(Column::PersonNumber),
    }
}

/// The lines of the address; one cell may hold several.
fn address(cells: &Cells<'_>) -> Vec<String> {
    let columns = [Column::Address1, Column::Address2, Column::Address3, Column::Address4];
    columns.into_iter().flat_map(|column| cells.of(column).lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// Lower case, letters and digits alone.
fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn sex(written: &str) -> String {
    match plain(written).as_str() {
        "" | "0" | "u" | "x" | "unknown" | "notknown" => "X",
        "m" | "male" => "1",
        "f" | "female" => "2",
        "i" | "indeterminate" => "9",
        _ => written,
    }
    .to_owned()
}

fn yes_or_no(written: &str) -> String {
    match plain(written).as_str() {
        "y" | "yes" | "true" | "1" => "yes",
        "n" | "no" | "false" | "0" => "no",
        _ => written,
    }
    .to_owned()
}

fn contact_by(written: &str) -> String {
    match plain(written).as_str() {
        "email" => "email",
        "text" | "sms" | "textmessage" => "text",
        "letter" | "post" => "letter",
        "phone" | "telephone" => "phone",
        "none" | "nocontact" => "none",
        _ => written,
    }
    .to_owned()
}

/// Needs parted by blanks, bars or semicolons; each as its code or in words (`large print`).
fn needs(written: &str) -> Vec<String> {
    let known = |word: &str| Need::ALL.iter().find(|need| plain(need.code()) == plain(word)).map(|need| need.code().to_owned());
    if let Some(one) = known(written) {
        return vec![one];
    }
    let marks = ['|', ';', ','];
    let parted: Vec<&str> = if written.contains(marks) { written.split(marks).collect() } else { written.split_whitespace().collect() };
    parted.into_iter().filter(|word| !word.trim().is_empty()).map(|word| known(word).unwrap_or_else(|| word.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::care::registration;
    use crate::domain::care::sex::Sex;

    fn read(heading: &str, cells: &str) -> Result<Given, Vec<Fault>> {
        let split = |text: &str| text.split(',').map(str::to_owned).collect::<Vec<_>>();
        let columns = Columns::read(&split(heading)).unwrap();
        let programmes = [("mental-health", "Community mental health"), ("maternity", "Maternity")];
        Reading { columns: &columns, today: date(2026, 11, 22), programmes: &programmes }.read(&split(cells))
    }

    const PERSON: &str = "person number,forename,surname,dob,nhs no,sex,consent,needs";

    #[test]
    fn codes_are_read_however_senders_write_them() {
        let given = read(PERSON, "P1,Zofia,Nowak,1/2/1980,943 476 5919,Female,Y,Large print|bsl").unwrap();
        assert_eq!((given.person.sex, given.person.may_contact), (Sex::Female, Some(true)));
        assert_eq!(given.person.needs, [Need::LargePrint, Need::Bsl]);
        assert_eq!(given.episode, None);
        assert!(!read(PERSON, "P1,Zofia,Nowak,1/2/1980,,,,").unwrap().says_sex);
    }

    #[test]
    fn everything_wrong_with_a_line_is_told_with_its_columns() {
        let faults = read(PERSON, ",Zofia,Nowak,23/11/2026,943 476 5991,,,").unwrap_err();
        let columns: Vec<_> = faults.iter().filter_map(|fault| fault.column()).collect();
        assert_eq!(columns, [Column::NhsNumber, Column::DateOfBirth, Column::PersonNumber]);
    }

    #[test]
    fn an_episode_is_read_by_the_title_of_its_programme_and_needs_a_number() {
        let heading = "person_number,given_name,family_name,dob,episode_number,programme,referral_date,end_date";
        let (episode, number) = read(heading, "P1,A,B,1980-01-01,E1,Community Mental Health,2026-03-01,").unwrap().episode.unwrap();
        assert_eq!((episode.programme.as_str(), number.as_str()), ("mental-health", "E1"));
        let wrong = read(heading, "P1,A,B,1980-01-01,,maternity,2026-03-01,2026-02-01").unwrap_err();
        assert_eq!(wrong, [Fault::Cell(registration::Fault::ClosedBeforeOpened), Fault::Line(Wrong::EpisodeNumberMissing)]);
        assert_eq!(read(heading, "P1,A,B,1980-01-01,,,,").unwrap().episode, None);
    }
}
