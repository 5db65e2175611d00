-- Engagement events, what people say at them, and what comes back to them.

-- Surveys that take answers only from then until then.
ALTER TABLE surveys ADD COLUMN opens_at INTEGER;

ALTER TABLE surveys ADD COLUMN closes_at INTEGER;

-- Who began it by a personal link of an event; forgotten when it is sent.
ALTER TABLE responses ADD COLUMN attendee_id INTEGER;

-- Engagement events: people meet, say what matters to them, and hear what became of it.
CREATE TABLE events (
    id INTEGER NOT NULL PRIMARY KEY,
    organisation_id INTEGER NOT NULL CONSTRAINT events_organisation_id_fkey REFERENCES organisations (id),
    alert_organisation_id INTEGER NOT NULL CONSTRAINT events_alert_organisation_id_fkey REFERENCES organisations (id),
    survey_id INTEGER CONSTRAINT events_survey_id_fkey REFERENCES surveys (id),
    join_code TEXT NOT NULL,
    title TEXT NOT NULL,
    programme TEXT,
    place TEXT NOT NULL,
    directions TEXT NOT NULL,
    offers TEXT NOT NULL,
    languages TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    opens_at INTEGER NOT NULL,
    closes_at INTEGER NOT NULL,
    capacity INTEGER CONSTRAINT events_capacity_int4 CHECK (capacity BETWEEN -2147483648 AND 2147483647),
    base_survey TEXT,
    outcomes TEXT NOT NULL,
    indicators TEXT NOT NULL,
    follow_up_hours INTEGER NOT NULL CONSTRAINT events_follow_up_hours_int4 CHECK (follow_up_hours BETWEEN -2147483648 AND 2147483647),
    reminder_days INTEGER NOT NULL CONSTRAINT events_reminder_days_int4 CHECK (reminder_days BETWEEN -2147483648 AND 2147483647),
    contact TEXT NOT NULL,
    created_by INTEGER NOT NULL CONSTRAINT events_created_by_fkey REFERENCES accounts (id),
    created_at INTEGER NOT NULL,
    revision INTEGER NOT NULL CONSTRAINT events_revision_int4 CHECK (revision BETWEEN -2147483648 AND 2147483647),
    called_off_at INTEGER,
    answered_back_at INTEGER,
    CONSTRAINT events_join_code_key UNIQUE (join_code),
    CONSTRAINT events_survey_id_key UNIQUE (survey_id)
) STRICT;

CREATE INDEX events_organisation_id_starts_at_idx ON events (organisation_id, starts_at);

CREATE INDEX events_ends_at_idx ON events (ends_at);

-- Who is expected at an event, and who wants to hear from it. What they answered is not tied to them.
CREATE TABLE attendees (
    id INTEGER NOT NULL PRIMARY KEY,
    event_id INTEGER NOT NULL CONSTRAINT attendees_event_id_fkey REFERENCES events (id),
    source TEXT NOT NULL,
    sealed TEXT,
    email_hash TEXT,
    part TEXT,
    language TEXT NOT NULL,
    may_email INTEGER NOT NULL CONSTRAINT attendees_may_email_bool CHECK (may_email IN (0, 1)),
    wants_news INTEGER NOT NULL CONSTRAINT attendees_wants_news_bool CHECK (wants_news IN (0, 1)),
    token_hash TEXT,
    not_asked TEXT,
    added_by INTEGER CONSTRAINT attendees_added_by_fkey REFERENCES accounts (id),
    added_at INTEGER NOT NULL,
    came_at INTEGER,
    answered_at INTEGER,
    stopped_at INTEGER,
    CONSTRAINT attendees_event_id_email_hash_key UNIQUE (event_id, email_hash),
    CONSTRAINT attendees_token_hash_key UNIQUE (token_hash),
    CONSTRAINT attendees_source_check CHECK (source IN ('expected', 'left')),
    CONSTRAINT attendees_part_check CHECK (part IN ('patient', 'carer', 'staff', 'other'))
) STRICT;

CREATE INDEX attendees_email_hash_idx ON attendees (email_hash);

-- Who wants no more email about events, or must not get any: it holds when the row that said so is gone.
CREATE TABLE event_stops (
    email_hash TEXT NOT NULL,
    organisation_id INTEGER NOT NULL CONSTRAINT event_stops_organisation_id_fkey REFERENCES organisations (id),
    everywhere INTEGER NOT NULL CONSTRAINT event_stops_everywhere_bool CHECK (everywhere IN (0, 1)),
    stopped_at INTEGER NOT NULL,
    CONSTRAINT event_stops_pkey PRIMARY KEY (email_hash, organisation_id)
) STRICT;

-- Whether somebody on a list is a person who does not want to be written to.
CREATE INDEX demographics_email_hash_idx ON demographics (email_hash);

-- The outbox of events: one row for each message that was decided, without an address and without words.
CREATE TABLE event_messages (
    id INTEGER NOT NULL PRIMARY KEY,
    event_id INTEGER NOT NULL CONSTRAINT event_messages_event_id_fkey REFERENCES events (id),
    attendee_id INTEGER NOT NULL CONSTRAINT event_messages_attendee_id_fkey REFERENCES attendees (id),
    kind TEXT NOT NULL,
    number INTEGER NOT NULL CONSTRAINT event_messages_number_int4 CHECK (number BETWEEN -2147483648 AND 2147483647),
    reference TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    tries INTEGER NOT NULL CONSTRAINT event_messages_tries_int4 CHECK (tries BETWEEN -2147483648 AND 2147483647),
    sent_at INTEGER,
    failed_at INTEGER,
    failure TEXT,
    CONSTRAINT event_messages_attendee_id_kind_number_key UNIQUE (attendee_id, kind, number),
    CONSTRAINT event_messages_reference_key UNIQUE (reference),
    CONSTRAINT event_messages_kind_check CHECK (kind IN ('invitation', 'changed', 'called-off', 'follow-up', 'reminder', 'thanks', 'news'))
) STRICT;

CREATE INDEX event_messages_event_id_kind_idx ON event_messages (event_id, kind);

CREATE INDEX event_messages_due_at_idx ON event_messages (due_at);

-- What people said at events in their own words. The words themselves stay sealed with the response; here is what became of them.
CREATE TABLE comments (
    id INTEGER NOT NULL PRIMARY KEY,
    event_id INTEGER NOT NULL CONSTRAINT comments_event_id_fkey REFERENCES events (id),
    survey_id INTEGER NOT NULL,
    response_id INTEGER NOT NULL,
    link_id TEXT NOT NULL,
    may_publish INTEGER NOT NULL CONSTRAINT comments_may_publish_bool CHECK (may_publish IN (0, 1)),
    status TEXT NOT NULL,
    sealed TEXT,
    concern TEXT,
    created_at INTEGER NOT NULL,
    decided_by INTEGER CONSTRAINT comments_decided_by_fkey REFERENCES accounts (id),
    decided_at INTEGER,
    themed_at INTEGER,
    revision INTEGER NOT NULL CONSTRAINT comments_revision_int4 CHECK (revision BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT comments_survey_id_response_id_link_id_key UNIQUE (survey_id, response_id, link_id),
    CONSTRAINT comments_survey_id_response_id_fkey FOREIGN KEY (survey_id, response_id) REFERENCES responses (survey_id, id),
    CONSTRAINT comments_status_check CHECK (status IN ('waiting', 'published', 'kept-back')),
    CONSTRAINT comments_concern_check CHECK (concern IN ('suggested', 'raised', 'dismissed'))
) STRICT;

CREATE INDEX comments_event_id_status_idx ON comments (event_id, status);

-- What was taken out of a comment before it could be published, in characters, and why.
CREATE TABLE comment_redactions (
    comment_id INTEGER NOT NULL CONSTRAINT comment_redactions_comment_id_fkey REFERENCES comments (id),
    start INTEGER NOT NULL CONSTRAINT comment_redactions_start_int4 CHECK (start BETWEEN -2147483648 AND 2147483647),
    length INTEGER NOT NULL CONSTRAINT comment_redactions_length_int4 CHECK (length BETWEEN -2147483648 AND 2147483647),
    category TEXT NOT NULL,
    decided_by INTEGER NOT NULL CONSTRAINT comment_redactions_decided_by_fkey REFERENCES accounts (id),
    decided_at INTEGER NOT NULL,
    CONSTRAINT comment_redactions_pkey PRIMARY KEY (comment_id, start)
) STRICT;

-- The codebook: what comments are about.
CREATE TABLE themes (
    id INTEGER NOT NULL PRIMARY KEY,
    organisation_id INTEGER NOT NULL CONSTRAINT themes_organisation_id_fkey REFERENCES organisations (id),
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    leaves_out TEXT NOT NULL,
    created_by INTEGER NOT NULL CONSTRAINT themes_created_by_fkey REFERENCES accounts (id),
    created_at INTEGER NOT NULL,
    retired_at INTEGER,
    revision INTEGER NOT NULL CONSTRAINT themes_revision_int4 CHECK (revision BETWEEN -2147483648 AND 2147483647)
) STRICT;

-- No two themes that are offered are called the same.
CREATE UNIQUE INDEX themes_organisation_id_title_key ON themes (organisation_id, title) WHERE retired_at IS NULL;

CREATE INDEX themes_organisation_id_idx ON themes (organisation_id);

-- Who has coded a comment; at most two do, neither seeing what the other chose.
CREATE TABLE codings (
    comment_id INTEGER NOT NULL CONSTRAINT codings_comment_id_fkey REFERENCES comments (id),
    account_id INTEGER NOT NULL CONSTRAINT codings_account_id_fkey REFERENCES accounts (id),
    done_at INTEGER NOT NULL,
    CONSTRAINT codings_pkey PRIMARY KEY (comment_id, account_id)
) STRICT;

CREATE TABLE coding_themes (
    comment_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    theme_id INTEGER NOT NULL CONSTRAINT coding_themes_theme_id_fkey REFERENCES themes (id),
    CONSTRAINT coding_themes_pkey PRIMARY KEY (comment_id, account_id, theme_id),
    CONSTRAINT coding_themes_comment_id_account_id_fkey FOREIGN KEY (comment_id, account_id) REFERENCES codings (comment_id, account_id)
) STRICT;

-- The themes that both coders chose, or that were settled where they differed.
CREATE TABLE comment_themes (
    comment_id INTEGER NOT NULL CONSTRAINT comment_themes_comment_id_fkey REFERENCES comments (id),
    theme_id INTEGER NOT NULL CONSTRAINT comment_themes_theme_id_fkey REFERENCES themes (id),
    settled_by INTEGER CONSTRAINT comment_themes_settled_by_fkey REFERENCES accounts (id),
    settled_at INTEGER NOT NULL,
    CONSTRAINT comment_themes_pkey PRIMARY KEY (comment_id, theme_id)
) STRICT;

CREATE INDEX comment_themes_theme_id_idx ON comment_themes (theme_id);

-- Which outcome or indicator of the framework a comment supports or questions.
CREATE TABLE comment_stances (
    comment_id INTEGER NOT NULL CONSTRAINT comment_stances_comment_id_fkey REFERENCES comments (id),
    subject TEXT NOT NULL,
    subject_key TEXT NOT NULL,
    stance TEXT NOT NULL,
    noted_by INTEGER NOT NULL CONSTRAINT comment_stances_noted_by_fkey REFERENCES accounts (id),
    noted_at INTEGER NOT NULL,
    CONSTRAINT comment_stances_pkey PRIMARY KEY (comment_id, subject, subject_key),
    CONSTRAINT comment_stances_subject_check CHECK (subject IN ('outcome', 'indicator')),
    CONSTRAINT comment_stances_stance_check CHECK (stance IN ('supports', 'questions'))
) STRICT;

CREATE INDEX comment_stances_subject_subject_key_idx ON comment_stances (subject, subject_key);

-- You said, we did: what was heard, what is done about it, by whom, by when, and what cannot be done and why.
CREATE TABLE answers_back (
    id INTEGER NOT NULL PRIMARY KEY,
    event_id INTEGER NOT NULL CONSTRAINT answers_back_event_id_fkey REFERENCES events (id),
    theme_id INTEGER CONSTRAINT answers_back_theme_id_fkey REFERENCES themes (id),
    heard TEXT NOT NULL,
    status TEXT NOT NULL,
    doing TEXT NOT NULL,
    responsible TEXT NOT NULL,
    due_day INTEGER CONSTRAINT answers_back_due_day_int4 CHECK (due_day BETWEEN -2147483648 AND 2147483647),
    reason TEXT,
    position INTEGER NOT NULL CONSTRAINT answers_back_position_int4 CHECK (position BETWEEN -2147483648 AND 2147483647),
    created_by INTEGER NOT NULL CONSTRAINT answers_back_created_by_fkey REFERENCES accounts (id),
    changed_at INTEGER NOT NULL,
    revision INTEGER NOT NULL CONSTRAINT answers_back_revision_int4 CHECK (revision BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT answers_back_status_check CHECK (status IN ('done', 'under-way', 'planned', 'cannot'))
) STRICT;

CREATE INDEX answers_back_event_id_idx ON answers_back (event_id);

-- What was published of it, each time as it stood then. The newest that has not ended is what the public reads.
CREATE TABLE answer_publications (
    event_id INTEGER NOT NULL CONSTRAINT answer_publications_event_id_fkey REFERENCES events (id),
    number INTEGER NOT NULL CONSTRAINT answer_publications_number_int4 CHECK (number BETWEEN -2147483648 AND 2147483647),
    content TEXT NOT NULL,
    published_by INTEGER NOT NULL CONSTRAINT answer_publications_published_by_fkey REFERENCES accounts (id),
    published_at INTEGER NOT NULL,
    ended_at INTEGER,
    CONSTRAINT answer_publications_pkey PRIMARY KEY (event_id, number)
) STRICT;

-- The figures of an event as they were released. They stand until enough answers have come or gone that a new look tells of nobody.
CREATE TABLE event_releases (
    event_id INTEGER NOT NULL CONSTRAINT event_releases_event_id_fkey REFERENCES events (id),
    number INTEGER NOT NULL CONSTRAINT event_releases_number_int4 CHECK (number BETWEEN -2147483648 AND 2147483647),
    counted TEXT NOT NULL,
    content TEXT NOT NULL,
    released_at INTEGER NOT NULL,
    CONSTRAINT event_releases_pkey PRIMARY KEY (event_id)
) STRICT;

-- What an approver decided about an outcome or indicator, citing what patients and carers said.
CREATE TABLE validations (
    id INTEGER NOT NULL PRIMARY KEY,
    subject TEXT NOT NULL,
    subject_key TEXT NOT NULL,
    version INTEGER NOT NULL CONSTRAINT validations_version_int4 CHECK (version BETWEEN -2147483648 AND 2147483647),
    verdict TEXT NOT NULL,
    reason TEXT NOT NULL,
    evidence TEXT NOT NULL,
    evidence_sha256 TEXT NOT NULL,
    decided_by INTEGER NOT NULL CONSTRAINT validations_decided_by_fkey REFERENCES accounts (id),
    decided_at INTEGER NOT NULL,
    CONSTRAINT validations_subject_check CHECK (subject IN ('outcome', 'indicator')),
    CONSTRAINT validations_verdict_check CHECK (verdict IN ('validated', 'sent-back'))
) STRICT;

CREATE INDEX validations_subject_subject_key_id_idx ON validations (subject, subject_key, id);
