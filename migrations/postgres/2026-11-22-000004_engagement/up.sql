-- Engagement events, what people say at them, and what comes back to them.

-- Surveys that take answers only from then until then.
ALTER TABLE surveys ADD COLUMN opens_at BIGINT;

ALTER TABLE surveys ADD COLUMN closes_at BIGINT;

-- Who began it by a personal link of an event; forgotten when it is sent.
ALTER TABLE responses ADD COLUMN attendee_id BIGINT;

-- Engagement events: people meet, say what matters to them, and hear what became of it.
CREATE TABLE events (
    id BIGINT NOT NULL CONSTRAINT events_pkey PRIMARY KEY,
    organisation_id BIGINT NOT NULL CONSTRAINT events_organisation_id_fkey REFERENCES organisations (id),
    alert_organisation_id BIGINT NOT NULL CONSTRAINT events_alert_organisation_id_fkey REFERENCES organisations (id),
    survey_id BIGINT CONSTRAINT events_survey_id_fkey REFERENCES surveys (id),
    join_code TEXT COLLATE "C" NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    programme TEXT COLLATE "C",
    place TEXT COLLATE "C" NOT NULL,
    directions TEXT COLLATE "C" NOT NULL,
    offers TEXT COLLATE "C" NOT NULL,
    languages TEXT COLLATE "C" NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    opens_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    capacity INT4,
    base_survey TEXT COLLATE "C",
    outcomes TEXT COLLATE "C" NOT NULL,
    indicators TEXT COLLATE "C" NOT NULL,
    follow_up_hours INT4 NOT NULL,
    reminder_days INT4 NOT NULL,
    contact TEXT COLLATE "C" NOT NULL,
    created_by BIGINT NOT NULL CONSTRAINT events_created_by_fkey REFERENCES accounts (id),
    created_at BIGINT NOT NULL,
    revision INT4 NOT NULL,
    called_off_at BIGINT,
    answered_back_at BIGINT,
    CONSTRAINT events_join_code_key UNIQUE (join_code),
    CONSTRAINT events_survey_id_key UNIQUE (survey_id)
);

CREATE INDEX events_organisation_id_starts_at_idx ON events (organisation_id, starts_at);

CREATE INDEX events_ends_at_idx ON events (ends_at);

-- Who is expected at an event, and who wants to hear from it. What they answered is not tied to them.
CREATE TABLE attendees (
    id BIGINT NOT NULL CONSTRAINT attendees_pkey PRIMARY KEY,
    event_id BIGINT NOT NULL CONSTRAINT attendees_event_id_fkey REFERENCES events (id),
    source TEXT COLLATE "C" NOT NULL,
    sealed TEXT COLLATE "C",
    email_hash TEXT COLLATE "C",
    part TEXT COLLATE "C",
    language TEXT COLLATE "C" NOT NULL,
    may_email BOOLEAN NOT NULL,
    wants_news BOOLEAN NOT NULL,
    token_hash TEXT COLLATE "C",
    not_asked TEXT COLLATE "C",
    added_by BIGINT CONSTRAINT attendees_added_by_fkey REFERENCES accounts (id),
    added_at BIGINT NOT NULL,
    came_at BIGINT,
    answered_at BIGINT,
    stopped_at BIGINT,
    CONSTRAINT attendees_event_id_email_hash_key UNIQUE (event_id, email_hash),
    CONSTRAINT attendees_token_hash_key UNIQUE (token_hash),
    CONSTRAINT attendees_source_check CHECK (source IN ('expected', 'left')),
    CONSTRAINT attendees_part_check CHECK (part IN ('patient', 'carer', 'staff', 'other'))
);

CREATE INDEX attendees_email_hash_idx ON attendees (email_hash);

-- Who wants no more email about events, or must not get any: it holds when the row that said so is gone.
CREATE TABLE event_stops (
    email_hash TEXT COLLATE "C" NOT NULL,
    organisation_id BIGINT NOT NULL CONSTRAINT event_stops_organisation_id_fkey REFERENCES organisations (id),
    everywhere BOOLEAN NOT NULL,
    stopped_at BIGINT NOT NULL,
    CONSTRAINT event_stops_pkey PRIMARY KEY (email_hash, organisation_id)
);

-- Whether somebody on a list is a person who does not want to be written to.
CREATE INDEX demographics_email_hash_idx ON demographics (email_hash);

-- The outbox of events: one row for each message that was decided, without an address and without words.
CREATE TABLE event_messages (
    id BIGINT NOT NULL CONSTRAINT event_messages_pkey PRIMARY KEY,
    event_id BIGINT NOT NULL CONSTRAINT event_messages_event_id_fkey REFERENCES events (id),
    attendee_id BIGINT NOT NULL CONSTRAINT event_messages_attendee_id_fkey REFERENCES attendees (id),
    kind TEXT COLLATE "C" NOT NULL,
    number INT4 NOT NULL,
    reference TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    tries INT4 NOT NULL,
    sent_at BIGINT,
    failed_at BIGINT,
    failure TEXT COLLATE "C",
    CONSTRAINT event_messages_attendee_id_kind_number_key UNIQUE (attendee_id, kind, number),
    CONSTRAINT event_messages_reference_key UNIQUE (reference),
    CONSTRAINT event_messages_kind_check CHECK (kind IN ('invitation', 'changed', 'called-off', 'follow-up', 'reminder', 'thanks', 'news'))
);

CREATE INDEX event_messages_event_id_kind_idx ON event_messages (event_id, kind);

CREATE INDEX event_messages_due_at_idx ON event_messages (due_at);

-- What people said at events in their own words. The words themselves stay sealed with the response; here is what became of them.
CREATE TABLE comments (
    id BIGINT NOT NULL CONSTRAINT comments_pkey PRIMARY KEY,
    event_id BIGINT NOT NULL CONSTRAINT comments_event_id_fkey REFERENCES events (id),
    survey_id BIGINT NOT NULL,
    response_id BIGINT NOT NULL,
    link_id TEXT COLLATE "C" NOT NULL,
    may_publish BOOLEAN NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    sealed TEXT COLLATE "C",
    concern TEXT COLLATE "C",
    created_at BIGINT NOT NULL,
    decided_by BIGINT CONSTRAINT comments_decided_by_fkey REFERENCES accounts (id),
    decided_at BIGINT,
    themed_at BIGINT,
    revision INT4 NOT NULL,
    CONSTRAINT comments_survey_id_response_id_link_id_key UNIQUE (survey_id, response_id, link_id),
    CONSTRAINT comments_survey_id_response_id_fkey FOREIGN KEY (survey_id, response_id) REFERENCES responses (survey_id, id),
    CONSTRAINT comments_status_check CHECK (status IN ('waiting', 'published', 'kept-back')),
    CONSTRAINT comments_concern_check CHECK (concern IN ('suggested', 'raised', 'dismissed'))
);

CREATE INDEX comments_event_id_status_idx ON comments (event_id, status);

-- What was taken out of a comment before it could be published, in characters, and why.
CREATE TABLE comment_redactions (
    comment_id BIGINT NOT NULL CONSTRAINT comment_redactions_comment_id_fkey REFERENCES comments (id),
    start INT4 NOT NULL,
    length INT4 NOT NULL,
    category TEXT COLLATE "C" NOT NULL,
    decided_by BIGINT NOT NULL CONSTRAINT comment_redactions_decided_by_fkey REFERENCES accounts (id),
    decided_at BIGINT NOT NULL,
    CONSTRAINT comment_redactions_pkey PRIMARY KEY (comment_id, start)
);

-- The codebook: what comments are about.
CREATE TABLE themes (
    id BIGINT NOT NULL CONSTRAINT themes_pkey PRIMARY KEY,
    organisation_id BIGINT NOT NULL CONSTRAINT themes_organisation_id_fkey REFERENCES organisations (id),
    title TEXT COLLATE "C" NOT NULL,
    description TEXT COLLATE "C" NOT NULL,
    leaves_out TEXT COLLATE "C" NOT NULL,
    created_by BIGINT NOT NULL CONSTRAINT themes_created_by_fkey REFERENCES accounts (id),
    created_at BIGINT NOT NULL,
    retired_at BIGINT,
    revision INT4 NOT NULL
);

-- No two themes that are offered are called the same.
CREATE UNIQUE INDEX themes_organisation_id_title_key ON themes (organisation_id, title) WHERE retired_at IS NULL;

CREATE INDEX themes_organisation_id_idx ON themes (organisation_id);

-- Who has coded a comment; at most two do, neither seeing what the other chose.
CREATE TABLE codings (
    comment_id BIGINT NOT NULL CONSTRAINT codings_comment_id_fkey REFERENCES comments (id),
    account_id BIGINT NOT NULL CONSTRAINT codings_account_id_fkey REFERENCES accounts (id),
    done_at BIGINT NOT NULL,
    CONSTRAINT codings_pkey PRIMARY KEY (comment_id, account_id)
);

CREATE TABLE coding_themes (
    comment_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    theme_id BIGINT NOT NULL CONSTRAINT coding_themes_theme_id_fkey REFERENCES themes (id),
    CONSTRAINT coding_themes_pkey PRIMARY KEY (comment_id, account_id, theme_id),
    CONSTRAINT coding_themes_comment_id_account_id_fkey FOREIGN KEY (comment_id, account_id) REFERENCES codings (comment_id, account_id)
);

-- The themes that both coders chose, or that were settled where they differed.
CREATE TABLE comment_themes (
    comment_id BIGINT NOT NULL CONSTRAINT comment_themes_comment_id_fkey REFERENCES comments (id),
    theme_id BIGINT NOT NULL CONSTRAINT comment_themes_theme_id_fkey REFERENCES themes (id),
    settled_by BIGINT CONSTRAINT comment_themes_settled_by_fkey REFERENCES accounts (id),
    settled_at BIGINT NOT NULL,
    CONSTRAINT comment_themes_pkey PRIMARY KEY (comment_id, theme_id)
);

CREATE INDEX comment_themes_theme_id_idx ON comment_themes (theme_id);

-- Which outcome or indicator of the framework a comment supports or questions.
CREATE TABLE comment_stances (
    comment_id BIGINT NOT NULL CONSTRAINT comment_stances_comment_id_fkey REFERENCES comments (id),
    subject TEXT COLLATE "C" NOT NULL,
    subject_key TEXT COLLATE "C" NOT NULL,
    stance TEXT COLLATE "C" NOT NULL,
    noted_by BIGINT NOT NULL CONSTRAINT comment_stances_noted_by_fkey REFERENCES accounts (id),
    noted_at BIGINT NOT NULL,
    CONSTRAINT comment_stances_pkey PRIMARY KEY (comment_id, subject, subject_key),
    CONSTRAINT comment_stances_subject_check CHECK (subject IN ('outcome', 'indicator')),
    CONSTRAINT comment_stances_stance_check CHECK (stance IN ('supports', 'questions'))
);

CREATE INDEX comment_stances_subject_subject_key_idx ON comment_stances (subject, subject_key);

-- You said, we did: what was heard, what is done about it, by whom, by when, and what cannot be done and why.
CREATE TABLE answers_back (
    id BIGINT NOT NULL CONSTRAINT answers_back_pkey PRIMARY KEY,
    event_id BIGINT NOT NULL CONSTRAINT answers_back_event_id_fkey REFERENCES events (id),
    theme_id BIGINT CONSTRAINT answers_back_theme_id_fkey REFERENCES themes (id),
    heard TEXT COLLATE "C" NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    doing TEXT COLLATE "C" NOT NULL,
    responsible TEXT COLLATE "C" NOT NULL,
    due_day INT4,
    reason TEXT COLLATE "C",
    position INT4 NOT NULL,
    created_by BIGINT NOT NULL CONSTRAINT answers_back_created_by_fkey REFERENCES accounts (id),
    changed_at BIGINT NOT NULL,
    revision INT4 NOT NULL,
    CONSTRAINT answers_back_status_check CHECK (status IN ('done', 'under-way', 'planned', 'cannot'))
);

CREATE INDEX answers_back_event_id_idx ON answers_back (event_id);

-- What was published of it, each time as it stood then. The newest that has not ended is what the public reads.
CREATE TABLE answer_publications (
    event_id BIGINT NOT NULL CONSTRAINT answer_publications_event_id_fkey REFERENCES events (id),
    number INT4 NOT NULL,
    content TEXT COLLATE "C" NOT NULL,
    published_by BIGINT NOT NULL CONSTRAINT answer_publications_published_by_fkey REFERENCES accounts (id),
    published_at BIGINT NOT NULL,
    ended_at BIGINT,
    CONSTRAINT answer_publications_pkey PRIMARY KEY (event_id, number)
);

-- The figures of an event as they were released. They stand until enough answers have come or gone that a new look tells of nobody.
CREATE TABLE event_releases (
    event_id BIGINT NOT NULL CONSTRAINT event_releases_event_id_fkey REFERENCES events (id),
    number INT4 NOT NULL,
    counted TEXT COLLATE "C" NOT NULL,
    content TEXT COLLATE "C" NOT NULL,
    released_at BIGINT NOT NULL,
    CONSTRAINT event_releases_pkey PRIMARY KEY (event_id)
);

-- What an approver decided about an outcome or indicator, citing what patients and carers said.
CREATE TABLE validations (
    id BIGINT NOT NULL CONSTRAINT validations_pkey PRIMARY KEY,
    subject TEXT COLLATE "C" NOT NULL,
    subject_key TEXT COLLATE "C" NOT NULL,
    version INT4 NOT NULL,
    verdict TEXT COLLATE "C" NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    evidence TEXT COLLATE "C" NOT NULL,
    evidence_sha256 TEXT COLLATE "C" NOT NULL,
    decided_by BIGINT NOT NULL CONSTRAINT validations_decided_by_fkey REFERENCES accounts (id),
    decided_at BIGINT NOT NULL,
    CONSTRAINT validations_subject_check CHECK (subject IN ('outcome', 'indicator')),
    CONSTRAINT validations_verdict_check CHECK (verdict IN ('validated', 'sent-back'))
);

CREATE INDEX validations_subject_subject_key_id_idx ON validations (subject, subject_key, id);
