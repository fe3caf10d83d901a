-- $1: the corporation
SELECT json_build_object('corporation', (
  SELECT json_build_object(
    'id', c.id, 'name', c.name, 'kana', c.kana, 'kind', c.kind, 'seatAddress', c.seat_address, 'phone', c.phone,
    'url', c.url,
    'seatMunicipality', CASE WHEN s.code IS NOT NULL
      THEN json_build_object('name', s.name, 'prefecture', s.prefecture) END,
    'facilities', json_build_object(
      'totalCount', (SELECT count(*) FROM facility WHERE corporation_id = c.id),
      'edges', (
        SELECT coalesce(json_agg(json_build_object('node', json_build_object(
          'id', f.id, 'name', f.name, 'address', f.address, 'phone', f.phone, 'capacity', f.capacity,
          'confirmedAt', f.confirmed_at,
          'municipality', json_build_object('name', f.municipality),
          'offices', json_build_object('edges', (
            SELECT coalesce(json_agg(json_build_object('node', json_build_object(
              'id', o.id, 'name', o.name, 'capacity', o.capacity,
              'serviceKind', json_build_object('shortName', o.short_name)))), '[]')
            FROM (
              SELECT o.id, o.name, o.capacity, k.short_name
              FROM service_office AS o JOIN service_kind AS k ON k.id = o.service_kind_id
              WHERE o.facility_id = f.id ORDER BY o.name, o.id LIMIT 20) AS o)),
          'shelters', json_build_object('edges', (
            SELECT coalesce(json_agg(json_build_object('node', json_build_object(
              'id', h.id, 'name', h.name, 'kind', h.kind, 'welfare', h.welfare))), '[]')
            FROM (
              SELECT id, name, kind, welfare FROM shelter
              WHERE facility_id = f.id ORDER BY name, id LIMIT 10) AS h))
        ))), '[]')
        FROM (
          SELECT f.id, f.name, f.address, f.phone, f.capacity, f.confirmed_at, m.name AS municipality
          FROM facility AS f JOIN municipality AS m ON m.code = f.municipality_code
          WHERE f.corporation_id = c.id ORDER BY f.kana, f.id LIMIT 50) AS f)))
  FROM corporation AS c LEFT JOIN municipality AS s ON s.code = c.seat_municipality_code
  WHERE c.id = $1::uuid))::text
