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
