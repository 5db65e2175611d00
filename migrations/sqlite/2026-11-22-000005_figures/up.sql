-- Indicators: definitions that are versioned data, figures by who people are, and values that may be restated.
-- Facts and cells hold nothing that is not in the responses: they are counted anew when the program starts.

DROP TABLE cells;

DROP TABLE facts;

DROP TABLE indicator_versions;

-- What each indicator counts, version by version. One holds from its first month until the next one in force begins. It is
-- counted as "indicator@version"; counting_at says since when every answer is counted by it, counted_at since when what came before
-- is counted too. preview is what is shown of a draft's effect; previewed the exact sums of all that ever was, which stay inside.
CREATE TABLE definitions (
    indicator TEXT NOT NULL,
    version INTEGER NOT NULL CONSTRAINT definitions_version_int4 CHECK (version BETWEEN -2147483648 AND 2147483647),
    status TEXT NOT NULL,
    effective_from INTEGER NOT NULL CONSTRAINT definitions_effective_from_int4 CHECK (effective_from BETWEEN -2147483648 AND 2147483647),
    source TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    origin TEXT NOT NULL,
    survey TEXT,
    reason TEXT,
    note TEXT,
    drafted_by INTEGER,
    drafted_at INTEGER NOT NULL,
    proposed_by INTEGER,
    proposed_at INTEGER,
    decided_by INTEGER,
    decided_at INTEGER,
    counting_at INTEGER,
    counted_at INTEGER,
    revision INTEGER NOT NULL CONSTRAINT definitions_revision_int4 CHECK (revision BETWEEN -2147483648 AND 2147483647),
    preview TEXT,
    previewed TEXT,
    CONSTRAINT definitions_pkey PRIMARY KEY (indicator, version),
    CONSTRAINT definitions_status_check CHECK (status IN ('draft', 'in-force', 'dropped')),
    CONSTRAINT definitions_origin_check CHECK (origin IN ('framework', 'page'))
) STRICT;

-- What each subject adds to each indicator. The columns from organisation_id on are members of breakdowns; nought is not stated.
CREATE TABLE facts (
    indicator TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    part INTEGER NOT NULL CONSTRAINT facts_part_int4 CHECK (part BETWEEN -2147483648 AND 2147483647),
    from_period INTEGER NOT NULL CONSTRAINT facts_from_period_int4 CHECK (from_period BETWEEN -2147483648 AND 2147483647),
    to_period INTEGER CONSTRAINT facts_to_period_int4 CHECK (to_period BETWEEN -2147483648 AND 2147483647),
    organisation_id INTEGER NOT NULL,
    locality_id INTEGER NOT NULL,
    age INTEGER NOT NULL,
    sex INTEGER NOT NULL,
    ethnicity INTEGER NOT NULL,
    language INTEGER NOT NULL,
    mode INTEGER NOT NULL,
    respondent INTEGER NOT NULL,
    change INTEGER NOT NULL,
    exclusion INTEGER NOT NULL,
    numerator INTEGER NOT NULL,
    denominator INTEGER NOT NULL,
    recorded INTEGER NOT NULL,
    value_sum INTEGER NOT NULL,
    value_squares INTEGER NOT NULL,
    CONSTRAINT facts_pkey PRIMARY KEY (indicator, subject_id, part),
    CONSTRAINT facts_to_period_check CHECK (to_period IS NULL OR to_period > from_period)
) STRICT;

-- Sums of facts by breakdown and member, kept as what changes at a month.
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
    CONSTRAINT cells_pkey PRIMARY KEY (indicator, breakdown, member_id, period)
) STRICT;

-- What was supplied so far is carried over as final.
CREATE TABLE supplied_values_kept (
    indicator TEXT NOT NULL,
    organisation_id INTEGER NOT NULL,
    period INTEGER NOT NULL CONSTRAINT supplied_values_kept_period_int4 CHECK (period BETWEEN -2147483648 AND 2147483647),
    numerator INTEGER NOT NULL,
    denominator INTEGER NOT NULL,
    source TEXT NOT NULL,
    supplied_at INTEGER NOT NULL
) STRICT;

INSERT INTO supplied_values_kept SELECT indicator, organisation_id, period, numerator, denominator, source, supplied_at FROM supplied_values;

DROP TABLE supplied_values;

-- Values from other data sets. A restated value is a new revision; the one before is superseded and stays. The stratum is an age
-- band where the values are given by age, and empty otherwise.
CREATE TABLE supplied_values (
    indicator TEXT NOT NULL,
    organisation_id INTEGER NOT NULL CONSTRAINT supplied_values_organisation_id_fkey REFERENCES organisations (id),
    period INTEGER NOT NULL CONSTRAINT supplied_values_period_int4 CHECK (period BETWEEN -2147483648 AND 2147483647),
    stratum TEXT NOT NULL,
    revision INTEGER NOT NULL CONSTRAINT supplied_values_revision_int4 CHECK (revision BETWEEN -2147483648 AND 2147483647),
    numerator INTEGER NOT NULL,
    denominator INTEGER NOT NULL,
    status TEXT NOT NULL,
    source TEXT NOT NULL,
    file_sha256 TEXT,
    reason TEXT,
    supplied_by INTEGER,
    supplied_at INTEGER NOT NULL,
    superseded_at INTEGER,
    CONSTRAINT supplied_values_pkey PRIMARY KEY (indicator, organisation_id, period, stratum, revision),
    CONSTRAINT supplied_values_numerator_check CHECK (numerator >= 0 AND denominator >= 0),
    CONSTRAINT supplied_values_status_check CHECK (status IN ('provisional', 'final'))
) STRICT;

INSERT INTO supplied_values (indicator, organisation_id, period, stratum, revision, numerator, denominator, status, source, supplied_at)
SELECT indicator, organisation_id, period, '', 1, numerator, denominator, 'final', source, supplied_at FROM supplied_values_kept;

DROP TABLE supplied_values_kept;

-- The ledger of what has left: each release in turn.
CREATE TABLE releases (
    number INTEGER NOT NULL CONSTRAINT releases_pkey PRIMARY KEY,
    made_at INTEGER NOT NULL,
    made_by INTEGER,
    through INTEGER NOT NULL CONSTRAINT releases_through_int4 CHECK (through BETWEEN -2147483648 AND 2147483647),
    profile TEXT NOT NULL,
    framework TEXT NOT NULL
) STRICT;

-- All that left of one indicator for one period, as it was shown, under a code of the installation; and how it was made safe.
-- Never changed. With the key `heard:` and a survey: who was not asked (figures) and who did not finish (shares) in the quarter that ends
-- with the period.
CREATE TABLE sheets (
    indicator TEXT NOT NULL,
    period INTEGER NOT NULL CONSTRAINT sheets_period_int4 CHECK (period BETWEEN -2147483648 AND 2147483647),
    release_number INTEGER NOT NULL CONSTRAINT sheets_release_number_fkey REFERENCES releases (number),
    version INTEGER NOT NULL CONSTRAINT sheets_version_int4 CHECK (version BETWEEN -2147483648 AND 2147483647),
    definition_sha256 TEXT NOT NULL,
    status TEXT NOT NULL,
    figures TEXT NOT NULL,
    shares TEXT NOT NULL,
    certificate TEXT NOT NULL,
    CONSTRAINT sheets_pkey PRIMARY KEY (indicator, period, release_number),
    CONSTRAINT sheets_status_check CHECK (status IN ('final', 'refused'))
) STRICT;

-- The exact sums that a sheet was made of. They stay inside: settlements and later releases are worked out from them.
CREATE TABLE sheet_cells (
    indicator TEXT NOT NULL,
    period INTEGER NOT NULL CONSTRAINT sheet_cells_period_int4 CHECK (period BETWEEN -2147483648 AND 2147483647),
    release_number INTEGER NOT NULL CONSTRAINT sheet_cells_release_number_fkey REFERENCES releases (number),
    breakdown TEXT NOT NULL,
    member_id INTEGER NOT NULL,
    numerator INTEGER NOT NULL,
    denominator INTEGER NOT NULL,
    recorded INTEGER NOT NULL,
    value_sum INTEGER NOT NULL,
    value_squares INTEGER NOT NULL,
    CONSTRAINT sheet_cells_pkey PRIMARY KEY (indicator, period, release_number, breakdown, member_id)
) STRICT;

-- Where a locality lies on the map of tiles, counted from 1.
CREATE TABLE locality_tiles (
    locality_id INTEGER NOT NULL CONSTRAINT locality_tiles_pkey PRIMARY KEY CONSTRAINT locality_tiles_locality_id_fkey REFERENCES localities (id),
    map_row INTEGER NOT NULL CONSTRAINT locality_tiles_map_row_int4 CHECK (map_row BETWEEN -2147483648 AND 2147483647),
    map_column INTEGER NOT NULL CONSTRAINT locality_tiles_map_column_int4 CHECK (map_column BETWEEN -2147483648 AND 2147483647)
) STRICT;

-- Board packs: who asked for one, how far it is, and the file (base64) for a day.
CREATE TABLE board_packs (
    id INTEGER NOT NULL PRIMARY KEY,
    account_id INTEGER NOT NULL CONSTRAINT board_packs_account_id_fkey REFERENCES accounts (id),
    period INTEGER NOT NULL CONSTRAINT board_packs_period_int4 CHECK (period BETWEEN -2147483648 AND 2147483647),
    programme TEXT,
    language TEXT NOT NULL,
    status TEXT NOT NULL,
    done INTEGER NOT NULL,
    steps INTEGER NOT NULL,
    asked_at INTEGER NOT NULL,
    leased_until INTEGER,
    finished_at INTEGER,
    file TEXT,
    CONSTRAINT board_packs_status_check CHECK (status IN ('waiting', 'ready', 'failed'))
) STRICT;
