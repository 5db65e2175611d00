//! Words that the rules know: names people are given, titles and posts before a name, words that are no name though they begin with
//! a capital, and places. The lists are our own, put together from what is common in the languages around; they are beginnings, and
//! a rule of form stands beside each.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::token::Token;
use super::{Category, Confidence, Found};

fn set(list: &'static str) -> HashSet<&'static str> {
    list.split_whitespace().filter(|word| !word.starts_with('#')).collect()
}

/// Names that people are given.
pub static GIVEN: LazyLock<HashSet<&str>> = LazyLock::new(|| set(include_str!("words/given.txt")));

/// Names that are words as well.
pub static ALSO_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| set(include_str!("words/also_words.txt")));

/// Words that are no name, though a sentence may begin with them.
pub static COMMON: LazyLock<HashSet<&str>> = LazyLock::new(|| set(include_str!("words/common.txt")));

/// Words that begin with a capital within a sentence and name nobody: languages, days, feasts, forms of address.
pub static CAPITAL: LazyLock<HashSet<&str>> = LazyLock::new(|| set(include_str!("words/capital.txt")));

/// What stands before a name: titles and what people are by profession. With a star: and whatever begins so.
const TITLES: &str = "mr mrs ms miss mx dr drs doctor doctors prof professor sir dame lord lady father fr rev reverend rabbi imam pastor \
    nurse nurses matron sister midwife midwives carer carers consultant registrar surgeon gp physio physiotherapist therapist \
    psychologist psychiatrist counsellor paramedic receptionist secretary manager worker assistant hca sonographer radiographer \
    pharmacist dentist optician podiatrist dietitian chaplain councillor cllr volunteer visitor practitioner officer \
    p pan pana panu panem pani panią państwo państwa ksiądz księdza siostra siostry siostrze siostrę siostrą lek mgr inż prof. \
    pielęgniar* położn* doktor* lekark* lekarz* chirurg* ratownik* ratownicz* opiekunk* opiekun* rehabilitant* fizjoterapeut* \
    psycholog* recepcjonistk* ordynator* profesor* asystent* rejestratork* \
    пан пані пана панові лікар* медсестр* медбрат* акушерк* доктор* професор* доглядальниц* санітар* \
    domnul doamna domnișoara asistenta asistentul doctorul doctorița \
    senhor senhora enfermeira enfermeiro doutor doutora";

/// What somebody is to somebody.
const RELATIONS: &str = "daughter son wife husband partner mum mother mam mummy dad father daddy brother sister gran grandma granny nan nana \
    grandmother grandad granddad grandpa grandfather granddaughter grandson aunt auntie uncle niece nephew cousin friend neighbour \
    baby boy girl twins fiancé fiancée stepson stepdaughter stepmother stepfather colleague \
    córka córki córce córkę córką syn syna synowi synem żona żony żonie żonę żoną mąż męża mężowi mężem mama mamy mamie mamę mamą \
    matka matki matce matkę tata taty tacie tatę tatą ojciec ojca ojcu brat brata bratu babcia babci babcię babcią dziadek dziadka \
    dziadkowi wnuk wnuka wnuczka wnuczki wnuczkę ciocia cioci ciocię wujek wujka teściowa teściowej sąsiadka sąsiadki sąsiad sąsiada \
    koleżanka koleżanki kolega kolegi przyjaciel przyjaciółka dziecko dziewczynka chłopiec \
    донька доньки доньці дочка дочки син сина синові дружина дружини чоловік чоловіка мама мами мамі тато тата брат брата сестра \
    сестри бабуся бабусі дідусь дідуся онук онука онучка онучки сусідка сусід подруга друг";

/// What says that a name follows.
const CALLED: &str = "called named name names imieniem imię imieniu imienia nazwisko nazwisku nazwiskiem nazywa nazywał nazywała nazywam \
    звати ім'я імені прізвище chamada chamado numele numita";

/// What may stand between that and the name.
const BETWEEN: &str = "is was are were to się by of be i'm jest był była me мене";

/// What a place is called by, behind its name or before it.
const PLACES: &str = "hospital infirmary surgery clinic ward unit road street lane avenue close drive crescent terrace square gardens \
    court house lodge manor hall green park way hill row mews place centre center school college university church chapel mosque \
    temple hospice practice village town trust home farm estate bridge station library pharmacy \
    szpital szpitala szpitalu szpitalem przychodnia przychodni oddział oddziale oddziału ulica ulicy ul osiedle os aleja al \
    лікарня лікарні лікарню вулиця вулиці вул поліклініка";

/// What stands before a number or a letter that makes a place of it.
const NUMBERED: &str = "ward room bay flat unit floor bed house oddział oddziale oddziału pokój pokoju sala sali łóżko łóżku mieszkanie \
    палата палаті кімната кімнаті";

/// Words before the name of a place.
const IN: &str = "in at from near to around outside via w we z ze do od koło obok na у в з із до біля";

/// Posts that one person holds: by them somebody can be told as by a name.
const ROLES: &[&str] = &[
    "ward manager",
    "ward sister",
    "charge nurse",
    "head nurse",
    "lead nurse",
    "head of midwifery",
    "head midwife",
    "matron",
    "practice manager",
    "home manager",
    "care home manager",
    "team leader",
    "team manager",
    "service manager",
    "clinical lead",
    "medical director",
    "director of nursing",
    "chief nurse",
    "chief executive",
    "the registrar",
    "the consultant",
    "the receptionist",
    "my consultant",
    "my midwife",
    "my social worker",
    "my key worker",
    "her consultant",
    "his consultant",
    "discharge coordinator",
    "ordynator",
    "ordynatorka",
    "pielęgniarka oddziałowa",
    "siostra oddziałowa",
    "oddziałowa",
    "położna oddziałowa",
    "kierownik oddziału",
    "kierowniczka oddziału",
    "dyrektor szpitala",
    "dyrektorka szpitala",
    "kierowniczka przychodni",
    "головний лікар",
    "завідувач відділення",
    "завідувачка відділення",
    "старша медсестра",
];

static WORDS: LazyLock<[(HashSet<&str>, Vec<&str>); 7]> = LazyLock::new(|| {
    [TITLES, RELATIONS, CALLED, BETWEEN, PLACES, NUMBERED, IN].map(|list| {
        let (begun, whole): (Vec<&str>, Vec<&str>) = list.split_whitespace().partition(|word| word.ends_with('*'));
        (whole.into_iter().collect(), begun.into_iter().map(|word| word.trim_end_matches('*')).collect())
    })
});

/// A list of words by which the rules know what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    Title,
    Relation,
    Called,
    Between,
    Place,
    Numbered,
    In,
}

impl Known {
    /// True where the list has a word, in lower case.
    pub fn has(self, lower: &str) -> bool {
        let [titles, relations, called, between, places, numbered, inside] = &*WORDS;
        let (whole, begun) = match self {
            Self::Title => titles,
            Self::Relation => relations,
            Self::Called => called,
            Self::Between => between,
            Self::Place => places,
            Self::Numbered => numbered,
            Self::In => inside,
        };
        whole.contains(lower) || begun.iter().any(|start| lower.starts_with(start))
    }
}

/// The places that are known around here, and the posts that one person holds.
pub fn find(tokens: &[Token<'_>], places: &[String]) -> Vec<Found> {
    let mut found = phrases(tokens, places.iter().map(String::as_str), Category::Place, Confidence::Sure);
    found.extend(phrases(tokens, ROLES.iter().copied(), Category::Role, Confidence::Possible));
    found
}

fn phrases<'a>(tokens: &[Token<'_>], phrases: impl Iterator<Item = &'a str>, category: Category, confidence: Confidence) -> Vec<Found> {
    let mut by_first: HashMap<String, Vec<Vec<String>>> = HashMap::new();
    for phrase in phrases {
        let words: Vec<String> = super::token::tokens(phrase).into_iter().map(|token| token.lower).collect();
        if let Some(first) = words.first() {
            by_first.entry(first.clone()).or_default().push(words);
        }
    }
    let longest = |start: usize| {
        let here = tokens.get(start..)?;
        let known = by_first.get(&here.first()?.lower)?;
        let stands = |words: &&Vec<String>| here.len() >= words.len() && words.iter().zip(here).all(|(word, token)| *word == token.lower);
        let most = known.iter().filter(stands).map(Vec::len).max()?;
        let (first, last) = (here.first()?, here.get(most - 1)?);
        Some(Found::new(first.bytes.start..last.bytes.end, category, confidence))
    };
    (0..tokens.len()).filter_map(longest).collect()
}
