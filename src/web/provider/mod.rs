//! What a provider sees of its own work: its figures, which have passed disclosure control as the commissioner's have, and
//! the people in its care. A provider that leads others sees their figures; their people only where they share them.

pub mod figures;
pub mod indicator;
pub mod people;
pub mod person;
mod reach;
