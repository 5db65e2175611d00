//! Answering: from a phone to a receipt, and everything that can come between.

mod answering;
mod before;
mod borders;
mod branches;
mod drafts;
mod links;
mod refused;
mod safety;
mod sending;
