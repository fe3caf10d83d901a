-- Each statement must return no rows on any database that is in use. The comment above it says what then holds.

-- An event tells a person once per kind.
SELECT user_id, event_id, kind, count(*) FROM notification GROUP BY user_id, event_id, kind HAVING count(*) > 1;

-- Every notification tells of an event that happened.
SELECT id FROM notification WHERE NOT EXISTS (SELECT FROM event_log WHERE event_log.id = event_id);

-- A notification leads to a page of the portal.
SELECT id, link FROM notification WHERE link NOT LIKE '/%' OR link LIKE '//%';

-- The text of a mail that was sent is erased: it may have held a secret link.
SELECT id FROM mail_message WHERE sent_at IS NOT NULL AND body <> '';
