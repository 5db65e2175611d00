//! The tables of indicators: their versions, what was supplied for them, facts and cells.

diesel::table! {
    definitions (indicator, version) {
        indicator -> Text,
        version -> Integer,
        status -> Text,
        effective_from -> Integer,
        source -> Text,
        sha256 -> Text,
        origin -> Text,
        survey -> Nullable<Text>,
        reason -> Nullable<Text>,
        note -> Nullable<Text>,
        drafted_by -> Nullable<BigInt>,
        drafted_at -> BigInt,
        proposed_by -> Nullable<BigInt>,
        proposed_at -> Nullable<BigInt>,
        decided_by -> Nullable<BigInt>,
        decided_at -> Nullable<BigInt>,
        counting_at -> Nullable<BigInt>,
        counted_at -> Nullable<BigInt>,
        revision -> Integer,
        preview -> Nullable<Text>,
        previewed -> Nullable<Text>,
    }
}

diesel::table! {
    supplied_values (indicator, organisation_id, period, stratum, revision) {
        indicator -> Text,
        organisation_id -> BigInt,
        period -> Integer,
        stratum -> Text,
        revision -> Integer,
        numerator -> BigInt,
        denominator -> BigInt,
        status -> Text,
        source -> Text,
        file_sha256 -> Nullable<Text>,
        reason -> Nullable<Text>,
        supplied_by -> Nullable<BigInt>,
        supplied_at -> BigInt,
        superseded_at -> Nullable<BigInt>,
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
        age -> BigInt,
        sex -> BigInt,
        ethnicity -> BigInt,
        language -> BigInt,
        mode -> BigInt,
        respondent -> BigInt,
        change -> BigInt,
        exclusion -> BigInt,
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

diesel::table! {
    releases (number) {
        number -> BigInt,
        made_at -> BigInt,
        made_by -> Nullable<BigInt>,
        through -> Integer,
        profile -> Text,
        framework -> Text,
    }
}

diesel::table! {
    sheets (indicator, period, release_number) {
        indicator -> Text,
        period -> Integer,
        release_number -> BigInt,
        version -> Integer,
        definition_sha256 -> Text,
        status -> Text,
        figures -> Text,
        shares -> Text,
        certificate -> Text,
    }
}

diesel::table! {
    sheet_cells (indicator, period, release_number, breakdown, member_id) {
        indicator -> Text,
        period -> Integer,
        release_number -> BigInt,
        breakdown -> Text,
        member_id -> BigInt,
        numerator -> BigInt,
        denominator -> BigInt,
        recorded -> BigInt,
        value_sum -> BigInt,
        value_squares -> BigInt,
    }
}

diesel::table! {
    locality_tiles (locality_id) {
        locality_id -> BigInt,
        map_row -> Integer,
        map_column -> Integer,
    }
}

diesel::table! {
    board_packs (id) {
        id -> BigInt,
        account_id -> BigInt,
        period -> Integer,
        programme -> Nullable<Text>,
        language -> Text,
        status -> Text,
        done -> BigInt,
        steps -> BigInt,
        asked_at -> BigInt,
        leased_until -> Nullable<BigInt>,
        finished_at -> Nullable<BigInt>,
        file -> Nullable<Text>,
    }
}
