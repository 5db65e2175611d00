-- Times are microseconds since 1970 UTC, days are days since 1970-01-01, periods are months since year 0.
-- The twin of this file for the other database has the same name; a test holds them together.

CREATE TABLE organisations (
    id INTEGER NOT NULL PRIMARY KEY,
    ods_code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    parent_id INTEGER CONSTRAINT organisations_parent_id_fkey REFERENCES organisations (id),
    CONSTRAINT organisations_ods_code_key UNIQUE (ods_code),
    CONSTRAINT organisations_kind_check CHECK (kind IN ('commissioner', 'lead-provider', 'partner', 'acute-trust', 'maternity-service'))
) STRICT;

CREATE TABLE localities (
    id INTEGER NOT NULL PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    deprivation_decile INTEGER NOT NULL CONSTRAINT localities_deprivation_decile_int4 CHECK (deprivation_decile BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT localities_code_key UNIQUE (code),
    CONSTRAINT localities_deprivation_decile_check CHECK (deprivation_decile BETWEEN 1 AND 10)
) STRICT;

CREATE TABLE locality_postcodes (
    postcode_area TEXT NOT NULL PRIMARY KEY,
    locality_id INTEGER NOT NULL CONSTRAINT locality_postcodes_locality_id_fkey REFERENCES localities (id)
) STRICT;

CREATE TABLE accounts (
    id INTEGER NOT NULL PRIMARY KEY,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    organisation_id INTEGER NOT NULL CONSTRAINT accounts_organisation_id_fkey REFERENCES organisations (id),
    password_hash TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT accounts_email_key UNIQUE (email),
    CONSTRAINT accounts_role_check CHECK (role IN ('commissioner'))
) STRICT;

CREATE TABLE sessions (
    token_hash TEXT NOT NULL PRIMARY KEY,
    account_id INTEGER NOT NULL CONSTRAINT sessions_account_id_fkey REFERENCES accounts (id),
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE surveys (
    id INTEGER NOT NULL PRIMARY KEY,
    key TEXT NOT NULL,
    status TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT surveys_key_key UNIQUE (key),
    CONSTRAINT surveys_status_check CHECK (status IN ('open', 'closed'))
) STRICT;

CREATE TABLE survey_versions (
    id INTEGER NOT NULL PRIMARY KEY,
    survey_id INTEGER NOT NULL CONSTRAINT survey_versions_survey_id_fkey REFERENCES surveys (id),
    number INTEGER NOT NULL CONSTRAINT survey_versions_number_int4 CHECK (number BETWEEN -2147483648 AND 2147483647),
    version TEXT NOT NULL,
    title TEXT NOT NULL,
    source TEXT NOT NULL CONSTRAINT survey_versions_source_json CHECK (json_valid(source)),
    sha256 TEXT NOT NULL,
    imported_at INTEGER NOT NULL,
    CONSTRAINT survey_versions_survey_id_number_key UNIQUE (survey_id, number),
    CONSTRAINT survey_versions_survey_id_sha256_key UNIQUE (survey_id, sha256)
) STRICT;

CREATE TABLE people (
    organisation_id INTEGER NOT NULL CONSTRAINT people_organisation_id_fkey REFERENCES organisations (id),
    id INTEGER NOT NULL,
    birth_day INTEGER NOT NULL CONSTRAINT people_birth_day_int4 CHECK (birth_day BETWEEN -2147483648 AND 2147483647),
    sex TEXT NOT NULL,
    locality_id INTEGER CONSTRAINT people_locality_id_fkey REFERENCES localities (id),
    language TEXT NOT NULL,
    CONSTRAINT people_pkey PRIMARY KEY (organisation_id, id),
    CONSTRAINT people_sex_check CHECK (sex IN ('1', '2', '9', 'X'))
) STRICT;

CREATE TABLE episodes (
    organisation_id INTEGER NOT NULL CONSTRAINT episodes_organisation_id_fkey REFERENCES organisations (id),
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    programme TEXT NOT NULL,
    birth_day INTEGER NOT NULL CONSTRAINT episodes_birth_day_int4 CHECK (birth_day BETWEEN -2147483648 AND 2147483647),
    locality_id INTEGER CONSTRAINT episodes_locality_id_fkey REFERENCES localities (id),
    opened_day INTEGER NOT NULL CONSTRAINT episodes_opened_day_int4 CHECK (opened_day BETWEEN -2147483648 AND 2147483647),
    closed_day INTEGER CONSTRAINT episodes_closed_day_int4 CHECK (closed_day BETWEEN -2147483648 AND 2147483647),
    discharged_day INTEGER CONSTRAINT episodes_discharged_day_int4 CHECK (discharged_day BETWEEN -2147483648 AND 2147483647),
    delivered_day INTEGER CONSTRAINT episodes_delivered_day_int4 CHECK (delivered_day BETWEEN -2147483648 AND 2147483647),
    fact_revision INTEGER NOT NULL CONSTRAINT episodes_fact_revision_int4 CHECK (fact_revision BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT episodes_pkey PRIMARY KEY (organisation_id, id),
    CONSTRAINT episodes_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
) STRICT;

CREATE INDEX episodes_id_idx ON episodes (id);
CREATE INDEX episodes_programme_organisation_id_idx ON episodes (programme, organisation_id);

CREATE TABLE invitations (
    organisation_id INTEGER NOT NULL CONSTRAINT invitations_organisation_id_fkey REFERENCES organisations (id),
    id INTEGER NOT NULL,
    episode_id INTEGER NOT NULL,
    survey_id INTEGER NOT NULL CONSTRAINT invitations_survey_id_fkey REFERENCES surveys (id),
    timepoint TEXT NOT NULL,
    asked_day INTEGER NOT NULL CONSTRAINT invitations_asked_day_int4 CHECK (asked_day BETWEEN -2147483648 AND 2147483647),
    token_hash TEXT,
    expires_at INTEGER NOT NULL,
    CONSTRAINT invitations_pkey PRIMARY KEY (organisation_id, id),
    CONSTRAINT invitations_organisation_id_episode_id_fkey FOREIGN KEY (organisation_id, episode_id) REFERENCES episodes (organisation_id, id)
) STRICT;

CREATE INDEX invitations_token_hash_idx ON invitations (token_hash);

CREATE INDEX invitations_episode_id_idx ON invitations (episode_id);

CREATE TABLE responses (
    survey_id INTEGER NOT NULL CONSTRAINT responses_survey_id_fkey REFERENCES surveys (id),
    id INTEGER NOT NULL,
    version_id INTEGER NOT NULL CONSTRAINT responses_version_id_fkey REFERENCES survey_versions (id),
    organisation_id INTEGER CONSTRAINT responses_organisation_id_fkey REFERENCES organisations (id),
    locality_id INTEGER CONSTRAINT responses_locality_id_fkey REFERENCES localities (id),
    episode_id INTEGER,
    invitation_id INTEGER,
    timepoint TEXT NOT NULL,
    respondent TEXT NOT NULL,
    mode TEXT NOT NULL,
    language TEXT NOT NULL,
    status TEXT NOT NULL,
    revision INTEGER NOT NULL CONSTRAINT responses_revision_int4 CHECK (revision BETWEEN -2147483648 AND 2147483647),
    started_at INTEGER NOT NULL,
    saved_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    submitted_at INTEGER,
    period INTEGER CONSTRAINT responses_period_int4 CHECK (period BETWEEN -2147483648 AND 2147483647),
    answered_day INTEGER CONSTRAINT responses_answered_day_int4 CHECK (answered_day BETWEEN -2147483648 AND 2147483647),
    resume_hash TEXT NOT NULL,
    receipt_hash TEXT,
    CONSTRAINT responses_pkey PRIMARY KEY (survey_id, id),
    CONSTRAINT responses_respondent_check CHECK (respondent IN ('self', 'proxy', 'carer')),
    CONSTRAINT responses_mode_check CHECK (mode IN ('web', 'kiosk', 'phone', 'paper')),
    CONSTRAINT responses_status_check CHECK (status IN ('draft', 'submitted', 'withdrawn')),
    CONSTRAINT responses_submitted_check CHECK ((status = 'draft') = (submitted_at IS NULL))
) STRICT;

CREATE INDEX responses_resume_hash_idx ON responses (resume_hash);

CREATE INDEX responses_receipt_hash_idx ON responses (receipt_hash);

CREATE INDEX responses_episode_id_idx ON responses (episode_id);

CREATE INDEX responses_invitation_id_idx ON responses (invitation_id);

-- One invitation, one submitted response, whoever presses the button twice.
CREATE UNIQUE INDEX responses_invitation_submitted_key ON responses (survey_id, invitation_id) WHERE status = 'submitted';
CREATE INDEX responses_status_expires_at_idx ON responses (status, expires_at);

CREATE TABLE answers (
    survey_id INTEGER NOT NULL,
    response_id INTEGER NOT NULL,
    link_id TEXT NOT NULL,
    position INTEGER NOT NULL CONSTRAINT answers_position_int4 CHECK (position BETWEEN -2147483648 AND 2147483647),
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    system TEXT,
    derived INTEGER NOT NULL CONSTRAINT answers_derived_bool CHECK (derived IN (0, 1)),
    CONSTRAINT answers_pkey PRIMARY KEY (survey_id, response_id, link_id, position),
    CONSTRAINT answers_survey_id_response_id_fkey FOREIGN KEY (survey_id, response_id) REFERENCES responses (survey_id, id),
    CONSTRAINT answers_kind_check CHECK (kind IN ('boolean', 'integer', 'decimal', 'date', 'text', 'coding', 'declined', 'skipped'))
) STRICT;

CREATE TABLE scores (
    survey_id INTEGER NOT NULL,
    response_id INTEGER NOT NULL,
    score TEXT NOT NULL,
    thousandths INTEGER NOT NULL,
    CONSTRAINT scores_pkey PRIMARY KEY (survey_id, response_id, score),
    CONSTRAINT scores_survey_id_response_id_fkey FOREIGN KEY (survey_id, response_id) REFERENCES responses (survey_id, id)
) STRICT;

CREATE TABLE alerts (
    survey_id INTEGER NOT NULL,
    response_id INTEGER NOT NULL,
    link_id TEXT NOT NULL,
    raised_at INTEGER NOT NULL,
    claimed_until INTEGER,
    notified_at INTEGER,
    CONSTRAINT alerts_pkey PRIMARY KEY (survey_id, response_id, link_id),
    CONSTRAINT alerts_survey_id_response_id_fkey FOREIGN KEY (survey_id, response_id) REFERENCES responses (survey_id, id)
) STRICT;

CREATE INDEX alerts_notified_at_idx ON alerts (notified_at);

CREATE TABLE indicator_versions (
    indicator TEXT NOT NULL,
    version INTEGER NOT NULL CONSTRAINT indicator_versions_version_int4 CHECK (version BETWEEN -2147483648 AND 2147483647),
    sha256 TEXT NOT NULL,
    source TEXT NOT NULL,
    applied_at INTEGER NOT NULL,
    CONSTRAINT indicator_versions_pkey PRIMARY KEY (indicator, version)
) STRICT;

CREATE TABLE supplied_values (
    indicator TEXT NOT NULL,
    organisation_id INTEGER NOT NULL CONSTRAINT supplied_values_organisation_id_fkey REFERENCES organisations (id),
    period INTEGER NOT NULL CONSTRAINT supplied_values_period_int4 CHECK (period BETWEEN -2147483648 AND 2147483647),
    numerator INTEGER NOT NULL,
    denominator INTEGER NOT NULL,
    source TEXT NOT NULL,
    supplied_at INTEGER NOT NULL,
    CONSTRAINT supplied_values_pkey PRIMARY KEY (indicator, organisation_id, period),
    CONSTRAINT supplied_values_numerator_check CHECK (numerator BETWEEN 0 AND denominator)
) STRICT;

CREATE TABLE facts (
    indicator TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    part INTEGER NOT NULL CONSTRAINT facts_part_int4 CHECK (part BETWEEN -2147483648 AND 2147483647),
    from_period INTEGER NOT NULL CONSTRAINT facts_from_period_int4 CHECK (from_period BETWEEN -2147483648 AND 2147483647),
    to_period INTEGER CONSTRAINT facts_to_period_int4 CHECK (to_period BETWEEN -2147483648 AND 2147483647),
    organisation_id INTEGER NOT NULL,
    locality_id INTEGER NOT NULL,
    numerator INTEGER NOT NULL,
    denominator INTEGER NOT NULL,
    recorded INTEGER NOT NULL,
    value_sum INTEGER NOT NULL,
    value_squares INTEGER NOT NULL,
    CONSTRAINT facts_pkey PRIMARY KEY (indicator, subject_id, part),
    CONSTRAINT facts_to_period_check CHECK (to_period IS NULL OR to_period > from_period)
) STRICT;

CREATE TABLE cells (
    indicator TEXT NOT NULL,
    breakdown TEXT NOT NULL,
    member_id INTEGER NOT NULL,
    period INTEGER NOT NULL CONSTRAINT cells_period_int4 CHECK (period BETWEEN -2147483648 AND 2147483647),
    numerator INTEGER NOT NULL,
    denominator INTEGER NOT NULL,
    recorded INTEGER NOT NULL,
    value_sum INTEGER NOT NULL,
    value_squares INTEGER NOT NULL,
    CONSTRAINT cells_pkey PRIMARY KEY (indicator, breakdown, member_id, period),
    CONSTRAINT cells_breakdown_check CHECK (breakdown IN ('all', 'provider', 'locality'))
) STRICT;
