//! Person stated sex as the NHS Data Dictionary codes it (PERSON STATED SEX CODE).

use super::channel::codes;

codes! {
    /// What somebody says of themselves.
    Sex {
        /// Male.
        Male = "1",
        /// Female.
        Female = "2",
        /// Neither male nor female.
        Indeterminate = "9",
        /// Not known.
        NotKnown = "X",
    }
}
