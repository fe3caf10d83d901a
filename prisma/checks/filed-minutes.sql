-- Each statement must return no rows on any database that is in use. The comment above it says what then holds.

-- The paper of minutes on the shelf is of their network, and its bytes are those whose hash stands beside the minutes.
SELECT file.id FROM minutes_file AS file
JOIN minutes ON minutes.id = file.minutes_id
JOIN meeting ON meeting.id = minutes.meeting_id
JOIN document ON document.id = file.document_id
LEFT JOIN document_version AS version ON version.document_id = document.id AND version.number = 1
WHERE document.platform_id <> meeting.platform_id OR document.source IS DISTINCT FROM 'meetings'
   OR version.content_hash IS DISTINCT FROM file.content_hash;
