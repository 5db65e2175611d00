DROP INDEX episodes_organisation_id_person_id_idx;

DROP TABLE letters;

DROP TABLE audit_heads;

DROP TABLE audit_events;

DROP TABLE people_shares;

DROP TABLE throttles;

DROP TABLE external_identities;

DROP TABLE known_devices;

DROP TABLE one_time_links;

DROP TABLE recovery_codes;

DROP TABLE second_factors;

DROP TABLE sessions;

CREATE TABLE accounts_kept (
    id BIGINT NOT NULL CONSTRAINT accounts_kept_pkey PRIMARY KEY,
    email TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    organisation_id BIGINT NOT NULL,
    password_hash TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL
);

-- The earlier program knows one role, and passwords only.
INSERT INTO accounts_kept SELECT id, email, name, organisation_id, password_hash, created_at FROM accounts
    WHERE password_hash IS NOT NULL AND deactivated_at IS NULL
    AND id IN (SELECT account_id FROM account_roles WHERE role IN ('commissioner-analyst', 'commissioner-approver'));

DROP TABLE account_roles;

DROP TABLE accounts;

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

INSERT INTO accounts SELECT id, email, name, 'commissioner', organisation_id, password_hash, created_at FROM accounts_kept;

DROP TABLE accounts_kept;

CREATE TABLE sessions (
    token_hash TEXT COLLATE "C" NOT NULL CONSTRAINT sessions_pkey PRIMARY KEY,
    account_id BIGINT NOT NULL CONSTRAINT sessions_account_id_fkey REFERENCES accounts (id),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
