//! Invented names: common given and family names of the languages people speak in the county, put together by chance, so
//! that nobody in particular is meant.

use super::dice::Dice;

/// Given names of women, given names of men, family names.
struct Names(&'static [&'static str], &'static [&'static str], &'static [&'static str]);

const ENGLISH: Names = Names(
    &[
        "Margaret",
        "Jean",
        "Patricia",
        "Susan",
        "Linda",
        "Karen",
        "Julie",
        "Tracey",
        "Sarah",
        "Emma",
        "Laura",
        "Charlotte",
        "Amy",
        "Olivia",
        "Grace",
        "Ruby",
        "Dorothy",
        "Joan",
        "Sheila",
        "Helen",
    ],
    &[
        "John", "David", "Peter", "Michael", "Alan", "Stephen", "Paul", "Andrew", "Mark", "Daniel", "James", "Thomas", "Jack", "Harry",
        "George", "Ronald", "Kenneth", "Brian", "Derek", "Ian",
    ],
    &[
        "Smith",
        "Jones",
        "Taylor",
        "Brown",
        "Davies",
        "Wilson",
        "Evans",
        "Thomas",
        "Johnson",
        "Roberts",
        "Walker",
        "Wright",
        "Robinson",
        "Thompson",
        "White",
        "Hughes",
        "Edwards",
        "Green",
        "Hall",
        "Wood",
        "Harris",
        "Clarke",
        "Patel",
        "Turner",
        "Cooper",
        "Hill",
        "Ward",
        "Morris",
        "Moore",
        "King",
        "Baker",
        "Harrison",
        "Morgan",
        "Allen",
        "James",
        "Scott",
        "Phillips",
        "Watson",
        "Parker",
        "O'Brien",
        "Price",
        "Bennett",
        "Young",
        "Griffiths",
        "Mitchell",
        "Kelly",
        "Cook",
        "Carter",
        "Richardson",
        "Bailey",
    ],
);

const POLISH: Names = Names(
    &["Anna", "Maria", "Katarzyna", "Małgorzata", "Agnieszka", "Zofia", "Łucja", "Ewa"],
    &["Piotr", "Krzysztof", "Andrzej", "Tomasz", "Paweł", "Michał", "Stanisław", "Jakub"],
    &["Nowak", "Mazur", "Wójcik", "Kaczmarek", "Zając", "Król", "Pawlak", "Dudek", "Stępień", "Wróbel", "Sikora", "Baran"],
);

const ROMANIAN: Names = Names(
    &["Elena", "Ioana", "Mihaela", "Cristina", "Andreea", "Florentina"],
    &["Andrei", "Ion", "Gheorghe", "Alexandru", "Mihai", "Ștefan"],
    &["Popescu", "Ionescu", "Popa", "Radu", "Dumitru", "Stan", "Stoica", "Munteanu", "Rusu", "Tudor"],
);

const URDU: Names = Names(
    &["Fatima", "Ayesha", "Nadia", "Sana", "Rukhsana", "Shazia"],
    &["Imran", "Tariq", "Asif", "Khalid", "Usman", "Bilal"],
    &["Khan", "Ahmed", "Hussain", "Malik", "Iqbal", "Mahmood", "Butt", "Qureshi", "Shah", "Mirza"],
);

const BENGALI: Names = Names(
    &["Nasrin", "Rehana", "Shirin", "Sultana", "Rokeya", "Salma"],
    &["Abdul", "Rahim", "Kamal", "Jahangir", "Shafiq", "Monir"],
    &["Begum", "Rahman", "Islam", "Miah", "Chowdhury", "Uddin", "Hoque", "Alam", "Sarkar", "Das"],
);

const UKRAINIAN: Names = Names(
    &["Olena", "Oksana", "Iryna", "Natalia", "Halyna", "Daryna"],
    &["Oleksandr", "Andriy", "Serhiy", "Mykola", "Taras", "Bohdan"],
    &["Melnyk", "Shevchenko", "Kovalenko", "Bondarenko", "Tkachenko", "Kravchuk", "Oliynyk", "Lysenko", "Marchenko", "Rudenko"],
);

/// Streets of no particular town.
const STREETS: [&str; 16] = [
    "High Street",
    "Mill Lane",
    "Church Road",
    "Station Road",
    "Otter Walk",
    "Marl Close",
    "Quarry Hill",
    "Green Lane",
    "Queens Road",
    "Victoria Terrace",
    "Orchard Way",
    "Lantern Court",
    "Fen Drove",
    "Heron Close",
    "School Lane",
    "Bridge Street",
];

/// A given and a family name that go with a language and a sex.
pub fn name(language: &str, is_woman: bool, dice: &mut Dice) -> (&'static str, &'static str) {
    let Names(women, men, families) = match language {
        "pl" => POLISH,
        "ro" => ROMANIAN,
        "ur" => URDU,
        "bn" => BENGALI,
        "uk" => UKRAINIAN,
        _ => ENGLISH,
    };
    (one_of(if is_woman { women } else { men }, dice), one_of(families, dice))
}

/// The first line of an address.
pub fn street(dice: &mut Dice) -> String {
    format!("{} {}", dice.between(1, 148), one_of(&STREETS, dice))
}

/// One of several, each as likely as the others.
pub fn one_of<T: Copy + Default>(all: &[T], dice: &mut Dice) -> T {
    let last = i32::try_from(all.len()).unwrap_or(1) - 1;
    let at = usize::try_from(dice.between(0, last)).unwrap_or_default();
    all.get(at).copied().unwrap_or_default()
}
