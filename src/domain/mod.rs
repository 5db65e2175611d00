//! What Saywell is about, and nothing else: values and laws without web, database, templates, clock or chance.

pub mod access;
pub mod care;
pub mod disclosure;
pub mod engagement;
pub mod framework;
pub mod indicator;
pub mod locality;
pub mod release;
pub mod statistics;
pub mod survey;
pub mod tile_grid;
