-- What is offered in a drill is offered on paper: it holds nothing of a lot or room, moves nothing, and a person or vehicle
-- that is promised in a drill is still to be had when a disaster comes.
ALTER TABLE "aid_offer" ADD COLUMN "drill" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE aid_offer DISABLE TRIGGER USER;
UPDATE aid_offer AS o SET drill = true
FROM aid_request AS r JOIN disaster_event AS e ON e.id = r.event_id
WHERE r.id = o.request_id AND e.drill;
ALTER TABLE aid_offer ENABLE TRIGGER USER;

-- An offer is of a drill if its event is, whatever the one who writes it says.
CREATE FUNCTION aid_offer_is_of_its_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.drill := (SELECT e.drill FROM aid_request AS r JOIN disaster_event AS e ON e.id = r.event_id WHERE r.id = NEW.request_id);
  RETURN NEW;
END $$;
CREATE TRIGGER aid_offer_is_of_its_event BEFORE INSERT OR UPDATE OF drill, request_id ON aid_offer
  FOR EACH ROW EXECUTE FUNCTION aid_offer_is_of_its_event();

ALTER TABLE aid_offer DROP CONSTRAINT aid_offer_in_one_place_at_a_time;
ALTER TABLE aid_offer ADD CONSTRAINT aid_offer_in_one_place_at_a_time EXCLUDE USING gist (
  resource_id WITH =, (drill::integer) WITH =, tstzrange(starts_at, ends_at) WITH &&)
  WHERE (kind IN ('STAFF', 'VEHICLE') AND state IN ('OFFERED', 'ACCEPTED', 'DISPATCHED', 'ARRIVED'));

CREATE OR REPLACE FUNCTION aid_offer_holds(offer aid_offer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN CASE
  WHEN (offer).drill THEN 0
  WHEN (offer).state = 'OFFERED' THEN (offer).quantity
  WHEN (offer).state = 'ACCEPTED' THEN (offer).accepted
  WHEN (offer).state IN ('DISPATCHED', 'ARRIVED') AND (offer).lot_id IS NULL THEN (offer).accepted
  ELSE 0 END;

-- What drills have held and moved until now is given back.
ALTER TABLE stock_lot DISABLE TRIGGER stock_lot_counters_follow;
ALTER TABLE aid_resource DISABLE TRIGGER aid_resource_counters_follow;
UPDATE stock_lot AS l SET reserved = held.sum
FROM (SELECT o.lot_id, sum(aid_offer_holds(o)) AS sum FROM aid_offer AS o WHERE o.lot_id IS NOT NULL GROUP BY o.lot_id) AS held
WHERE held.lot_id = l.id AND l.reserved <> held.sum;
UPDATE aid_resource AS r SET taken = held.sum
FROM (SELECT o.resource_id, sum(aid_offer_holds(o)) AS sum FROM aid_offer AS o WHERE o.kind = 'BEDS' GROUP BY o.resource_id) AS held
WHERE held.resource_id = r.id AND r.taken <> held.sum;
ALTER TABLE stock_lot ENABLE TRIGGER stock_lot_counters_follow;
ALTER TABLE aid_resource ENABLE TRIGGER aid_resource_counters_follow;
INSERT INTO stock_movement (lot_id, act, delta, at, note, offer_id)
SELECT m.lot_id, 'CAME_BACK', -sum(m.delta), now(), '訓練で動かした分を戻しました', m.offer_id
FROM stock_movement AS m JOIN aid_offer AS o ON o.id = m.offer_id
WHERE o.drill GROUP BY m.lot_id, m.offer_id HAVING sum(m.delta) < 0;
