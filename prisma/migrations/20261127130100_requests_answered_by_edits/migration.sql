-- Whoever edits a block of the own facility confirms it with the same act: the request is then told as answered by an
-- edit, not by 「変わりありません」.
CREATE OR REPLACE FUNCTION change_answers_requests() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM audit_entry WHERE seq = NEW.audit_seq AND acting_key ~ '^(FACILITY|CORPORATION):'
  ) THEN
    PERFORM answer_confirmation_requests(facility_id, array_agg(DISTINCT block_of_record(record)), 'EDITED', NEW.at)
    FROM registry_revision
    WHERE act_id = NEW.id AND facility_id IS NOT NULL AND block_of_record(record) IS NOT NULL
    GROUP BY facility_id;

    UPDATE confirmation_request_block AS b SET answer = 'EDITED'
    FROM confirmation_request AS r, registry_revision AS v
    WHERE v.act_id = NEW.id AND r.facility_id = v.facility_id AND b.request_id = r.id
      AND b.block = block_of_record(v.record) AND b.answered_at = NEW.at AND b.answer = 'CONFIRMED';
  END IF;
  RETURN NULL;
END $$;
