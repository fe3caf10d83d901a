-- PostGraphile has no text search; a function in the database is how its users add one. This one is the portal's own
-- condition, written so that PostgreSQL inlines it, works the word out once instead of row by row, and plans by the
-- index whatever the word; PostGraphile may filter and order its rows.
CREATE FUNCTION search_facilities(word text) RETURNS SETOF facility
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT * FROM facility
  WHERE grams(search_text) @> (SELECT query_grams(search_key(word)))
    AND search_text LIKE (SELECT '%' || search_key(word) || '%')
$$;
COMMENT ON FUNCTION search_facilities IS E'@behavior +filter +order';

-- To PostGraphile these would be fields of the same name as the columns they fill.
COMMENT ON FUNCTION corporation_search_text IS E'@behavior -*';
COMMENT ON FUNCTION facility_search_text IS E'@behavior -*';
COMMENT ON FUNCTION shelter_search_text IS E'@behavior -*';
