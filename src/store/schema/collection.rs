//! The tables of collection: who people are, what they are sent, and what becomes of it.

diesel::table! {
    demographics (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        person_id -> BigInt,
        sealed_key -> Nullable<Text>,
        sealed -> Nullable<Text>,
        nhs_number_hash -> Nullable<Text>,
        email_hash -> Nullable<Text>,
        phone_hash -> Nullable<Text>,
        sender_hash -> Nullable<Text>,
        revision -> Integer,
        changed_at -> BigInt,
    }
}

diesel::table! {
    demographic_terms (organisation_id, term_hash, person_id) {
        organisation_id -> BigInt,
        term_hash -> Text,
        person_id -> BigInt,
    }
}

diesel::table! {
    contact_stops (organisation_id, id) {
        organisation_id -> BigInt,
        id -> BigInt,
        person_id -> BigInt,
        reason -> Text,
        from_day -> Integer,
        until_day -> Nullable<Integer>,
        noted_by -> Nullable<BigInt>,
        noted_at -> BigInt,
        lifted_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    schedule_starts (organisation_id, schedule) {
        organisation_id -> BigInt,
        schedule -> Text,
        since_day -> Integer,
        started_by -> Nullable<BigInt>,
        started_at -> BigInt,
        stopped_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    messages (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        person_id -> BigInt,
        invitation_id -> BigInt,
        kind -> Text,
        step -> Integer,
        channel -> Text,
        reference -> Text,
        created_at -> BigInt,
        due_at -> BigInt,
        tries -> Integer,
        gateway_id -> Nullable<Text>,
        sent_at -> Nullable<BigInt>,
        delivered_at -> Nullable<BigInt>,
        failed_at -> Nullable<BigInt>,
        failure -> Nullable<Text>,
    }
}

diesel::table! {
    turns (name) {
        name -> Text,
        next_at -> BigInt,
        leased_until -> Nullable<BigInt>,
    }
}

diesel::table! {
    alert_notes (id) {
        id -> BigInt,
        survey_id -> BigInt,
        response_id -> BigInt,
        link_id -> Text,
        account_id -> BigInt,
        noted_at -> BigInt,
        sealed -> Text,
    }
}

diesel::table! {
    alert_teams (organisation_id) {
        organisation_id -> BigInt,
        email -> Text,
        escalation_email -> Text,
        minutes -> Integer,
        hours -> Text,
        changed_at -> BigInt,
    }
}

diesel::table! {
    transcriptions (survey_id, response_id, pass) {
        survey_id -> BigInt,
        response_id -> BigInt,
        pass -> Integer,
        entered_by -> BigInt,
        entered_at -> BigInt,
        answers -> Text,
    }
}

diesel::table! {
    kiosks (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        survey_id -> BigInt,
        name -> Text,
        token_hash -> Text,
        created_by -> BigInt,
        created_at -> BigInt,
        ended_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    imports (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        account_id -> Nullable<BigInt>,
        name -> Text,
        sha256 -> Text,
        choice -> Nullable<Text>,
        status -> Text,
        lines -> BigInt,
        done -> BigInt,
        added -> BigInt,
        changed -> BigInt,
        unchanged -> BigInt,
        refused -> BigInt,
        created_at -> BigInt,
        leased_until -> Nullable<BigInt>,
        finished_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    import_parts (id) {
        id -> BigInt,
        import_id -> BigInt,
        number -> Integer,
        sealed -> Text,
    }
}

diesel::table! {
    import_lines (import_id, number) {
        import_id -> BigInt,
        number -> Integer,
        outcome -> Text,
        faults -> Nullable<Text>,
    }
}

diesel::table! {
    legal_holds (organisation_id, id) {
        organisation_id -> BigInt,
        id -> BigInt,
        person_id -> BigInt,
        reason -> Text,
        placed_by -> BigInt,
        placed_at -> BigInt,
        lifted_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    rights_requests (organisation_id, id) {
        organisation_id -> BigInt,
        id -> BigInt,
        person_id -> BigInt,
        kind -> Text,
        received_day -> Integer,
        due_day -> Integer,
        noted_by -> BigInt,
        done_at -> Nullable<BigInt>,
        outcome -> Nullable<Text>,
    }
}

diesel::table! {
    erasures (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        person_id -> BigInt,
        account_id -> Nullable<BigInt>,
        reason -> Text,
        answers -> Text,
        erased_at -> BigInt,
    }
}

diesel::table! {
    retention_runs (id) {
        id -> BigInt,
        purpose -> Text,
        is_dry -> Bool,
        found -> BigInt,
        erased -> BigInt,
        held -> BigInt,
        began_at -> BigInt,
    }
}
