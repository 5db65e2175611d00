DROP TABLE board_packs;

DROP TABLE locality_tiles;

DROP TABLE sheet_cells;

DROP TABLE sheets;

DROP TABLE releases;

DROP TABLE supplied_values;

DROP TABLE cells;

DROP TABLE facts;

DROP TABLE definitions;

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
