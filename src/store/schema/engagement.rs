//! The tables of engagement events: who is expected, what they said, and what came back to them.

diesel::table! {
    events (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        alert_organisation_id -> BigInt,
        survey_id -> Nullable<BigInt>,
        join_code -> Text,
        title -> Text,
        programme -> Nullable<Text>,
        place -> Text,
        directions -> Text,
        offers -> Text,
        languages -> Text,
        starts_at -> BigInt,
        ends_at -> BigInt,
        opens_at -> BigInt,
        closes_at -> BigInt,
        capacity -> Nullable<Integer>,
        base_survey -> Nullable<Text>,
        outcomes -> Text,
        indicators -> Text,
        follow_up_hours -> Integer,
        reminder_days -> Integer,
        contact -> Text,
        created_by -> BigInt,
        created_at -> BigInt,
        revision -> Integer,
        called_off_at -> Nullable<BigInt>,
        answered_back_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    attendees (id) {
        id -> BigInt,
        event_id -> BigInt,
        source -> Text,
        sealed -> Nullable<Text>,
        email_hash -> Nullable<Text>,
        part -> Nullable<Text>,
        language -> Text,
        may_email -> Bool,
        wants_news -> Bool,
        token_hash -> Nullable<Text>,
        not_asked -> Nullable<Text>,
        added_by -> Nullable<BigInt>,
        added_at -> BigInt,
        came_at -> Nullable<BigInt>,
        answered_at -> Nullable<BigInt>,
        stopped_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    event_stops (email_hash, organisation_id) {
        email_hash -> Text,
        organisation_id -> BigInt,
        everywhere -> Bool,
        stopped_at -> BigInt,
    }
}

diesel::table! {
    event_messages (id) {
        id -> BigInt,
        event_id -> BigInt,
        attendee_id -> BigInt,
        kind -> Text,
        number -> Integer,
        reference -> Text,
        created_at -> BigInt,
        due_at -> BigInt,
        tries -> Integer,
        sent_at -> Nullable<BigInt>,
        failed_at -> Nullable<BigInt>,
        failure -> Nullable<Text>,
    }
}

diesel::table! {
    comments (id) {
        id -> BigInt,
        event_id -> BigInt,
        survey_id -> BigInt,
        response_id -> BigInt,
        link_id -> Text,
        may_publish -> Bool,
        status -> Text,
        sealed -> Nullable<Text>,
        concern -> Nullable<Text>,
        created_at -> BigInt,
        decided_by -> Nullable<BigInt>,
        decided_at -> Nullable<BigInt>,
        themed_at -> Nullable<BigInt>,
        revision -> Integer,
    }
}

diesel::table! {
    comment_redactions (comment_id, start) {
        comment_id -> BigInt,
        start -> Integer,
        length -> Integer,
        category -> Text,
        decided_by -> BigInt,
        decided_at -> BigInt,
    }
}

diesel::table! {
    themes (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        title -> Text,
        description -> Text,
        leaves_out -> Text,
        created_by -> BigInt,
        created_at -> BigInt,
        retired_at -> Nullable<BigInt>,
        revision -> Integer,
    }
}

diesel::table! {
    codings (comment_id, account_id) {
        comment_id -> BigInt,
        account_id -> BigInt,
        done_at -> BigInt,
    }
}

diesel::table! {
    coding_themes (comment_id, account_id, theme_id) {
        comment_id -> BigInt,
        account_id -> BigInt,
        theme_id -> BigInt,
    }
}

diesel::table! {
    comment_themes (comment_id, theme_id) {
        comment_id -> BigInt,
        theme_id -> BigInt,
        settled_by -> Nullable<BigInt>,
        settled_at -> BigInt,
    }
}

diesel::table! {
    comment_stances (comment_id, subject, subject_key) {
        comment_id -> BigInt,
        subject -> Text,
        subject_key -> Text,
        stance -> Text,
        noted_by -> BigInt,
        noted_at -> BigInt,
    }
}

diesel::table! {
    answers_back (id) {
        id -> BigInt,
        event_id -> BigInt,
        theme_id -> Nullable<BigInt>,
        heard -> Text,
        status -> Text,
        doing -> Text,
        responsible -> Text,
        due_day -> Nullable<Integer>,
        reason -> Nullable<Text>,
        position -> Integer,
        created_by -> BigInt,
        changed_at -> BigInt,
        revision -> Integer,
    }
}

diesel::table! {
    answer_publications (event_id, number) {
        event_id -> BigInt,
        number -> Integer,
        content -> Text,
        published_by -> BigInt,
        published_at -> BigInt,
        ended_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    event_releases (event_id) {
        event_id -> BigInt,
        number -> Integer,
        counted -> Text,
        content -> Text,
        released_at -> BigInt,
    }
}

diesel::table! {
    validations (id) {
        id -> BigInt,
        subject -> Text,
        subject_key -> Text,
        version -> Integer,
        verdict -> Text,
        reason -> Text,
        evidence -> Text,
        evidence_sha256 -> Text,
        decided_by -> BigInt,
        decided_at -> BigInt,
    }
}
