-- Collection: who people are, when they are asked and by which way, what is sent, who looks at alerts, and what becomes of data
-- in the end. Times are microseconds since 1970 UTC, days are days since 1970-01-01.
-- The twin of this file for the other database has the same name; a test holds them together.

ALTER TABLE people ADD COLUMN ethnicity TEXT CONSTRAINT people_ethnicity_check CHECK (ethnicity IN ('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'R', 'S', 'Z', '99'));

ALTER TABLE people ADD COLUMN needs TEXT;

ALTER TABLE people ADD COLUMN contact_by TEXT CONSTRAINT people_contact_by_check CHECK (contact_by IN ('email', 'text', 'letter', 'phone', 'none'));

ALTER TABLE people ADD COLUMN may_contact INTEGER CONSTRAINT people_may_contact_bool CHECK (may_contact IN (0, 1));

ALTER TABLE people ADD COLUMN opted_out INTEGER CONSTRAINT people_opted_out_bool CHECK (opted_out IN (0, 1));

ALTER TABLE people ADD COLUMN died_day INTEGER CONSTRAINT people_died_day_int4 CHECK (died_day BETWEEN -2147483648 AND 2147483647);

ALTER TABLE people ADD COLUMN changed_at INTEGER;

ALTER TABLE people ADD COLUMN erased_at INTEGER;

ALTER TABLE people ADD COLUMN merged_into INTEGER;

ALTER TABLE episodes ADD COLUMN cluster TEXT;

ALTER TABLE episodes ADD COLUMN sender_hash TEXT;

ALTER TABLE episodes ADD COLUMN changed_at INTEGER;

ALTER TABLE invitations ADD COLUMN schedule TEXT;

ALTER TABLE invitations ADD COLUMN channel TEXT CONSTRAINT invitations_channel_check CHECK (channel IN ('email', 'text', 'letter', 'phone', 'paper', 'kiosk'));

ALTER TABLE invitations ADD COLUMN not_asked TEXT;

ALTER TABLE invitations ADD COLUMN code_hash TEXT;

ALTER TABLE invitations ADD COLUMN next_at INTEGER;

ALTER TABLE invitations ADD COLUMN sent_at INTEGER;

ALTER TABLE invitations ADD COLUMN delivered_at INTEGER;

ALTER TABLE invitations ADD COLUMN bounced_at INTEGER;

ALTER TABLE invitations ADD COLUMN opened_at INTEGER;

ALTER TABLE invitations ADD COLUMN started_at INTEGER;

ALTER TABLE invitations ADD COLUMN finished_at INTEGER;

ALTER TABLE invitations ADD COLUMN declined_at INTEGER;

ALTER TABLE responses ADD COLUMN relationship TEXT;

ALTER TABLE responses ADD COLUMN assistance TEXT CONSTRAINT responses_assistance_check CHECK (assistance IN ('phone', 'in-person', 'transcribed'));

ALTER TABLE responses ADD COLUMN entered_by INTEGER CONSTRAINT responses_entered_by_fkey REFERENCES accounts (id);

ALTER TABLE responses ADD COLUMN kiosk_id INTEGER;

ALTER TABLE responses ADD COLUMN withdrawn_at INTEGER;

-- The key of what was said in free text, sealed.
ALTER TABLE responses ADD COLUMN sealed_key TEXT;

CREATE UNIQUE INDEX responses_sealed_key_idx ON responses (id) WHERE sealed_key IS NOT NULL;

ALTER TABLE alerts ADD COLUMN organisation_id INTEGER CONSTRAINT alerts_organisation_id_fkey REFERENCES organisations (id);

ALTER TABLE alerts ADD COLUMN acknowledged_at INTEGER;

ALTER TABLE alerts ADD COLUMN acknowledged_by INTEGER CONSTRAINT alerts_acknowledged_by_fkey REFERENCES accounts (id);

ALTER TABLE alerts ADD COLUMN escalated_at INTEGER;

ALTER TABLE alerts DROP COLUMN claimed_until;

UPDATE alerts SET organisation_id = (SELECT responses.organisation_id FROM responses WHERE responses.survey_id = alerts.survey_id AND responses.id = alerts.response_id);

CREATE INDEX people_organisation_id_merged_into_idx ON people (organisation_id, merged_into) WHERE merged_into IS NOT NULL;

CREATE UNIQUE INDEX episodes_sender_hash_key ON episodes (organisation_id, sender_hash);

-- In the order in which they are asked for: SQLite would otherwise rather read every episode of the organisation than sort.
DROP INDEX episodes_organisation_id_person_id_idx;

CREATE INDEX episodes_organisation_id_person_id_id_idx ON episodes (organisation_id, person_id, id);

CREATE INDEX episodes_organisation_id_programme_opened_day_idx ON episodes (organisation_id, programme, opened_day);

CREATE INDEX episodes_organisation_id_programme_closed_day_idx ON episodes (organisation_id, programme, closed_day);

CREATE INDEX episodes_organisation_id_programme_discharged_day_idx ON episodes (organisation_id, programme, discharged_day);

CREATE INDEX episodes_organisation_id_programme_delivered_day_idx ON episodes (organisation_id, programme, delivered_day);

CREATE UNIQUE INDEX invitations_schedule_key ON invitations (organisation_id, episode_id, schedule, timepoint) WHERE schedule IS NOT NULL;

CREATE INDEX invitations_id_idx ON invitations (id);

-- Of both columns, because an episode that goes is looked for by both.
DROP INDEX invitations_episode_id_idx;

CREATE INDEX invitations_episode_id_organisation_id_idx ON invitations (episode_id, organisation_id);

CREATE INDEX invitations_next_at_idx ON invitations (organisation_id, schedule, id) WHERE next_at IS NOT NULL;

CREATE INDEX invitations_organisation_id_asked_day_idx ON invitations (organisation_id, asked_day);

CREATE INDEX invitations_code_hash_idx ON invitations (code_hash);

CREATE INDEX alerts_organisation_id_raised_at_idx ON alerts (organisation_id, raised_at);

-- Who a person is: sealed with a key of their own, so that destroying the key destroys what it sealed. Hashes are keyed.
CREATE TABLE demographics (
    id INTEGER NOT NULL PRIMARY KEY,
    organisation_id INTEGER NOT NULL CONSTRAINT demographics_organisation_id_fkey REFERENCES organisations (id),
    person_id INTEGER NOT NULL,
    sealed_key TEXT,
    sealed TEXT,
    nhs_number_hash TEXT,
    email_hash TEXT,
    phone_hash TEXT,
    sender_hash TEXT,
    revision INTEGER NOT NULL CONSTRAINT demographics_revision_int4 CHECK (revision BETWEEN -2147483648 AND 2147483647),
    changed_at INTEGER NOT NULL,
    CONSTRAINT demographics_organisation_id_person_id_key UNIQUE (organisation_id, person_id),
    CONSTRAINT demographics_organisation_id_nhs_number_hash_key UNIQUE (organisation_id, nhs_number_hash),
    CONSTRAINT demographics_organisation_id_sender_hash_key UNIQUE (organisation_id, sender_hash),
    CONSTRAINT demographics_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
) STRICT;

-- What people are found by: keyed hashes of the words of their names.
CREATE TABLE demographic_terms (
    organisation_id INTEGER NOT NULL,
    term_hash TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    CONSTRAINT demographic_terms_pkey PRIMARY KEY (organisation_id, term_hash, person_id),
    CONSTRAINT demographic_terms_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
) STRICT;

CREATE INDEX demographic_terms_organisation_id_person_id_idx ON demographic_terms (organisation_id, person_id);

-- Why somebody is not asked, for a time or for good.
CREATE TABLE contact_stops (
    organisation_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    reason TEXT NOT NULL,
    from_day INTEGER NOT NULL CONSTRAINT contact_stops_from_day_int4 CHECK (from_day BETWEEN -2147483648 AND 2147483647),
    until_day INTEGER CONSTRAINT contact_stops_until_day_int4 CHECK (until_day BETWEEN -2147483648 AND 2147483647),
    noted_by INTEGER CONSTRAINT contact_stops_noted_by_fkey REFERENCES accounts (id),
    noted_at INTEGER NOT NULL,
    lifted_at INTEGER,
    CONSTRAINT contact_stops_pkey PRIMARY KEY (organisation_id, id),
    CONSTRAINT contact_stops_reason_check CHECK (reason IN ('declined', 'opted-out', 'moved', 'baby-loss', 'bereavement', 'safeguarding', 'custody', 'other')),
    CONSTRAINT contact_stops_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
) STRICT;

CREATE INDEX contact_stops_organisation_id_person_id_idx ON contact_stops (organisation_id, person_id);

-- From which day an organisation asks by a schedule.
CREATE TABLE schedule_starts (
    organisation_id INTEGER NOT NULL CONSTRAINT schedule_starts_organisation_id_fkey REFERENCES organisations (id),
    schedule TEXT NOT NULL,
    since_day INTEGER NOT NULL CONSTRAINT schedule_starts_since_day_int4 CHECK (since_day BETWEEN -2147483648 AND 2147483647),
    started_by INTEGER CONSTRAINT schedule_starts_started_by_fkey REFERENCES accounts (id),
    started_at INTEGER NOT NULL,
    stopped_at INTEGER,
    CONSTRAINT schedule_starts_pkey PRIMARY KEY (organisation_id, schedule)
) STRICT;

-- What is sent to people: no address and no words, those are looked up when it goes out.
CREATE TABLE messages (
    id INTEGER NOT NULL PRIMARY KEY,
    organisation_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    invitation_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    step INTEGER NOT NULL CONSTRAINT messages_step_int4 CHECK (step BETWEEN -2147483648 AND 2147483647),
    channel TEXT NOT NULL,
    reference TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    tries INTEGER NOT NULL CONSTRAINT messages_tries_int4 CHECK (tries BETWEEN -2147483648 AND 2147483647),
    gateway_id TEXT,
    sent_at INTEGER,
    delivered_at INTEGER,
    failed_at INTEGER,
    failure TEXT,
    CONSTRAINT messages_kind_check CHECK (kind IN ('invitation', 'reminder')),
    CONSTRAINT messages_channel_check CHECK (channel IN ('email', 'text', 'letter')),
    CONSTRAINT messages_reference_key UNIQUE (reference),
    CONSTRAINT messages_invitation_id_step_channel_key UNIQUE (invitation_id, step, channel)
) STRICT;

CREATE INDEX messages_due_at_idx ON messages (due_at) WHERE sent_at IS NULL AND failed_at IS NULL;

CREATE INDEX messages_organisation_id_channel_idx ON messages (organisation_id, channel) WHERE sent_at IS NULL AND failed_at IS NULL;

CREATE INDEX messages_gateway_id_idx ON messages (gateway_id);

CREATE INDEX messages_organisation_id_person_id_idx ON messages (organisation_id, person_id);

-- Recurring work: whoever moves the lease on does it.
CREATE TABLE turns (
    name TEXT NOT NULL PRIMARY KEY,
    next_at INTEGER NOT NULL,
    leased_until INTEGER
) STRICT;

-- The note that belongs to an alert, sealed.
CREATE TABLE alert_notes (
    id INTEGER NOT NULL PRIMARY KEY,
    survey_id INTEGER NOT NULL,
    response_id INTEGER NOT NULL,
    link_id TEXT NOT NULL,
    account_id INTEGER NOT NULL CONSTRAINT alert_notes_account_id_fkey REFERENCES accounts (id),
    noted_at INTEGER NOT NULL,
    sealed TEXT NOT NULL,
    CONSTRAINT alert_notes_survey_id_response_id_link_id_fkey FOREIGN KEY (survey_id, response_id, link_id) REFERENCES alerts (survey_id, response_id, link_id)
) STRICT;

CREATE INDEX alert_notes_response_id_idx ON alert_notes (response_id);

-- Who looks at an organisation's alerts.
CREATE TABLE alert_teams (
    organisation_id INTEGER NOT NULL PRIMARY KEY CONSTRAINT alert_teams_organisation_id_fkey REFERENCES organisations (id),
    email TEXT NOT NULL,
    escalation_email TEXT NOT NULL,
    minutes INTEGER NOT NULL CONSTRAINT alert_teams_minutes_int4 CHECK (minutes BETWEEN -2147483648 AND 2147483647),
    hours TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

-- What was typed from paper, once and again.
CREATE TABLE transcriptions (
    survey_id INTEGER NOT NULL,
    response_id INTEGER NOT NULL,
    pass INTEGER NOT NULL CONSTRAINT transcriptions_pass_int4 CHECK (pass BETWEEN -2147483648 AND 2147483647),
    entered_by INTEGER NOT NULL CONSTRAINT transcriptions_entered_by_fkey REFERENCES accounts (id),
    entered_at INTEGER NOT NULL,
    answers TEXT NOT NULL CONSTRAINT transcriptions_answers_json CHECK (json_valid(answers)),
    CONSTRAINT transcriptions_pkey PRIMARY KEY (survey_id, response_id, pass),
    CONSTRAINT transcriptions_survey_id_response_id_fkey FOREIGN KEY (survey_id, response_id) REFERENCES responses (survey_id, id)
) STRICT;

-- A shared tablet.
CREATE TABLE kiosks (
    id INTEGER NOT NULL PRIMARY KEY,
    organisation_id INTEGER NOT NULL CONSTRAINT kiosks_organisation_id_fkey REFERENCES organisations (id),
    survey_id INTEGER NOT NULL CONSTRAINT kiosks_survey_id_fkey REFERENCES surveys (id),
    name TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    created_by INTEGER NOT NULL CONSTRAINT kiosks_created_by_fkey REFERENCES accounts (id),
    created_at INTEGER NOT NULL,
    ended_at INTEGER,
    CONSTRAINT kiosks_token_hash_key UNIQUE (token_hash)
) STRICT;

CREATE INDEX kiosks_organisation_id_idx ON kiosks (organisation_id);

-- Files of people and episodes, and how far each is.
CREATE TABLE imports (
    id INTEGER NOT NULL PRIMARY KEY,
    organisation_id INTEGER NOT NULL CONSTRAINT imports_organisation_id_fkey REFERENCES organisations (id),
    account_id INTEGER CONSTRAINT imports_account_id_fkey REFERENCES accounts (id),
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    choice TEXT,
    status TEXT NOT NULL,
    lines INTEGER NOT NULL,
    done INTEGER NOT NULL,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    leased_until INTEGER,
    finished_at INTEGER,
    CONSTRAINT imports_choice_check CHECK (choice IN ('all-or-nothing', 'valid-lines')),
    CONSTRAINT imports_status_check CHECK (status IN ('checking', 'checked', 'running', 'done', 'refused', 'dropped'))
) STRICT;

CREATE INDEX imports_organisation_id_id_idx ON imports (organisation_id, id);

CREATE TABLE import_parts (
    id INTEGER NOT NULL PRIMARY KEY,
    import_id INTEGER NOT NULL CONSTRAINT import_parts_import_id_fkey REFERENCES imports (id),
    number INTEGER NOT NULL CONSTRAINT import_parts_number_int4 CHECK (number BETWEEN -2147483648 AND 2147483647),
    sealed TEXT NOT NULL,
    CONSTRAINT import_parts_import_id_number_key UNIQUE (import_id, number)
) STRICT;

CREATE TABLE import_lines (
    import_id INTEGER NOT NULL CONSTRAINT import_lines_import_id_fkey REFERENCES imports (id),
    number INTEGER NOT NULL CONSTRAINT import_lines_number_int4 CHECK (number BETWEEN -2147483648 AND 2147483647),
    outcome TEXT NOT NULL,
    faults TEXT,
    CONSTRAINT import_lines_pkey PRIMARY KEY (import_id, number),
    CONSTRAINT import_lines_outcome_check CHECK (outcome IN ('add', 'change', 'same', 'refuse'))
) STRICT;

-- Records that must be kept, whatever else would have them go.
CREATE TABLE legal_holds (
    organisation_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    reason TEXT NOT NULL,
    placed_by INTEGER NOT NULL CONSTRAINT legal_holds_placed_by_fkey REFERENCES accounts (id),
    placed_at INTEGER NOT NULL,
    lifted_at INTEGER,
    CONSTRAINT legal_holds_pkey PRIMARY KEY (organisation_id, id),
    CONSTRAINT legal_holds_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
) STRICT;

CREATE INDEX legal_holds_organisation_id_person_id_idx ON legal_holds (organisation_id, person_id);

-- What people ask for of their own data.
CREATE TABLE rights_requests (
    organisation_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    received_day INTEGER NOT NULL CONSTRAINT rights_requests_received_day_int4 CHECK (received_day BETWEEN -2147483648 AND 2147483647),
    due_day INTEGER NOT NULL CONSTRAINT rights_requests_due_day_int4 CHECK (due_day BETWEEN -2147483648 AND 2147483647),
    noted_by INTEGER NOT NULL CONSTRAINT rights_requests_noted_by_fkey REFERENCES accounts (id),
    done_at INTEGER,
    outcome TEXT,
    CONSTRAINT rights_requests_pkey PRIMARY KEY (organisation_id, id),
    CONSTRAINT rights_requests_kind_check CHECK (kind IN ('access', 'rectification', 'objection', 'erasure')),
    CONSTRAINT rights_requests_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
) STRICT;

CREATE INDEX rights_requests_organisation_id_person_id_idx ON rights_requests (organisation_id, person_id);

-- That something was erased, and why; nothing about whom.
CREATE TABLE erasures (
    id INTEGER NOT NULL PRIMARY KEY,
    organisation_id INTEGER NOT NULL CONSTRAINT erasures_organisation_id_fkey REFERENCES organisations (id),
    person_id INTEGER NOT NULL,
    account_id INTEGER CONSTRAINT erasures_account_id_fkey REFERENCES accounts (id),
    reason TEXT NOT NULL,
    answers TEXT NOT NULL,
    erased_at INTEGER NOT NULL,
    CONSTRAINT erasures_answers_check CHECK (answers IN ('removed', 'kept'))
) STRICT;

-- What the rules of retention found and did.
CREATE TABLE retention_runs (
    id INTEGER NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    is_dry INTEGER NOT NULL CONSTRAINT retention_runs_is_dry_bool CHECK (is_dry IN (0, 1)),
    found INTEGER NOT NULL,
    erased INTEGER NOT NULL,
    held INTEGER NOT NULL,
    began_at INTEGER NOT NULL
) STRICT;
