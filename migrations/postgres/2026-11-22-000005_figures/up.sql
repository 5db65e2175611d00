-- Indicators: definitions that are versioned data, figures by who people are, and values that may be restated.
-- Facts and cells hold nothing that is not in the responses: they are counted anew when the program starts.

DROP TABLE cells;

DROP TABLE facts;

DROP TABLE indicator_versions;

-- What each indicator counts, version by version. One holds from its first month until the next one in force begins. It is
-- counted as "indicator@version"; counting_at says since when every answer is counted by it, counted_at since when what came before
-- is counted too. preview is what is shown of a draft's effect; previewed the exact sums of all that ever was, which stay inside.
CREATE TABLE definitions (
    indicator TEXT COLLATE "C" NOT NULL,
    version INT4 NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    effective_from INT4 NOT NULL,
    source TEXT COLLATE "C" NOT NULL,
    sha256 TEXT COLLATE "C" NOT NULL,
    origin TEXT COLLATE "C" NOT NULL,
    survey TEXT COLLATE "C",
    reason TEXT COLLATE "C",
    note TEXT COLLATE "C",
    drafted_by BIGINT,
    drafted_at BIGINT NOT NULL,
    proposed_by BIGINT,
    proposed_at BIGINT,
    decided_by BIGINT,
    decided_at BIGINT,
    counting_at BIGINT,
    counted_at BIGINT,
    revision INT4 NOT NULL,
    preview TEXT COLLATE "C",
    previewed TEXT COLLATE "C",
    CONSTRAINT definitions_pkey PRIMARY KEY (indicator, version),
    CONSTRAINT definitions_status_check CHECK (status IN ('draft', 'in-force', 'dropped')),
    CONSTRAINT definitions_origin_check CHECK (origin IN ('framework', 'page'))
);

-- What each subject adds to each indicator. The columns from organisation_id on are members of breakdowns; nought is not stated.
CREATE TABLE facts (
    indicator TEXT COLLATE "C" NOT NULL,
    subject_id BIGINT NOT NULL,
    part INT4 NOT NULL,
    from_period INT4 NOT NULL,
    to_period INT4,
    organisation_id BIGINT NOT NULL,
    locality_id BIGINT NOT NULL,
    age BIGINT NOT NULL,
    sex BIGINT NOT NULL,
    ethnicity BIGINT NOT NULL,
    language BIGINT NOT NULL,
    mode BIGINT NOT NULL,
    respondent BIGINT NOT NULL,
    change BIGINT NOT NULL,
    exclusion BIGINT NOT NULL,
    numerator BIGINT NOT NULL,
    denominator BIGINT NOT NULL,
    recorded BIGINT NOT NULL,
    value_sum BIGINT NOT NULL,
    value_squares BIGINT NOT NULL,
    CONSTRAINT facts_pkey PRIMARY KEY (indicator, subject_id, part),
    CONSTRAINT facts_to_period_check CHECK (to_period IS NULL OR to_period > from_period)
);

-- Sums of facts by breakdown and member, kept as what changes at a month.
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
    CONSTRAINT cells_pkey PRIMARY KEY (indicator, breakdown, member_id, period)
);

-- What was supplied so far is carried over as final.
CREATE TABLE supplied_values_kept (
    indicator TEXT COLLATE "C" NOT NULL,
    organisation_id BIGINT NOT NULL,
    period INT4 NOT NULL,
    numerator BIGINT NOT NULL,
    denominator BIGINT NOT NULL,
    source TEXT COLLATE "C" NOT NULL,
    supplied_at BIGINT NOT NULL
);

INSERT INTO supplied_values_kept SELECT indicator, organisation_id, period, numerator, denominator, source, supplied_at FROM supplied_values;

DROP TABLE supplied_values;

-- Values from other data sets. A restated value is a new revision; the one before is superseded and stays. The stratum is an age
-- band where the values are given by age, and empty otherwise.
CREATE TABLE supplied_values (
    indicator TEXT COLLATE "C" NOT NULL,
    organisation_id BIGINT NOT NULL CONSTRAINT supplied_values_organisation_id_fkey REFERENCES organisations (id),
    period INT4 NOT NULL,
    stratum TEXT COLLATE "C" NOT NULL,
    revision INT4 NOT NULL,
    numerator BIGINT NOT NULL,
    denominator BIGINT NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    source TEXT COLLATE "C" NOT NULL,
    file_sha256 TEXT COLLATE "C",
    reason TEXT COLLATE "C",
    supplied_by BIGINT,
    supplied_at BIGINT NOT NULL,
    superseded_at BIGINT,
    CONSTRAINT supplied_values_pkey PRIMARY KEY (indicator, organisation_id, period, stratum, revision),
    CONSTRAINT supplied_values_numerator_check CHECK (numerator >= 0 AND denominator >= 0),
    CONSTRAINT supplied_values_status_check CHECK (status IN ('provisional', 'final'))
);

INSERT INTO supplied_values (indicator, organisation_id, period, stratum, revision, numerator, denominator, status, source, supplied_at)
SELECT indicator, organisation_id, period, '', 1, numerator, denominator, 'final', source, supplied_at FROM supplied_values_kept;

DROP TABLE supplied_values_kept;

-- The ledger of what has left: each release in turn.
CREATE TABLE releases (
    number BIGINT NOT NULL CONSTRAINT releases_pkey PRIMARY KEY,
    made_at BIGINT NOT NULL,
    made_by BIGINT,
    through INT4 NOT NULL,
    profile TEXT COLLATE "C" NOT NULL,
    framework TEXT COLLATE "C" NOT NULL
);

-- All that left of one indicator for one period, as it was shown, under a code of the installation; and how it was made safe.
-- Never changed. With the key `heard:` and a survey: who was not asked (figures) and who did not finish (shares) in the quarter that ends
-- with the period.
CREATE TABLE sheets (
    indicator TEXT COLLATE "C" NOT NULL,
    period INT4 NOT NULL,
    release_number BIGINT NOT NULL CONSTRAINT sheets_release_number_fkey REFERENCES releases (number),
    version INT4 NOT NULL,
    definition_sha256 TEXT COLLATE "C" NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    figures TEXT COLLATE "C" NOT NULL,
    shares TEXT COLLATE "C" NOT NULL,
    certificate TEXT COLLATE "C" NOT NULL,
    CONSTRAINT sheets_pkey PRIMARY KEY (indicator, period, release_number),
    CONSTRAINT sheets_status_check CHECK (status IN ('final', 'refused'))
);

-- The exact sums that a sheet was made of. They stay inside: settlements and later releases are worked out from them.
CREATE TABLE sheet_cells (
    indicator TEXT COLLATE "C" NOT NULL,
    period INT4 NOT NULL,
    release_number BIGINT NOT NULL CONSTRAINT sheet_cells_release_number_fkey REFERENCES releases (number),
    breakdown TEXT COLLATE "C" NOT NULL,
    member_id BIGINT NOT NULL,
    numerator BIGINT NOT NULL,
    denominator BIGINT NOT NULL,
    recorded BIGINT NOT NULL,
    value_sum BIGINT NOT NULL,
    value_squares BIGINT NOT NULL,
    CONSTRAINT sheet_cells_pkey PRIMARY KEY (indicator, period, release_number, breakdown, member_id)
);

-- Where a locality lies on the map of tiles, counted from 1.
CREATE TABLE locality_tiles (
    locality_id BIGINT NOT NULL CONSTRAINT locality_tiles_pkey PRIMARY KEY CONSTRAINT locality_tiles_locality_id_fkey REFERENCES localities (id),
    map_row INT4 NOT NULL,
    map_column INT4 NOT NULL
);

-- Board packs: who asked for one, how far it is, and the file (base64) for a day.
CREATE TABLE board_packs (
    id BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL CONSTRAINT board_packs_account_id_fkey REFERENCES accounts (id),
    period INT4 NOT NULL,
    programme TEXT COLLATE "C",
    language TEXT COLLATE "C" NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    done BIGINT NOT NULL,
    steps BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    leased_until BIGINT,
    finished_at BIGINT,
    file TEXT COLLATE "C",
    CONSTRAINT board_packs_status_check CHECK (status IN ('waiting', 'ready', 'failed'))
);
