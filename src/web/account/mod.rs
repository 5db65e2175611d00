//! What staff do with their own account: sign in and out, and see what they may do.

mod asking;
mod chosen;
pub mod confirm;
pub mod confirm_passkey;
mod enrolment;
pub mod forgotten;
pub mod home;
pub mod identities;
mod journey;
mod mapping;
pub mod own;
pub mod own_changes;
pub mod passkey;
mod passkey_shown;
pub mod passkey_sign_in;
pub mod password;
pub mod proof;
pub mod recovery_codes;
pub mod second;
pub mod second_factor;
pub mod sign_in;
pub mod sign_out;
pub mod single_sign_on;
mod tries;
pub mod welcome;
