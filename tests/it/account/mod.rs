//! Accounts of staff: how they are begun, entered and got back into, and what their holders do with them.

mod confirming;
mod door;
mod factors;
mod letters;
mod links;
mod own_account;
mod password;
mod second;
mod sessions;
mod single_sign_on;
mod slowed;
