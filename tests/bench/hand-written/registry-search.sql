-- $1: the word, folded as search texts are; $2: municipality or null
WITH hit AS MATERIALIZED (
  SELECT id, kana FROM facility
  WHERE grams(search_text) @> query_grams($1) AND search_text LIKE '%' || $1 || '%'
    AND ($2::text IS NULL OR municipality_code = $2)
), page AS MATERIALIZED (
  SELECT id, kana, row_number() OVER (ORDER BY kana, id) AS place FROM hit ORDER BY kana, id LIMIT 21
)
SELECT json_build_object('facilities', json_build_object(
  'totalCount', (SELECT count(*) FROM hit),
  'pageInfo', json_build_object(
    'hasNextPage', (SELECT count(*) > 20 FROM page),
    'endCursor', (SELECT id::text FROM page WHERE place <= 20 ORDER BY place DESC LIMIT 1)),
  'edges', (
    SELECT coalesce(json_agg(json_build_object('node', json_build_object(
      'id', f.id, 'name', f.name, 'kana', f.kana, 'address', f.address, 'phone', f.phone, 'capacity', f.capacity,
      'confirmedAt', f.confirmed_at,
      'municipality', json_build_object('name', m.name),
      'mainServiceKind', CASE WHEN k.id IS NOT NULL THEN json_build_object('shortName', k.short_name) END,
      'corporation', CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.name) END
    )) ORDER BY page.place), '[]')
    FROM page
    JOIN facility AS f ON f.id = page.id
    JOIN municipality AS m ON m.code = f.municipality_code
    LEFT JOIN service_kind AS k ON k.id = f.main_service_kind_id
    LEFT JOIN corporation AS c ON c.id = f.corporation_id
    WHERE page.place <= 20)))::text
