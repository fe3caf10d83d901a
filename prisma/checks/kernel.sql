-- Each statement must return no rows on any database that is in use. The comment above it says what then holds.

-- The audit chain has no gap.
SELECT seq, previous FROM (
  SELECT seq, lag(seq, 1, 0::bigint) OVER (ORDER BY seq) AS previous FROM audit_entry
) AS chain
WHERE seq <> previous + 1;

-- Every audit entry carries the hash of the one before it.
SELECT seq FROM (
  SELECT seq, prev_hash, lag(hash, 1, sha256('yui audit chain')) OVER (ORDER BY seq) AS previous FROM audit_entry
) AS chain
WHERE prev_hash <> previous;

-- Every audit entry has the hash of its own contents.
SELECT seq FROM audit_entry AS entry WHERE hash <> audit_hash(entry);

-- What an audit entry says was asked is what was asked.
SELECT seq FROM audit_entry
WHERE input IS NOT NULL AND input_hash <> sha256(input_salt || convert_to(input::text, 'UTF8'));

-- An erased input took its salt with it.
SELECT seq FROM audit_entry WHERE (input IS NULL) <> (input_salt IS NULL);

-- Every person in the audit is known.
SELECT seq, actor_user_id FROM audit_entry
WHERE actor_user_id IS NOT NULL AND NOT EXISTS (SELECT FROM app_user WHERE id = actor_user_id);

-- Who acts for a body is named in its audit entry together with the roles that counted.
SELECT seq FROM audit_entry WHERE acting_key IS NOT NULL AND (acting_name IS NULL OR cardinality(acting_roles) = 0);

-- The log of events has no gap.
SELECT seq, previous FROM (
  SELECT seq, lag(seq, 1, 0::bigint) OVER (ORDER BY seq) AS previous FROM event_log
) AS log
WHERE seq <> previous + 1;

-- Every event belongs to the act that announced it, and happened with it.
SELECT event_log.seq FROM event_log
LEFT JOIN audit_entry ON audit_entry.seq = event_log.audit_seq
WHERE audit_entry.at IS DISTINCT FROM event_log.at;

-- The ends of the audit chain and of the event log are where the ledger says.
SELECT head.* FROM ledger_head AS head
WHERE head.audit_seq <> (SELECT coalesce(max(seq), 0) FROM audit_entry)
   OR head.event_seq <> (SELECT coalesce(max(seq), 0) FROM event_log)
   OR head.hash <> coalesce((SELECT hash FROM audit_entry ORDER BY seq DESC LIMIT 1), sha256('yui audit chain'));

-- Whatever was asked with an idempotency key and committed has its answer kept.
SELECT owner, key FROM idempotency_key WHERE jsonb_typeof(result) <> 'object';
