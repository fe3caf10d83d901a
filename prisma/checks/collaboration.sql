-- Each statement must return no rows on any database that is in use. The comment above it says what then holds.

-- A tie has at least two parties, and its terms.
SELECT t.id FROM collaboration_tie AS t
WHERE (SELECT count(*) FROM collaboration_tie_party AS p WHERE p.tie_id = t.id) < 2
   OR NOT EXISTS (SELECT FROM collaboration_tie_papers AS papers WHERE papers.tie_id = t.id);

-- A tie that a corporation proposed stands only if every party has agreed.
SELECT t.id FROM collaboration_tie AS t JOIN collaboration_tie_party AS p ON p.tie_id = t.id
WHERE t.status = 'STANDING' AND t.proposed_by_id IS NOT NULL AND p.answer <> 'AGREED';

-- What a party objects to is not shown to the network.
SELECT t.id FROM collaboration_tie AS t JOIN collaboration_tie_party AS p ON p.tie_id = t.id
WHERE t.status = 'STANDING' AND p.answer = 'OBJECTED' AND p.ends_on IS NULL;

-- Invented corporations have ties with invented ones only.
SELECT one.tie_id FROM collaboration_tie_party AS one
JOIN collaboration_tie_party AS other ON other.tie_id = one.tie_id
JOIN corporation AS a ON a.id = one.corporation_id JOIN corporation AS b ON b.id = other.corporation_id
WHERE a.sample AND NOT b.sample;
