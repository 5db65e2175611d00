# The same that .ci/run does, piece by piece.

# Show the recipes.
default:
    @just --list

# Run every test on SQLite.
test *arguments:
    cargo test {{arguments}}

# Run the integration tests on a PostgreSQL that is made for them.
test-postgres *arguments:
    .ci/postgres cargo test --test it {{arguments}}

# Answer the surveys in Chromium; `just test-browser review.test.mjs` runs one file, SHOTS=1 keeps pictures.
test-browser *files:
    cargo build
    .ci/browser {{files}}

# Check the form, the lints, and the licences and sources of dependencies.
lint:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings
    cargo deny --log-level error check licenses bans sources

# Everything, on a bare Debian machine.
ci:
    .ci/run

# Make a small demo county and serve it.
demo *arguments:
    cargo run -- demo --scale 0.05 {{arguments}}
