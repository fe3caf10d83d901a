-- 国のシステムに入力した is one of the notes that a form was handed in: one table keeps them all.
INSERT INTO output_filing (id, event_id, facility_id, form, filed_at, filed_by_user_id)
SELECT s.id, c.event_id, c.facility_id, 'MINISTRY_SYSTEM', s.filed_at, s.by_user_id
FROM state_system_filing AS s JOIN called_facility AS c ON c.id = s.called_facility_id;
DROP TABLE state_system_filing;
