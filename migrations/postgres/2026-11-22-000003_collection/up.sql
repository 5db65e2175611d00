-- Collection: who people are, when they are asked and by which way, what is sent, who looks at alerts, and what becomes of data
-- in the end. Times are microseconds since 1970 UTC, days are days since 1970-01-01.
-- The twin of this file for the other database has the same name; a test holds them together.

ALTER TABLE people ADD COLUMN ethnicity TEXT COLLATE "C" CONSTRAINT people_ethnicity_check CHECK (ethnicity IN ('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'R', 'S', 'Z', '99'));

ALTER TABLE people ADD COLUMN needs TEXT COLLATE "C";

ALTER TABLE people ADD COLUMN contact_by TEXT COLLATE "C" CONSTRAINT people_contact_by_check CHECK (contact_by IN ('email', 'text', 'letter', 'phone', 'none'));

ALTER TABLE people ADD COLUMN may_contact BOOLEAN;

ALTER TABLE people ADD COLUMN opted_out BOOLEAN;

ALTER TABLE people ADD COLUMN died_day INT4;

ALTER TABLE people ADD COLUMN changed_at BIGINT;

ALTER TABLE people ADD COLUMN erased_at BIGINT;

ALTER TABLE people ADD COLUMN merged_into BIGINT;

ALTER TABLE episodes ADD COLUMN cluster TEXT COLLATE "C";

ALTER TABLE episodes ADD COLUMN sender_hash TEXT COLLATE "C";

ALTER TABLE episodes ADD COLUMN changed_at BIGINT;

ALTER TABLE invitations ADD COLUMN schedule TEXT COLLATE "C";

ALTER TABLE invitations ADD COLUMN channel TEXT COLLATE "C" CONSTRAINT invitations_channel_check CHECK (channel IN ('email', 'text', 'letter', 'phone', 'paper', 'kiosk'));

ALTER TABLE invitations ADD COLUMN not_asked TEXT COLLATE "C";

ALTER TABLE invitations ADD COLUMN code_hash TEXT COLLATE "C";

ALTER TABLE invitations ADD COLUMN next_at BIGINT;

ALTER TABLE invitations ADD COLUMN sent_at BIGINT;

ALTER TABLE invitations ADD COLUMN delivered_at BIGINT;

ALTER TABLE invitations ADD COLUMN bounced_at BIGINT;

ALTER TABLE invitations ADD COLUMN opened_at BIGINT;

ALTER TABLE invitations ADD COLUMN started_at BIGINT;

ALTER TABLE invitations ADD COLUMN finished_at BIGINT;

ALTER TABLE invitations ADD COLUMN declined_at BIGINT;

ALTER TABLE responses ADD COLUMN relationship TEXT COLLATE "C";

ALTER TABLE responses ADD COLUMN assistance TEXT COLLATE "C" CONSTRAINT responses_assistance_check CHECK (assistance IN ('phone', 'in-person', 'transcribed'));

ALTER TABLE responses ADD COLUMN entered_by BIGINT CONSTRAINT responses_entered_by_fkey REFERENCES accounts (id);

ALTER TABLE responses ADD COLUMN kiosk_id BIGINT;

ALTER TABLE responses ADD COLUMN withdrawn_at BIGINT;

-- The key of what was said in free text, sealed.
ALTER TABLE responses ADD COLUMN sealed_key TEXT COLLATE "C";

CREATE UNIQUE INDEX responses_sealed_key_idx ON responses (id) WHERE sealed_key IS NOT NULL;

ALTER TABLE alerts ADD COLUMN organisation_id BIGINT CONSTRAINT alerts_organisation_id_fkey REFERENCES organisations (id);

ALTER TABLE alerts ADD COLUMN acknowledged_at BIGINT;

ALTER TABLE alerts ADD COLUMN acknowledged_by BIGINT CONSTRAINT alerts_acknowledged_by_fkey REFERENCES accounts (id);

ALTER TABLE alerts ADD COLUMN escalated_at BIGINT;

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
    id BIGINT NOT NULL CONSTRAINT demographics_pkey PRIMARY KEY,
    organisation_id BIGINT NOT NULL CONSTRAINT demographics_organisation_id_fkey REFERENCES organisations (id),
    person_id BIGINT NOT NULL,
    sealed_key TEXT COLLATE "C",
    sealed TEXT COLLATE "C",
    nhs_number_hash TEXT COLLATE "C",
    email_hash TEXT COLLATE "C",
    phone_hash TEXT COLLATE "C",
    sender_hash TEXT COLLATE "C",
    revision INT4 NOT NULL,
    changed_at BIGINT NOT NULL,
    CONSTRAINT demographics_organisation_id_person_id_key UNIQUE (organisation_id, person_id),
    CONSTRAINT demographics_organisation_id_nhs_number_hash_key UNIQUE (organisation_id, nhs_number_hash),
    CONSTRAINT demographics_organisation_id_sender_hash_key UNIQUE (organisation_id, sender_hash),
    CONSTRAINT demographics_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

-- What people are found by: keyed hashes of the words of their names.
CREATE TABLE demographic_terms (
    organisation_id BIGINT NOT NULL,
    term_hash TEXT COLLATE "C" NOT NULL,
    person_id BIGINT NOT NULL,
    CONSTRAINT demographic_terms_pkey PRIMARY KEY (organisation_id, term_hash, person_id),
    CONSTRAINT demographic_terms_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

CREATE INDEX demographic_terms_organisation_id_person_id_idx ON demographic_terms (organisation_id, person_id);

-- Why somebody is not asked, for a time or for good.
CREATE TABLE contact_stops (
    organisation_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    from_day INT4 NOT NULL,
    until_day INT4,
    noted_by BIGINT CONSTRAINT contact_stops_noted_by_fkey REFERENCES accounts (id),
    noted_at BIGINT NOT NULL,
    lifted_at BIGINT,
    CONSTRAINT contact_stops_pkey PRIMARY KEY (organisation_id, id),
    CONSTRAINT contact_stops_reason_check CHECK (reason IN ('declined', 'opted-out', 'moved', 'baby-loss', 'bereavement', 'safeguarding', 'custody', 'other')),
    CONSTRAINT contact_stops_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

CREATE INDEX contact_stops_organisation_id_person_id_idx ON contact_stops (organisation_id, person_id);

-- From which day an organisation asks by a schedule.
CREATE TABLE schedule_starts (
    organisation_id BIGINT NOT NULL CONSTRAINT schedule_starts_organisation_id_fkey REFERENCES organisations (id),
    schedule TEXT COLLATE "C" NOT NULL,
    since_day INT4 NOT NULL,
    started_by BIGINT CONSTRAINT schedule_starts_started_by_fkey REFERENCES accounts (id),
    started_at BIGINT NOT NULL,
    stopped_at BIGINT,
    CONSTRAINT schedule_starts_pkey PRIMARY KEY (organisation_id, schedule)
);

-- What is sent to people: no address and no words, those are looked up when it goes out.
CREATE TABLE messages (
    id BIGINT NOT NULL CONSTRAINT messages_pkey PRIMARY KEY,
    organisation_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    invitation_id BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    step INT4 NOT NULL,
    channel TEXT COLLATE "C" NOT NULL,
    reference TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    tries INT4 NOT NULL,
    gateway_id TEXT COLLATE "C",
    sent_at BIGINT,
    delivered_at BIGINT,
    failed_at BIGINT,
    failure TEXT COLLATE "C",
    CONSTRAINT messages_kind_check CHECK (kind IN ('invitation', 'reminder')),
    CONSTRAINT messages_channel_check CHECK (channel IN ('email', 'text', 'letter')),
    CONSTRAINT messages_reference_key UNIQUE (reference),
    CONSTRAINT messages_invitation_id_step_channel_key UNIQUE (invitation_id, step, channel)
);

CREATE INDEX messages_due_at_idx ON messages (due_at) WHERE sent_at IS NULL AND failed_at IS NULL;

CREATE INDEX messages_organisation_id_channel_idx ON messages (organisation_id, channel) WHERE sent_at IS NULL AND failed_at IS NULL;

CREATE INDEX messages_gateway_id_idx ON messages (gateway_id);

CREATE INDEX messages_organisation_id_person_id_idx ON messages (organisation_id, person_id);

-- Recurring work: whoever moves the lease on does it.
CREATE TABLE turns (
    name TEXT COLLATE "C" NOT NULL CONSTRAINT turns_pkey PRIMARY KEY,
    next_at BIGINT NOT NULL,
    leased_until BIGINT
);

-- The note that belongs to an alert, sealed.
CREATE TABLE alert_notes (
    id BIGINT NOT NULL CONSTRAINT alert_notes_pkey PRIMARY KEY,
    survey_id BIGINT NOT NULL,
    response_id BIGINT NOT NULL,
    link_id TEXT COLLATE "C" NOT NULL,
    account_id BIGINT NOT NULL CONSTRAINT alert_notes_account_id_fkey REFERENCES accounts (id),
    noted_at BIGINT NOT NULL,
    sealed TEXT COLLATE "C" NOT NULL,
    CONSTRAINT alert_notes_survey_id_response_id_link_id_fkey FOREIGN KEY (survey_id, response_id, link_id) REFERENCES alerts (survey_id, response_id, link_id)
);

CREATE INDEX alert_notes_response_id_idx ON alert_notes (response_id);

-- Who looks at an organisation's alerts.
CREATE TABLE alert_teams (
    organisation_id BIGINT NOT NULL CONSTRAINT alert_teams_pkey PRIMARY KEY CONSTRAINT alert_teams_organisation_id_fkey REFERENCES organisations (id),
    email TEXT COLLATE "C" NOT NULL,
    escalation_email TEXT COLLATE "C" NOT NULL,
    minutes INT4 NOT NULL,
    hours TEXT COLLATE "C" NOT NULL,
    changed_at BIGINT NOT NULL
);

-- What was typed from paper, once and again.
CREATE TABLE transcriptions (
    survey_id BIGINT NOT NULL,
    response_id BIGINT NOT NULL,
    pass INT4 NOT NULL,
    entered_by BIGINT NOT NULL CONSTRAINT transcriptions_entered_by_fkey REFERENCES accounts (id),
    entered_at BIGINT NOT NULL,
    answers TEXT COLLATE "C" NOT NULL,
    CONSTRAINT transcriptions_pkey PRIMARY KEY (survey_id, response_id, pass),
    CONSTRAINT transcriptions_survey_id_response_id_fkey FOREIGN KEY (survey_id, response_id) REFERENCES responses (survey_id, id)
);

-- A shared tablet.
CREATE TABLE kiosks (
    id BIGINT NOT NULL CONSTRAINT kiosks_pkey PRIMARY KEY,
    organisation_id BIGINT NOT NULL CONSTRAINT kiosks_organisation_id_fkey REFERENCES organisations (id),
    survey_id BIGINT NOT NULL CONSTRAINT kiosks_survey_id_fkey REFERENCES surveys (id),
    name TEXT COLLATE "C" NOT NULL,
    token_hash TEXT COLLATE "C" NOT NULL,
    created_by BIGINT NOT NULL CONSTRAINT kiosks_created_by_fkey REFERENCES accounts (id),
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    CONSTRAINT kiosks_token_hash_key UNIQUE (token_hash)
);

CREATE INDEX kiosks_organisation_id_idx ON kiosks (organisation_id);

-- Files of people and episodes, and how far each is.
CREATE TABLE imports (
    id BIGINT NOT NULL CONSTRAINT imports_pkey PRIMARY KEY,
    organisation_id BIGINT NOT NULL CONSTRAINT imports_organisation_id_fkey REFERENCES organisations (id),
    account_id BIGINT CONSTRAINT imports_account_id_fkey REFERENCES accounts (id),
    name TEXT COLLATE "C" NOT NULL,
    sha256 TEXT COLLATE "C" NOT NULL,
    choice TEXT COLLATE "C",
    status TEXT COLLATE "C" NOT NULL,
    lines BIGINT NOT NULL,
    done BIGINT NOT NULL,
    added BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    unchanged BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    leased_until BIGINT,
    finished_at BIGINT,
    CONSTRAINT imports_choice_check CHECK (choice IN ('all-or-nothing', 'valid-lines')),
    CONSTRAINT imports_status_check CHECK (status IN ('checking', 'checked', 'running', 'done', 'refused', 'dropped'))
);

CREATE INDEX imports_organisation_id_id_idx ON imports (organisation_id, id);

CREATE TABLE import_parts (
    id BIGINT NOT NULL CONSTRAINT import_parts_pkey PRIMARY KEY,
    import_id BIGINT NOT NULL CONSTRAINT import_parts_import_id_fkey REFERENCES imports (id),
    number INT4 NOT NULL,
    sealed TEXT COLLATE "C" NOT NULL,
    CONSTRAINT import_parts_import_id_number_key UNIQUE (import_id, number)
);

CREATE TABLE import_lines (
    import_id BIGINT NOT NULL CONSTRAINT import_lines_import_id_fkey REFERENCES imports (id),
    number INT4 NOT NULL,
    outcome TEXT COLLATE "C" NOT NULL,
    faults TEXT COLLATE "C",
    CONSTRAINT import_lines_pkey PRIMARY KEY (import_id, number),
    CONSTRAINT import_lines_outcome_check CHECK (outcome IN ('add', 'change', 'same', 'refuse'))
);

-- Records that must be kept, whatever else would have them go.
CREATE TABLE legal_holds (
    organisation_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    placed_by BIGINT NOT NULL CONSTRAINT legal_holds_placed_by_fkey REFERENCES accounts (id),
    placed_at BIGINT NOT NULL,
    lifted_at BIGINT,
    CONSTRAINT legal_holds_pkey PRIMARY KEY (organisation_id, id),
    CONSTRAINT legal_holds_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

CREATE INDEX legal_holds_organisation_id_person_id_idx ON legal_holds (organisation_id, person_id);

-- What people ask for of their own data.
CREATE TABLE rights_requests (
    organisation_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    received_day INT4 NOT NULL,
    due_day INT4 NOT NULL,
    noted_by BIGINT NOT NULL CONSTRAINT rights_requests_noted_by_fkey REFERENCES accounts (id),
    done_at BIGINT,
    outcome TEXT COLLATE "C",
    CONSTRAINT rights_requests_pkey PRIMARY KEY (organisation_id, id),
    CONSTRAINT rights_requests_kind_check CHECK (kind IN ('access', 'rectification', 'objection', 'erasure')),
    CONSTRAINT rights_requests_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

CREATE INDEX rights_requests_organisation_id_person_id_idx ON rights_requests (organisation_id, person_id);

-- That something was erased, and why; nothing about whom.
CREATE TABLE erasures (
    id BIGINT NOT NULL CONSTRAINT erasures_pkey PRIMARY KEY,
    organisation_id BIGINT NOT NULL CONSTRAINT erasures_organisation_id_fkey REFERENCES organisations (id),
    person_id BIGINT NOT NULL,
    account_id BIGINT CONSTRAINT erasures_account_id_fkey REFERENCES accounts (id),
    reason TEXT COLLATE "C" NOT NULL,
    answers TEXT COLLATE "C" NOT NULL,
    erased_at BIGINT NOT NULL,
    CONSTRAINT erasures_answers_check CHECK (answers IN ('removed', 'kept'))
);

-- What the rules of retention found and did.
CREATE TABLE retention_runs (
    id BIGINT NOT NULL CONSTRAINT retention_runs_pkey PRIMARY KEY,
    purpose TEXT COLLATE "C" NOT NULL,
    is_dry BOOLEAN NOT NULL,
    found BIGINT NOT NULL,
    erased BIGINT NOT NULL,
    held BIGINT NOT NULL,
    began_at BIGINT NOT NULL
);
