//! The tables, once for both databases. A test holds this file, and both sets of migrations, together.

mod collection;
mod engagement;
mod figures;

pub use collection::*;
pub use engagement::*;
pub use figures::*;

diesel::table! {
    organisations (id) {
        id -> BigInt,
        ods_code -> Text,
        name -> Text,
        kind -> Text,
        parent_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    localities (id) {
        id -> BigInt,
        code -> Text,
        name -> Text,
        deprivation_decile -> Integer,
    }
}

diesel::table! {
    locality_postcodes (postcode_area) {
        postcode_area -> Text,
        locality_id -> BigInt,
    }
}

diesel::table! {
    accounts (id) {
        id -> BigInt,
        email -> Text,
        name -> Text,
        language -> Text,
        organisation_id -> BigInt,
        password_hash -> Nullable<Text>,
        created_at -> BigInt,
        deactivated_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    sessions (token_hash) {
        token_hash -> Text,
        id -> BigInt,
        account_id -> BigInt,
        factor -> Nullable<Text>,
        is_enrolling -> Bool,
        confirmed_at -> BigInt,
        ceremony -> Nullable<Text>,
        name -> Nullable<Text>,
        device -> Text,
        network -> Text,
        created_at -> BigInt,
        seen_at -> BigInt,
        idle_seconds -> BigInt,
        expires_at -> BigInt,
    }
}

diesel::table! {
    account_roles (account_id, organisation_id, role) {
        account_id -> BigInt,
        organisation_id -> BigInt,
        role -> Text,
        granted_at -> BigInt,
    }
}

diesel::table! {
    second_factors (id) {
        id -> BigInt,
        account_id -> BigInt,
        kind -> Text,
        name -> Text,
        sealed -> Text,
        last_step -> Nullable<BigInt>,
        created_at -> BigInt,
        used_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    recovery_codes (account_id, code_hash) {
        account_id -> BigInt,
        code_hash -> Text,
        used_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    one_time_links (token_hash) {
        token_hash -> Text,
        account_id -> BigInt,
        purpose -> Text,
        created_at -> BigInt,
        expires_at -> BigInt,
        used_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    known_devices (token_hash, account_id) {
        token_hash -> Text,
        account_id -> BigInt,
        first_seen_at -> BigInt,
        seen_at -> BigInt,
    }
}

diesel::table! {
    external_identities (issuer, subject) {
        issuer -> Text,
        subject -> Text,
        account_id -> BigInt,
        linked_at -> BigInt,
    }
}

diesel::table! {
    throttles (key_hash) {
        key_hash -> Text,
        arrival_at -> BigInt,
    }
}

diesel::table! {
    people_shares (from_organisation_id, to_organisation_id) {
        from_organisation_id -> BigInt,
        to_organisation_id -> BigInt,
        since -> BigInt,
    }
}

diesel::table! {
    audit_events (number) {
        number -> BigInt,
        at -> BigInt,
        account_id -> Nullable<BigInt>,
        actor -> Text,
        organisation_id -> Nullable<BigInt>,
        action -> Text,
        subject -> Text,
        reason -> Text,
        network -> Text,
        detail -> Text,
        previous_hash -> Text,
        hash -> Text,
    }
}

diesel::table! {
    audit_heads (id) {
        id -> BigInt,
        number -> BigInt,
        hash -> Text,
    }
}

diesel::table! {
    letters (id) {
        id -> BigInt,
        kind -> Text,
        sealed -> Nullable<Text>,
        created_at -> BigInt,
        due_at -> BigInt,
        tries -> Integer,
        sent_at -> Nullable<BigInt>,
        failed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    surveys (id) {
        id -> BigInt,
        key -> Text,
        status -> Text,
        created_at -> BigInt,
        opens_at -> Nullable<BigInt>,
        closes_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    survey_versions (id) {
        id -> BigInt,
        survey_id -> BigInt,
        number -> Integer,
        version -> Text,
        title -> Text,
        source -> Text,
        sha256 -> Text,
        imported_at -> BigInt,
    }
}

diesel::table! {
    people (organisation_id, id) {
        organisation_id -> BigInt,
        id -> BigInt,
        birth_day -> Integer,
        sex -> Text,
        locality_id -> Nullable<BigInt>,
        language -> Text,
        ethnicity -> Nullable<Text>,
        needs -> Nullable<Text>,
        contact_by -> Nullable<Text>,
        may_contact -> Nullable<Bool>,
        opted_out -> Nullable<Bool>,
        died_day -> Nullable<Integer>,
        changed_at -> Nullable<BigInt>,
        erased_at -> Nullable<BigInt>,
        merged_into -> Nullable<BigInt>,
    }
}

diesel::table! {
    episodes (organisation_id, id) {
        organisation_id -> BigInt,
        id -> BigInt,
        person_id -> BigInt,
        programme -> Text,
        birth_day -> Integer,
        locality_id -> Nullable<BigInt>,
        opened_day -> Integer,
        closed_day -> Nullable<Integer>,
        discharged_day -> Nullable<Integer>,
        delivered_day -> Nullable<Integer>,
        fact_revision -> Integer,
        cluster -> Nullable<Text>,
        sender_hash -> Nullable<Text>,
        changed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    invitations (organisation_id, id) {
        organisation_id -> BigInt,
        id -> BigInt,
        episode_id -> BigInt,
        survey_id -> BigInt,
        timepoint -> Text,
        asked_day -> Integer,
        token_hash -> Nullable<Text>,
        expires_at -> BigInt,
        schedule -> Nullable<Text>,
        channel -> Nullable<Text>,
        not_asked -> Nullable<Text>,
        code_hash -> Nullable<Text>,
        next_at -> Nullable<BigInt>,
        sent_at -> Nullable<BigInt>,
        delivered_at -> Nullable<BigInt>,
        bounced_at -> Nullable<BigInt>,
        opened_at -> Nullable<BigInt>,
        started_at -> Nullable<BigInt>,
        finished_at -> Nullable<BigInt>,
        declined_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    responses (survey_id, id) {
        survey_id -> BigInt,
        id -> BigInt,
        version_id -> BigInt,
        organisation_id -> Nullable<BigInt>,
        locality_id -> Nullable<BigInt>,
        episode_id -> Nullable<BigInt>,
        invitation_id -> Nullable<BigInt>,
        timepoint -> Text,
        respondent -> Text,
        mode -> Text,
        language -> Text,
        status -> Text,
        revision -> Integer,
        started_at -> BigInt,
        saved_at -> BigInt,
        expires_at -> BigInt,
        submitted_at -> Nullable<BigInt>,
        period -> Nullable<Integer>,
        answered_day -> Nullable<Integer>,
        resume_hash -> Text,
        receipt_hash -> Nullable<Text>,
        relationship -> Nullable<Text>,
        assistance -> Nullable<Text>,
        entered_by -> Nullable<BigInt>,
        kiosk_id -> Nullable<BigInt>,
        withdrawn_at -> Nullable<BigInt>,
        sealed_key -> Nullable<Text>,
        attendee_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    answers (survey_id, response_id, link_id, position) {
        survey_id -> BigInt,
        response_id -> BigInt,
        link_id -> Text,
        position -> Integer,
        kind -> Text,
        value -> Text,
        system -> Nullable<Text>,
        derived -> Bool,
    }
}

diesel::table! {
    scores (survey_id, response_id, score) {
        survey_id -> BigInt,
        response_id -> BigInt,
        score -> Text,
        thousandths -> BigInt,
    }
}

diesel::table! {
    alerts (survey_id, response_id, link_id) {
        survey_id -> BigInt,
        response_id -> BigInt,
        link_id -> Text,
        raised_at -> BigInt,
        notified_at -> Nullable<BigInt>,
        organisation_id -> Nullable<BigInt>,
        acknowledged_at -> Nullable<BigInt>,
        acknowledged_by -> Nullable<BigInt>,
        escalated_at -> Nullable<BigInt>,
    }
}

diesel::joinable!(account_roles -> accounts (account_id));
diesel::joinable!(account_roles -> organisations (organisation_id));
diesel::joinable!(sessions -> accounts (account_id));
diesel::joinable!(survey_versions -> surveys (survey_id));

diesel::allow_tables_to_appear_in_same_query!(
    organisations,
    localities,
    locality_postcodes,
    accounts,
    account_roles,
    sessions,
    second_factors,
    recovery_codes,
    one_time_links,
    known_devices,
    external_identities,
    throttles,
    people_shares,
    audit_events,
    audit_heads,
    letters,
    surveys,
    survey_versions,
    people,
    episodes,
    invitations,
    responses,
    answers,
    scores,
    alerts,
    definitions,
    releases,
    sheets,
    sheet_cells,
    supplied_values,
    facts,
    cells,
    demographics,
    demographic_terms,
    contact_stops,
    schedule_starts,
    messages,
    turns,
    alert_notes,
    alert_teams,
    transcriptions,
    kiosks,
    imports,
    import_parts,
    import_lines,
    legal_holds,
    rights_requests,
    erasures,
    retention_runs,
    events,
    attendees,
    event_stops,
    event_messages,
    comments,
    comment_redactions,
    themes,
    codings,
    coding_themes,
    comment_themes,
    comment_stances,
    answers_back,
    answer_publications,
    event_releases,
    validations,
    locality_tiles,
    board_packs
);
