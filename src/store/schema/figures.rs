//! The tables of indicators: their versions, what was supplied for them, facts and cells.

diesel::table! {
    indicator_versions (indicator, version) {
        indicator -> Text,
        version -> Integer,
        sha256 -> Text,
        source -> Text,
        applied_at -> BigInt,
    }
}

diesel::table! {
    supplied_values (indicator, organisation_id, period) {
        indicator -> Text,
        organisation_id -> BigInt,
        period -> Integer,
        numerator -> BigInt,
        denominator -> BigInt,
        source -> Text,
        supplied_at -> BigInt,
    }
}

diesel::table! {
    facts (indicator, subject_id, part) {
        indicator -> Text,
        subject_id -> BigInt,
        part -> Integer,
        from_period -> Integer,
        to_period -> Nullable<Integer>,
        organisation_id -> BigInt,
        locality_id -> BigInt,
        numerator -> BigInt,
        denominator -> BigInt,
        recorded -> BigInt,
        value_sum -> BigInt,
        value_squares -> BigInt,
    }
}

diesel::table! {
    cells (indicator, breakdown, member_id, period) {
        indicator -> Text,
        breakdown -> Text,
        member_id -> BigInt,
        period -> Integer,
        numerator -> BigInt,
        denominator -> BigInt,
        recorded -> BigInt,
        value_sum -> BigInt,
        value_squares -> BigInt,
    }
}
