-- Staff access: roles in organisations, second factors, sessions that can be told apart, one-time links, the audit trail and
-- the letters that carry the links. Times are microseconds since 1970 UTC. Who is signed in is not carried over.
-- The twin of this file for the other database has the same name; a test holds them together.

CREATE TABLE accounts_kept (
    id BIGINT NOT NULL CONSTRAINT accounts_kept_pkey PRIMARY KEY,
    email TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    organisation_id BIGINT NOT NULL,
    password_hash TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL
);

INSERT INTO accounts_kept SELECT id, email, name, organisation_id, password_hash, created_at FROM accounts;

DROP TABLE sessions;

DROP TABLE accounts;

CREATE TABLE accounts (
    id BIGINT NOT NULL CONSTRAINT accounts_pkey PRIMARY KEY,
    email TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    language TEXT COLLATE "C" NOT NULL,
    organisation_id BIGINT NOT NULL CONSTRAINT accounts_organisation_id_fkey REFERENCES organisations (id),
    password_hash TEXT COLLATE "C",
    created_at BIGINT NOT NULL,
    deactivated_at BIGINT,
    CONSTRAINT accounts_email_key UNIQUE (email)
);

INSERT INTO accounts SELECT id, email, name, 'en', organisation_id, password_hash, created_at, NULL FROM accounts_kept;

CREATE TABLE account_roles (
    account_id BIGINT NOT NULL CONSTRAINT account_roles_account_id_fkey REFERENCES accounts (id),
    organisation_id BIGINT NOT NULL CONSTRAINT account_roles_organisation_id_fkey REFERENCES organisations (id),
    role TEXT COLLATE "C" NOT NULL,
    granted_at BIGINT NOT NULL,
    CONSTRAINT account_roles_pkey PRIMARY KEY (account_id, organisation_id, role),
    CONSTRAINT account_roles_role_check CHECK (role IN ('administrator', 'survey-designer', 'care-coordinator', 'provider-manager', 'commissioner-analyst', 'commissioner-approver', 'information-governance', 'engagement-lead'))
);

INSERT INTO account_roles SELECT id, organisation_id, 'commissioner-analyst', created_at FROM accounts_kept;

DROP TABLE accounts_kept;

CREATE TABLE sessions (
    token_hash TEXT COLLATE "C" NOT NULL CONSTRAINT sessions_pkey PRIMARY KEY,
    id BIGINT NOT NULL,
    account_id BIGINT NOT NULL CONSTRAINT sessions_account_id_fkey REFERENCES accounts (id),
    factor TEXT COLLATE "C",
    is_enrolling BOOLEAN NOT NULL,
    confirmed_at BIGINT NOT NULL,
    ceremony TEXT COLLATE "C",
    name TEXT COLLATE "C",
    device TEXT COLLATE "C" NOT NULL,
    network TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    idle_seconds BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    CONSTRAINT sessions_id_key UNIQUE (id),
    CONSTRAINT sessions_factor_check CHECK (factor IN ('totp', 'passkey', 'recovery-code', 'single-sign-on', 'waived'))
);

CREATE INDEX sessions_account_id_idx ON sessions (account_id);

CREATE TABLE second_factors (
    id BIGINT NOT NULL CONSTRAINT second_factors_pkey PRIMARY KEY,
    account_id BIGINT NOT NULL CONSTRAINT second_factors_account_id_fkey REFERENCES accounts (id),
    kind TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    sealed TEXT COLLATE "C" NOT NULL,
    last_step BIGINT,
    created_at BIGINT NOT NULL,
    used_at BIGINT,
    CONSTRAINT second_factors_kind_check CHECK (kind IN ('totp', 'passkey'))
);

CREATE INDEX second_factors_account_id_idx ON second_factors (account_id);

CREATE TABLE recovery_codes (
    account_id BIGINT NOT NULL CONSTRAINT recovery_codes_account_id_fkey REFERENCES accounts (id),
    code_hash TEXT COLLATE "C" NOT NULL,
    used_at BIGINT,
    CONSTRAINT recovery_codes_pkey PRIMARY KEY (account_id, code_hash)
);

CREATE TABLE one_time_links (
    token_hash TEXT COLLATE "C" NOT NULL CONSTRAINT one_time_links_pkey PRIMARY KEY,
    account_id BIGINT NOT NULL CONSTRAINT one_time_links_account_id_fkey REFERENCES accounts (id),
    purpose TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    CONSTRAINT one_time_links_purpose_check CHECK (purpose IN ('welcome', 'reset', 'enrol'))
);

CREATE INDEX one_time_links_account_id_idx ON one_time_links (account_id);

CREATE TABLE known_devices (
    token_hash TEXT COLLATE "C" NOT NULL,
    account_id BIGINT NOT NULL CONSTRAINT known_devices_account_id_fkey REFERENCES accounts (id),
    first_seen_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    CONSTRAINT known_devices_pkey PRIMARY KEY (token_hash, account_id)
);

CREATE TABLE external_identities (
    issuer TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    account_id BIGINT NOT NULL CONSTRAINT external_identities_account_id_fkey REFERENCES accounts (id),
    linked_at BIGINT NOT NULL,
    CONSTRAINT external_identities_pkey PRIMARY KEY (issuer, subject)
);

CREATE INDEX external_identities_account_id_idx ON external_identities (account_id);

-- The theoretical arrival time of the next try, for each thing that is tried (GCRA).
CREATE TABLE throttles (
    key_hash TEXT COLLATE "C" NOT NULL CONSTRAINT throttles_pkey PRIMARY KEY,
    arrival_at BIGINT NOT NULL
);

-- Whose people another organisation may see, because both have agreed to it.
CREATE TABLE people_shares (
    from_organisation_id BIGINT NOT NULL CONSTRAINT people_shares_from_organisation_id_fkey REFERENCES organisations (id),
    to_organisation_id BIGINT NOT NULL CONSTRAINT people_shares_to_organisation_id_fkey REFERENCES organisations (id),
    since BIGINT NOT NULL,
    CONSTRAINT people_shares_pkey PRIMARY KEY (from_organisation_id, to_organisation_id)
);

-- Written and never changed; each row holds the hash of the one before.
CREATE TABLE audit_events (
    number BIGINT NOT NULL CONSTRAINT audit_events_pkey PRIMARY KEY,
    at BIGINT NOT NULL,
    account_id BIGINT,
    actor TEXT COLLATE "C" NOT NULL,
    organisation_id BIGINT,
    action TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    network TEXT COLLATE "C" NOT NULL,
    detail TEXT COLLATE "C" NOT NULL,
    previous_hash TEXT COLLATE "C" NOT NULL,
    hash TEXT COLLATE "C" NOT NULL
);

CREATE INDEX audit_events_account_id_number_idx ON audit_events (account_id, number);

CREATE INDEX audit_events_organisation_id_number_idx ON audit_events (organisation_id, number);

CREATE INDEX audit_events_action_number_idx ON audit_events (action, number);

CREATE INDEX audit_events_subject_number_idx ON audit_events (subject, number);

-- The end of the chain: one row.
CREATE TABLE audit_heads (
    id BIGINT NOT NULL CONSTRAINT audit_heads_pkey PRIMARY KEY,
    number BIGINT NOT NULL,
    hash TEXT COLLATE "C" NOT NULL,
    CONSTRAINT audit_heads_id_check CHECK (id = 1)
);

INSERT INTO audit_heads VALUES (1, 0, '');

-- Mail that waits to be sent, sealed, and emptied when it was.
CREATE TABLE letters (
    id BIGINT NOT NULL CONSTRAINT letters_pkey PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL,
    sealed TEXT COLLATE "C",
    created_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    tries INT4 NOT NULL,
    sent_at BIGINT,
    failed_at BIGINT
);

CREATE INDEX letters_due_at_idx ON letters (due_at) WHERE sent_at IS NULL AND failed_at IS NULL;

-- A person's record shows their episodes.
CREATE INDEX episodes_organisation_id_person_id_idx ON episodes (organisation_id, person_id);
