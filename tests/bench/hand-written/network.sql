-- $1: the network; $2: the networks the asker belongs to; $3: today
SELECT json_build_object('platform', (
  SELECT json_build_object(
    'id', p.id, 'name', p.name,
    'memberships', json_build_object(
      'totalCount', (
        SELECT count(*) FROM platform_membership
        WHERE platform_id = p.id AND starts_on <= $3::date AND (ends_on IS NULL OR ends_on >= $3::date)),
      'edges', (
        SELECT coalesce(json_agg(json_build_object('node', json_build_object('corporation', json_build_object(
          'id', c.id, 'name', c.name,
          'facilities', json_build_object(
            'totalCount', (SELECT count(*) FROM facility WHERE corporation_id = c.id),
            'edges', (
              SELECT coalesce(json_agg(json_build_object('node', json_build_object(
                'id', f.id, 'name', f.name, 'phone', f.phone,
                'offices', json_build_object('edges', (
                  SELECT coalesce(json_agg(json_build_object('node', json_build_object(
                    'id', o.id, 'name', o.name, 'serviceKind', json_build_object('shortName', o.short_name)))), '[]')
                  FROM (
                    SELECT o.id, o.name, k.short_name
                    FROM service_office AS o JOIN service_kind AS k ON k.id = o.service_kind_id
                    WHERE o.facility_id = f.id ORDER BY o.name, o.id LIMIT 10) AS o))
              ))), '[]')
              FROM (
                SELECT id, name, phone FROM facility
                WHERE corporation_id = c.id ORDER BY kana, id LIMIT 10) AS f))
        )))), '[]')
        FROM (
          SELECT c.id, c.name
          FROM platform_membership AS o JOIN corporation AS c ON c.id = o.corporation_id
          WHERE o.platform_id = p.id AND o.starts_on <= $3::date AND (o.ends_on IS NULL OR o.ends_on >= $3::date)
          ORDER BY o.position, o.id LIMIT 50) AS c)))
  FROM platform AS p WHERE p.id = $1::uuid AND p.id = ANY ($2::uuid[])))::text
