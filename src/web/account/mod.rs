//! What staff do with their own account: sign in and out, and see what they may do.

pub mod home;
pub mod sign_in;
pub mod sign_out;
