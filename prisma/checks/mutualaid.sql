-- Each statement must return no rows on any database that is in use. The comment above it says what then holds.

-- What lies in a lot is what came and went.
SELECT l.id FROM stock_lot AS l
WHERE l.quantity <> (SELECT coalesce(sum(m.delta), 0) FROM stock_movement AS m WHERE m.lot_id = l.id);

-- What of a lot is promised is what offers hold of it.
SELECT l.id FROM stock_lot AS l
WHERE l.reserved <> (SELECT coalesce(sum(aid_offer_holds(o)), 0) FROM aid_offer AS o WHERE o.lot_id = l.id);

-- What of a request is promised is what accepted offers answer of it.
SELECT r.id FROM aid_request AS r
WHERE r.promised <> (SELECT coalesce(sum(aid_offer_answers(o)), 0) FROM aid_offer AS o WHERE o.request_id = r.id);
