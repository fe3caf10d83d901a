-- Meetings that were called before they were put into the calendar of their network by themselves. The link holds the Relay id
-- of the meeting: base64url of Meeting:<key>, without filling.
INSERT INTO calendar_entry (
  platform_id, source, source_key, kind, title, place, link, starts_on, ends_on, start_minute, end_minute, cancelled_at, updated_at)
SELECT platform_id, 'meetings', id::text, (CASE form WHEN 'ASSEMBLY' THEN 'MEETING' ELSE 'DEADLINE' END)::calendar_kind, title,
  nullif(place, ''),
  '/network/meetings/' || rtrim(translate(replace(encode(convert_to('Meeting:' || id, 'UTF8'), 'base64'), E'\n', ''), '+/', '-_'), '='),
  first::date, last::date,
  CASE form WHEN 'ASSEMBLY' THEN (EXTRACT(hour FROM first) * 60 + EXTRACT(minute FROM first))::int END,
  CASE form WHEN 'ASSEMBLY' THEN (EXTRACT(hour FROM last) * 60 + EXTRACT(minute FROM last))::int END,
  cancelled_at, now()
FROM meeting CROSS JOIN LATERAL (
  SELECT CASE form WHEN 'ASSEMBLY' THEN starts_at ELSE answer_by END AT TIME ZONE 'Asia/Tokyo' AS first,
    CASE WHEN form <> 'ASSEMBLY' THEN answer_by WHEN ends_at > starts_at THEN ends_at ELSE starts_at + interval '1 hour' END
      AT TIME ZONE 'Asia/Tokyo' AS last
) AS times
WHERE notice_sent_at IS NOT NULL
ON CONFLICT (source, source_key) DO NOTHING;
