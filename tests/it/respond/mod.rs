//! Answering: from a phone to a receipt, and everything that can come between.

mod answering;
mod before;
mod borders;
mod branches;
mod declining;
mod drafts;
mod kiosk;
mod links;
mod own_answers;
mod refused;
mod returning;
mod safety;
mod sending;
mod withdrawing;
mod words;
