-- Staff access: roles in organisations, second factors, sessions that can be told apart, one-time links, the audit trail and
-- the letters that carry the links. Times are microseconds since 1970 UTC. Who is signed in is not carried over.
-- The twin of this file for the other database has the same name; a test holds them together.

CREATE TABLE accounts_kept (
    id INTEGER NOT NULL PRIMARY KEY,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    organisation_id INTEGER NOT NULL,
    password_hash TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

INSERT INTO accounts_kept SELECT id, email, name, organisation_id, password_hash, created_at FROM accounts;

DROP TABLE sessions;

DROP TABLE accounts;

CREATE TABLE accounts (
    id INTEGER NOT NULL PRIMARY KEY,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    organisation_id INTEGER NOT NULL CONSTRAINT accounts_organisation_id_fkey REFERENCES organisations (id),
    password_hash TEXT,
    created_at INTEGER NOT NULL,
    deactivated_at INTEGER,
    CONSTRAINT accounts_email_key UNIQUE (email)
) STRICT;

INSERT INTO accounts SELECT id, email, name, 'en', organisation_id, password_hash, created_at, NULL FROM accounts_kept;

CREATE TABLE account_roles (
    account_id INTEGER NOT NULL CONSTRAINT account_roles_account_id_fkey REFERENCES accounts (id),
    organisation_id INTEGER NOT NULL CONSTRAINT account_roles_organisation_id_fkey REFERENCES organisations (id),
    role TEXT NOT NULL,
    granted_at INTEGER NOT NULL,
    CONSTRAINT account_roles_pkey PRIMARY KEY (account_id, organisation_id, role),
    CONSTRAINT account_roles_role_check CHECK (role IN ('administrator', 'survey-designer', 'care-coordinator', 'provider-manager', 'commissioner-analyst', 'commissioner-approver', 'information-governance', 'engagement-lead'))
) STRICT;

INSERT INTO account_roles SELECT id, organisation_id, 'commissioner-analyst', created_at FROM accounts_kept;

DROP TABLE accounts_kept;

CREATE TABLE sessions (
    token_hash TEXT NOT NULL PRIMARY KEY,
    id INTEGER NOT NULL,
    account_id INTEGER NOT NULL CONSTRAINT sessions_account_id_fkey REFERENCES accounts (id),
    factor TEXT,
    is_enrolling INTEGER NOT NULL CONSTRAINT sessions_is_enrolling_bool CHECK (is_enrolling IN (0, 1)),
    confirmed_at INTEGER NOT NULL,
    ceremony TEXT,
    name TEXT,
    device TEXT NOT NULL,
    network TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    idle_seconds INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    CONSTRAINT sessions_id_key UNIQUE (id),
    CONSTRAINT sessions_factor_check CHECK (factor IN ('totp', 'passkey', 'recovery-code', 'single-sign-on', 'waived'))
) STRICT;

CREATE INDEX sessions_account_id_idx ON sessions (account_id);

CREATE TABLE second_factors (
    id INTEGER NOT NULL PRIMARY KEY,
    account_id INTEGER NOT NULL CONSTRAINT second_factors_account_id_fkey REFERENCES accounts (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    sealed TEXT NOT NULL,
    last_step INTEGER,
    created_at INTEGER NOT NULL,
    used_at INTEGER,
    CONSTRAINT second_factors_kind_check CHECK (kind IN ('totp', 'passkey'))
) STRICT;

CREATE INDEX second_factors_account_id_idx ON second_factors (account_id);

CREATE TABLE recovery_codes (
    account_id INTEGER NOT NULL CONSTRAINT recovery_codes_account_id_fkey REFERENCES accounts (id),
    code_hash TEXT NOT NULL,
    used_at INTEGER,
    CONSTRAINT recovery_codes_pkey PRIMARY KEY (account_id, code_hash)
) STRICT;

CREATE TABLE one_time_links (
    token_hash TEXT NOT NULL PRIMARY KEY,
    account_id INTEGER NOT NULL CONSTRAINT one_time_links_account_id_fkey REFERENCES accounts (id),
    purpose TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER,
    CONSTRAINT one_time_links_purpose_check CHECK (purpose IN ('welcome', 'reset', 'enrol'))
) STRICT;

CREATE INDEX one_time_links_account_id_idx ON one_time_links (account_id);

CREATE TABLE known_devices (
    token_hash TEXT NOT NULL,
    account_id INTEGER NOT NULL CONSTRAINT known_devices_account_id_fkey REFERENCES accounts (id),
    first_seen_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    CONSTRAINT known_devices_pkey PRIMARY KEY (token_hash, account_id)
) STRICT;

CREATE TABLE external_identities (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    account_id INTEGER NOT NULL CONSTRAINT external_identities_account_id_fkey REFERENCES accounts (id),
    linked_at INTEGER NOT NULL,
    CONSTRAINT external_identities_pkey PRIMARY KEY (issuer, subject)
) STRICT;

CREATE INDEX external_identities_account_id_idx ON external_identities (account_id);

-- The theoretical arrival time of the next try, for each thing that is tried (GCRA).
CREATE TABLE throttles (
    key_hash TEXT NOT NULL PRIMARY KEY,
    arrival_at INTEGER NOT NULL
) STRICT;

-- Whose people another organisation may see, because both have agreed to it.
CREATE TABLE people_shares (
    from_organisation_id INTEGER NOT NULL CONSTRAINT people_shares_from_organisation_id_fkey REFERENCES organisations (id),
    to_organisation_id INTEGER NOT NULL CONSTRAINT people_shares_to_organisation_id_fkey REFERENCES organisations (id),
    since INTEGER NOT NULL,
    CONSTRAINT people_shares_pkey PRIMARY KEY (from_organisation_id, to_organisation_id)
) STRICT;

-- Written and never changed; each row holds the hash of the one before.
CREATE TABLE audit_events (
    number INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    account_id INTEGER,
    actor TEXT NOT NULL,
    organisation_id INTEGER,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    reason TEXT NOT NULL,
    network TEXT NOT NULL,
    detail TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;

CREATE INDEX audit_events_account_id_number_idx ON audit_events (account_id, number);

CREATE INDEX audit_events_organisation_id_number_idx ON audit_events (organisation_id, number);

CREATE INDEX audit_events_action_number_idx ON audit_events (action, number);

CREATE INDEX audit_events_subject_number_idx ON audit_events (subject, number);

-- The end of the chain: one row.
CREATE TABLE audit_heads (
    id INTEGER NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL,
    hash TEXT NOT NULL,
    CONSTRAINT audit_heads_id_check CHECK (id = 1)
) STRICT;

INSERT INTO audit_heads VALUES (1, 0, '');

-- Mail that waits to be sent, sealed, and emptied when it was.
CREATE TABLE letters (
    id INTEGER NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    sealed TEXT,
    created_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    tries INTEGER NOT NULL CONSTRAINT letters_tries_int4 CHECK (tries BETWEEN -2147483648 AND 2147483647),
    sent_at INTEGER,
    failed_at INTEGER
) STRICT;

CREATE INDEX letters_due_at_idx ON letters (due_at) WHERE sent_at IS NULL AND failed_at IS NULL;

-- A person's record shows their episodes.
CREATE INDEX episodes_organisation_id_person_id_idx ON episodes (organisation_id, person_id);
