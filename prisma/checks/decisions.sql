-- Each statement must return no rows on any database that is in use. The comment above it says what then holds.

-- The outcome of a decision is that of its verdict.
SELECT id FROM decision WHERE verdict ->> 'outcome' IS DISTINCT FROM outcome::text;

-- The numbers of a register have no gaps.
SELECT platform_id, organ, fiscal_year FROM decision
GROUP BY platform_id, organ, fiscal_year HAVING max(number) <> count(*);

-- A decision was made by a meeting of its own network.
SELECT decision.id FROM decision JOIN meeting ON meeting.id = decision.meeting_id
WHERE (decision.platform_id, decision.organ, decision.fiscal_year)
  IS DISTINCT FROM (meeting.platform_id, meeting.organ, meeting.fiscal_year);

-- A decision is replaced by a later, carried one of its own network.
SELECT old.id FROM decision AS old JOIN decision AS new ON new.id = old.superseded_by_id
WHERE new.platform_id <> old.platform_id OR new.outcome <> 'CARRIED' OR new.decided_at < old.decided_at;

-- Locked minutes are signed by all who have to, and with what stands in them.
SELECT minutes.id FROM minutes JOIN minutes_signer AS signer ON signer.minutes_id = minutes.id
WHERE minutes.state = 'LOCKED' AND signer.content_hash IS DISTINCT FROM minutes.content_hash;

-- Who signs minutes is a voter of their meeting.
SELECT signer.id FROM minutes_signer AS signer
JOIN minutes ON minutes.id = signer.minutes_id
JOIN meeting_voter AS voter ON voter.id = signer.voter_id
WHERE voter.meeting_id <> minutes.meeting_id;
