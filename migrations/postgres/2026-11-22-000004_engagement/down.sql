DROP TABLE validations;

DROP TABLE event_releases;

DROP TABLE answer_publications;

DROP TABLE answers_back;

DROP TABLE comment_stances;

DROP TABLE comment_themes;

DROP TABLE coding_themes;

DROP TABLE codings;

DROP TABLE themes;

DROP TABLE comment_redactions;

DROP TABLE comments;

DROP TABLE event_messages;

DROP INDEX demographics_email_hash_idx;

DROP TABLE event_stops;

DROP TABLE attendees;

DROP TABLE events;

ALTER TABLE responses DROP COLUMN attendee_id;

ALTER TABLE surveys DROP COLUMN closes_at;

ALTER TABLE surveys DROP COLUMN opens_at;
