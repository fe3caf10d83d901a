-- Rows of a list change places one after the other; that no two stand in one place is asked at the commit.
DROP INDEX facility_contact_facility_id_position_key;
ALTER TABLE facility_contact ADD CONSTRAINT facility_contact_facility_id_position_key
  UNIQUE (facility_id, position) DEFERRABLE INITIALLY DEFERRED;
DROP INDEX facility_equipment_facility_id_position_key;
ALTER TABLE facility_equipment ADD CONSTRAINT facility_equipment_facility_id_position_key
  UNIQUE (facility_id, position) DEFERRABLE INITIALLY DEFERRED;
DROP INDEX facility_resource_facility_id_position_key;
ALTER TABLE facility_resource ADD CONSTRAINT facility_resource_facility_id_position_key
  UNIQUE (facility_id, position) DEFERRABLE INITIALLY DEFERRED;
DROP INDEX facility_qualification_facility_id_position_key;
ALTER TABLE facility_qualification ADD CONSTRAINT facility_qualification_facility_id_position_key
  UNIQUE (facility_id, position) DEFERRABLE INITIALLY DEFERRED;

-- The list of facilities as of a day goes through these in its order; what had not begun is passed over in the index.
CREATE INDEX registry_revision_facilities_by_kana ON registry_revision
  ((content ->> 'kana'), record_id, valid_from) WHERE record = 'FACILITY' AND kind <> 'REMOVED';
CREATE INDEX registry_revision_facilities_of_municipality ON registry_revision
  ((content ->> 'municipality_code'), (content ->> 'kana'), record_id, valid_from)
  WHERE record = 'FACILITY' AND kind <> 'REMOVED';

-- What of a contact is personal.
CREATE FUNCTION personal_contact_columns() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  '{person_name,person_kana,day_phone,night_phone,email,backup_name,backup_phone}'::text[];

-- Revisions of contacts that still name a person and are over: the daily erasure finds them here.
CREATE INDEX registry_revision_contacts_ended ON registry_revision (valid_to)
  WHERE record IN ('FACILITY_CONTACT', 'CORPORATION_CONTACT') AND content ? 'person_name';
CREATE INDEX registry_revision_contacts_changed ON registry_revision (valid_from)
  WHERE record IN ('FACILITY_CONTACT', 'CORPORATION_CONTACT')
    AND before ?| '{person_name,person_kana,day_phone,night_phone,email,backup_name,backup_phone}'::text[];
