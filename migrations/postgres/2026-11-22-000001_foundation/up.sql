-- Times are microseconds since 1970 UTC, days are days since 1970-01-01, periods are months since year 0.
-- The twin of this file for the other database has the same name; a test holds them together.

CREATE TABLE organisations (
    id BIGINT NOT NULL CONSTRAINT organisations_pkey PRIMARY KEY,
    ods_code TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    parent_id BIGINT CONSTRAINT organisations_parent_id_fkey REFERENCES organisations (id),
    CONSTRAINT organisations_ods_code_key UNIQUE (ods_code),
    CONSTRAINT organisations_kind_check CHECK (kind IN ('commissioner', 'lead-provider', 'partner', 'acute-trust', 'maternity-service'))
);

CREATE TABLE localities (
    id BIGINT NOT NULL CONSTRAINT localities_pkey PRIMARY KEY,
    code TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    deprivation_decile INT4 NOT NULL,
    CONSTRAINT localities_code_key UNIQUE (code),
    CONSTRAINT localities_deprivation_decile_check CHECK (deprivation_decile BETWEEN 1 AND 10)
);

CREATE TABLE locality_postcodes (
    postcode_area TEXT COLLATE "C" NOT NULL CONSTRAINT locality_postcodes_pkey PRIMARY KEY,
    locality_id BIGINT NOT NULL CONSTRAINT locality_postcodes_locality_id_fkey REFERENCES localities (id)
);

CREATE TABLE accounts (
    id BIGINT NOT NULL CONSTRAINT accounts_pkey PRIMARY KEY,
    email TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    role TEXT COLLATE "C" NOT NULL,
    organisation_id BIGINT NOT NULL CONSTRAINT accounts_organisation_id_fkey REFERENCES organisations (id),
    password_hash TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT accounts_email_key UNIQUE (email),
    CONSTRAINT accounts_role_check CHECK (role IN ('commissioner'))
);

CREATE TABLE sessions (
    token_hash TEXT COLLATE "C" NOT NULL CONSTRAINT sessions_pkey PRIMARY KEY,
    account_id BIGINT NOT NULL CONSTRAINT sessions_account_id_fkey REFERENCES accounts (id),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE TABLE surveys (
    id BIGINT NOT NULL CONSTRAINT surveys_pkey PRIMARY KEY,
    key TEXT COLLATE "C" NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT surveys_key_key UNIQUE (key),
    CONSTRAINT surveys_status_check CHECK (status IN ('open', 'closed'))
);

CREATE TABLE survey_versions (
    id BIGINT NOT NULL CONSTRAINT survey_versions_pkey PRIMARY KEY,
    survey_id BIGINT NOT NULL CONSTRAINT survey_versions_survey_id_fkey REFERENCES surveys (id),
    number INT4 NOT NULL,
    version TEXT COLLATE "C" NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    source TEXT COLLATE "C" NOT NULL CONSTRAINT survey_versions_source_json CHECK (source::jsonb IS NOT NULL),
    sha256 TEXT COLLATE "C" NOT NULL,
    imported_at BIGINT NOT NULL,
    CONSTRAINT survey_versions_survey_id_number_key UNIQUE (survey_id, number),
    CONSTRAINT survey_versions_survey_id_sha256_key UNIQUE (survey_id, sha256)
);

CREATE TABLE people (
    organisation_id BIGINT NOT NULL CONSTRAINT people_organisation_id_fkey REFERENCES organisations (id),
    id BIGINT NOT NULL,
    birth_day INT4 NOT NULL,
    sex TEXT COLLATE "C" NOT NULL,
    locality_id BIGINT CONSTRAINT people_locality_id_fkey REFERENCES localities (id),
    language TEXT COLLATE "C" NOT NULL,
    CONSTRAINT people_pkey PRIMARY KEY (organisation_id, id),
    CONSTRAINT people_sex_check CHECK (sex IN ('1', '2', '9', 'X'))
);

CREATE TABLE episodes (
    organisation_id BIGINT NOT NULL CONSTRAINT episodes_organisation_id_fkey REFERENCES organisations (id),
    id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    programme TEXT COLLATE "C" NOT NULL,
    birth_day INT4 NOT NULL,
    locality_id BIGINT CONSTRAINT episodes_locality_id_fkey REFERENCES localities (id),
    opened_day INT4 NOT NULL,
    closed_day INT4,
    discharged_day INT4,
    delivered_day INT4,
    fact_revision INT4 NOT NULL,
    CONSTRAINT episodes_pkey PRIMARY KEY (organisation_id, id),
    CONSTRAINT episodes_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

CREATE INDEX episodes_id_idx ON episodes (id);
CREATE INDEX episodes_programme_organisation_id_idx ON episodes (programme, organisation_id);

CREATE TABLE invitations (
    organisation_id BIGINT NOT NULL CONSTRAINT invitations_organisation_id_fkey REFERENCES organisations (id),
    id BIGINT NOT NULL,
    episode_id BIGINT NOT NULL,
    survey_id BIGINT NOT NULL CONSTRAINT invitations_survey_id_fkey REFERENCES surveys (id),
    timepoint TEXT COLLATE "C" NOT NULL,
    asked_day INT4 NOT NULL,
    token_hash TEXT COLLATE "C",
    expires_at BIGINT NOT NULL,
    CONSTRAINT invitations_pkey PRIMARY KEY (organisation_id, id),
    CONSTRAINT invitations_organisation_id_episode_id_fkey FOREIGN KEY (organisation_id, episode_id) REFERENCES episodes (organisation_id, id)
);

CREATE INDEX invitations_token_hash_idx ON invitations (token_hash);

CREATE INDEX invitations_episode_id_idx ON invitations (episode_id);

CREATE TABLE responses (
    survey_id BIGINT NOT NULL CONSTRAINT responses_survey_id_fkey REFERENCES surveys (id),
    id BIGINT NOT NULL,
    version_id BIGINT NOT NULL CONSTRAINT responses_version_id_fkey REFERENCES survey_versions (id),
    organisation_id BIGINT CONSTRAINT responses_organisation_id_fkey REFERENCES organisations (id),
    locality_id BIGINT CONSTRAINT responses_locality_id_fkey REFERENCES localities (id),
    episode_id BIGINT,
    invitation_id BIGINT,
    timepoint TEXT COLLATE "C" NOT NULL,
    respondent TEXT COLLATE "C" NOT NULL,
    mode TEXT COLLATE "C" NOT NULL,
    language TEXT COLLATE "C" NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    revision INT4 NOT NULL,
    started_at BIGINT NOT NULL,
    saved_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    submitted_at BIGINT,
    period INT4,
    answered_day INT4,
    resume_hash TEXT COLLATE "C" NOT NULL,
    receipt_hash TEXT COLLATE "C",
    CONSTRAINT responses_pkey PRIMARY KEY (survey_id, id),
    CONSTRAINT responses_respondent_check CHECK (respondent IN ('self', 'proxy', 'carer')),
    CONSTRAINT responses_mode_check CHECK (mode IN ('web', 'kiosk', 'phone', 'paper')),
    CONSTRAINT responses_status_check CHECK (status IN ('draft', 'submitted', 'withdrawn')),
    CONSTRAINT responses_submitted_check CHECK ((status = 'draft') = (submitted_at IS NULL))
);

CREATE INDEX responses_resume_hash_idx ON responses (resume_hash);

CREATE INDEX responses_receipt_hash_idx ON responses (receipt_hash);

CREATE INDEX responses_episode_id_idx ON responses (episode_id);

CREATE INDEX responses_invitation_id_idx ON responses (invitation_id);

-- One invitation, one submitted response, whoever presses the button twice.
CREATE UNIQUE INDEX responses_invitation_submitted_key ON responses (survey_id, invitation_id) WHERE status = 'submitted';
CREATE INDEX responses_status_expires_at_idx ON responses (status, expires_at);

CREATE TABLE answers (
    survey_id BIGINT NOT NULL,
    response_id BIGINT NOT NULL,
    link_id TEXT COLLATE "C" NOT NULL,
    position INT4 NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    system TEXT COLLATE "C",
    derived BOOLEAN NOT NULL,
    CONSTRAINT answers_pkey PRIMARY KEY (survey_id, response_id, link_id, position),
    CONSTRAINT answers_survey_id_response_id_fkey FOREIGN KEY (survey_id, response_id) REFERENCES responses (survey_id, id),
    CONSTRAINT answers_kind_check CHECK (kind IN ('boolean', 'integer', 'decimal', 'date', 'text', 'coding', 'declined', 'skipped'))
);

CREATE TABLE scores (
    survey_id BIGINT NOT NULL,
    response_id BIGINT NOT NULL,
    score TEXT COLLATE "C" NOT NULL,
    thousandths BIGINT NOT NULL,
    CONSTRAINT scores_pkey PRIMARY KEY (survey_id, response_id, score),
    CONSTRAINT scores_survey_id_response_id_fkey FOREIGN KEY (survey_id, response_id) REFERENCES responses (survey_id, id)
);

CREATE TABLE alerts (
    survey_id BIGINT NOT NULL,
    response_id BIGINT NOT NULL,
    link_id TEXT COLLATE "C" NOT NULL,
    raised_at BIGINT NOT NULL,
    claimed_until BIGINT,
    notified_at BIGINT,
    CONSTRAINT alerts_pkey PRIMARY KEY (survey_id, response_id, link_id),
    CONSTRAINT alerts_survey_id_response_id_fkey FOREIGN KEY (survey_id, response_id) REFERENCES responses (survey_id, id)
);

CREATE INDEX alerts_notified_at_idx ON alerts (notified_at);

CREATE TABLE indicator_versions (
    indicator TEXT COLLATE "C" NOT NULL,
    version INT4 NOT NULL,
    sha256 TEXT COLLATE "C" NOT NULL,
    source TEXT COLLATE "C" NOT NULL,
    applied_at BIGINT NOT NULL,
    CONSTRAINT indicator_versions_pkey PRIMARY KEY (indicator, version)
);

CREATE TABLE supplied_values (
    indicator TEXT COLLATE "C" NOT NULL,
    organisation_id BIGINT NOT NULL CONSTRAINT supplied_values_organisation_id_fkey REFERENCES organisations (id),
    period INT4 NOT NULL,
    numerator BIGINT NOT NULL,
    denominator BIGINT NOT NULL,
    source TEXT COLLATE "C" NOT NULL,
    supplied_at BIGINT NOT NULL,
    CONSTRAINT supplied_values_pkey PRIMARY KEY (indicator, organisation_id, period),
    CONSTRAINT supplied_values_numerator_check CHECK (numerator BETWEEN 0 AND denominator)
);

CREATE TABLE facts (
    indicator TEXT COLLATE "C" NOT NULL,
    subject_id BIGINT NOT NULL,
    part INT4 NOT NULL,
    from_period INT4 NOT NULL,
    to_period INT4,
    organisation_id BIGINT NOT NULL,
    locality_id BIGINT NOT NULL,
    numerator BIGINT NOT NULL,
    denominator BIGINT NOT NULL,
    recorded BIGINT NOT NULL,
    value_sum BIGINT NOT NULL,
    value_squares BIGINT NOT NULL,
    CONSTRAINT facts_pkey PRIMARY KEY (indicator, subject_id, part),
    CONSTRAINT facts_to_period_check CHECK (to_period IS NULL OR to_period > from_period)
);

CREATE TABLE cells (
    indicator TEXT COLLATE "C" NOT NULL,
    breakdown TEXT COLLATE "C" NOT NULL,
    member_id BIGINT NOT NULL,
    period INT4 NOT NULL,
    numerator BIGINT NOT NULL,
    denominator BIGINT NOT NULL,
    recorded BIGINT NOT NULL,
    value_sum BIGINT NOT NULL,
    value_squares BIGINT NOT NULL,
    CONSTRAINT cells_pkey PRIMARY KEY (indicator, breakdown, member_id, period),
    CONSTRAINT cells_breakdown_check CHECK (breakdown IN ('all', 'provider', 'locality'))
);
