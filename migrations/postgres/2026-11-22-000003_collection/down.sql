DROP TABLE retention_runs;

DROP TABLE erasures;

DROP TABLE rights_requests;

DROP TABLE legal_holds;

DROP TABLE import_lines;

DROP TABLE import_parts;

DROP TABLE imports;

DROP TABLE kiosks;

DROP TABLE transcriptions;

DROP TABLE alert_teams;

DROP TABLE alert_notes;

DROP TABLE turns;

DROP TABLE messages;

DROP TABLE schedule_starts;

DROP TABLE contact_stops;

DROP TABLE demographic_terms;

DROP TABLE demographics;

DROP INDEX alerts_organisation_id_raised_at_idx;

DROP INDEX invitations_code_hash_idx;

DROP INDEX invitations_organisation_id_asked_day_idx;

DROP INDEX invitations_next_at_idx;

DROP INDEX invitations_id_idx;

DROP INDEX invitations_episode_id_organisation_id_idx;

CREATE INDEX invitations_episode_id_idx ON invitations (episode_id);

DROP INDEX invitations_schedule_key;

DROP INDEX episodes_organisation_id_programme_delivered_day_idx;

DROP INDEX episodes_organisation_id_programme_discharged_day_idx;

DROP INDEX episodes_organisation_id_programme_closed_day_idx;

DROP INDEX episodes_organisation_id_programme_opened_day_idx;

DROP INDEX episodes_organisation_id_person_id_id_idx;

CREATE INDEX episodes_organisation_id_person_id_idx ON episodes (organisation_id, person_id);

DROP INDEX episodes_sender_hash_key;

DROP INDEX people_organisation_id_merged_into_idx;

ALTER TABLE alerts ADD COLUMN claimed_until BIGINT;

ALTER TABLE alerts DROP COLUMN escalated_at;

ALTER TABLE alerts DROP COLUMN acknowledged_by;

ALTER TABLE alerts DROP COLUMN acknowledged_at;

ALTER TABLE alerts DROP COLUMN organisation_id;

DROP INDEX responses_sealed_key_idx;

ALTER TABLE responses DROP COLUMN sealed_key;

ALTER TABLE responses DROP COLUMN withdrawn_at;

ALTER TABLE responses DROP COLUMN kiosk_id;

ALTER TABLE responses DROP COLUMN entered_by;

ALTER TABLE responses DROP COLUMN assistance;

ALTER TABLE responses DROP COLUMN relationship;

ALTER TABLE invitations DROP COLUMN declined_at;

ALTER TABLE invitations DROP COLUMN finished_at;

ALTER TABLE invitations DROP COLUMN started_at;

ALTER TABLE invitations DROP COLUMN opened_at;

ALTER TABLE invitations DROP COLUMN bounced_at;

ALTER TABLE invitations DROP COLUMN delivered_at;

ALTER TABLE invitations DROP COLUMN sent_at;

ALTER TABLE invitations DROP COLUMN next_at;

ALTER TABLE invitations DROP COLUMN code_hash;

ALTER TABLE invitations DROP COLUMN not_asked;

ALTER TABLE invitations DROP COLUMN channel;

ALTER TABLE invitations DROP COLUMN schedule;

ALTER TABLE episodes DROP COLUMN changed_at;

ALTER TABLE episodes DROP COLUMN sender_hash;

ALTER TABLE episodes DROP COLUMN cluster;

ALTER TABLE people DROP COLUMN merged_into;

ALTER TABLE people DROP COLUMN erased_at;

ALTER TABLE people DROP COLUMN changed_at;

ALTER TABLE people DROP COLUMN died_day;

ALTER TABLE people DROP COLUMN opted_out;

ALTER TABLE people DROP COLUMN may_contact;

ALTER TABLE people DROP COLUMN contact_by;

ALTER TABLE people DROP COLUMN needs;

ALTER TABLE people DROP COLUMN ethnicity;
