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
    id INTEGER NOT NULL PRIMARY KEY,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    organisation_id INTEGER NOT NULL,
    password_hash TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

-- The earlier program knows one role, and passwords only.
INSERT INTO accounts_kept SELECT id, email, name, organisation_id, password_hash, created_at FROM accounts
    WHERE password_hash IS NOT NULL AND deactivated_at IS NULL
    AND id IN (SELECT account_id FROM account_roles WHERE role IN ('commissioner-analyst', 'commissioner-approver'));

DROP TABLE account_roles;

DROP TABLE accounts;

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

INSERT INTO accounts SELECT id, email, name, 'commissioner', organisation_id, password_hash, created_at FROM accounts_kept;

DROP TABLE accounts_kept;

CREATE TABLE sessions (
    token_hash TEXT NOT NULL PRIMARY KEY,
    account_id INTEGER NOT NULL CONSTRAINT sessions_account_id_fkey REFERENCES accounts (id),
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
