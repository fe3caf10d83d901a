-- Each statement must return no rows on any database that is in use. The comment above it says what then holds.

-- What was opened because of a drill's message is a drill, and the other way round, in the network that was asked.
SELECT s.id FROM alert_suggestion AS s JOIN disaster_event AS e ON e.id = s.event_id
WHERE e.drill <> s.drill OR e.platform_id <> s.platform_id;

-- A message of a drill or a test suggests nothing but a drill.
SELECT s.id FROM alert_suggestion AS s JOIN alert_message AS m ON m.id = s.message_id
WHERE (m.status <> 'NORMAL') <> s.drill;

-- Nobody is asked about what was cancelled.
SELECT s.id FROM alert_suggestion AS s JOIN alert_message AS m ON m.id = s.message_id
WHERE s.state = 'OPEN' AND (m.standing = 'CANCELLED' OR m.info_type = 'CANCELLED');

-- Of the messages about one thing, one is current.
SELECT chain_key FROM alert_message WHERE standing = 'CURRENT' AND chain_key IS NOT NULL GROUP BY chain_key HAVING count(*) > 1;
