const id = (number: number) => `'00000000-0000-7000-8000-${String(number).padStart(12, '0')}'`

const [invented, real, home, realHome, office, network] = [1, 2, 3, 4, 5, 6].map(id)
const [partner, tie] = [40, 41].map(id)
const [person, successor, role, given, handover, event, kind, act] = [11, 12, 13, 14, 15, 16, 17, 18].map(id)

const [rules, meeting, voter, decision, later, signed] = [40, 41, 42, 43, 44, 45].map(id)

/** A small, sound set of records: one sample network beside one real corporation. */
export const sound = `
  insert into municipality values ('062014', '山形市', '山形県');
  insert into data_source (id, key, title, issuer, licence, as_of, content_hash, row_count, imported_at)
    values (${id(20)}, 'k', 't', 'i', 'l', '2026-01-01', '', 1, now());
  insert into service_kind values (${kind}, 'KAIGO', '510', '特養', '特養', 's', true, '2000-01-01', null, 1, now());
  insert into corporation (id, name, kind, sample, updated_at) values (${invented}, '見本会', 'GENERAL', true, now());
  insert into corporation (id, name, kind, sample, updated_at) values (${partner}, '見本二会', 'GENERAL', true, now());
  insert into corporation (id, name, kind, corporate_number, data_source_id, updated_at)
    values (${real}, '実在会', 'GENERAL', '7390005000000', ${id(20)}, now());
  insert into facility (id, corporation_id, name, address, municipality_code, sample, updated_at) values
    (${home}, ${invented}, '見本園', 'x', '062014', true, now()), (${realHome}, ${real}, '実在園', 'x', '062014', false, now());
  insert into service_office (id, facility_id, service_kind_id, name, sample, updated_at)
    values (${office}, ${home}, ${kind}, '見本所', true, now());
  insert into platform (id, name, kind, sample, updated_at) values (${network}, '見本網', 'OTHER', true, now());
  insert into platform_membership (platform_id, corporation_id, starts_on, updated_at)
    values (${network}, ${invented}, '2026-04-01', now());
  insert into collaboration_tie (id, stage, status, subject, valid_from, proposed_by_id, agreed_at, updated_at)
    values (${tie}, 'VOLUNTARY', 'STANDING', '勉強会', '2026-04-01', ${invented}, now(), now());
  insert into collaboration_tie_party (tie_id, corporation_id, role, position, answer, answered_at) values
    (${tie}, ${invented}, 'EQUAL', 0, 'AGREED', now()), (${tie}, ${partner}, 'EQUAL', 1, 'AGREED', now());
  insert into collaboration_tie_papers (tie_id, stage, terms) values (${tie}, 'VOLUNTARY', '{"theme": "t"}');
  insert into app_user (id, name, email, sample, updated_at) values
    (${person}, '見本 花子', 'a@example.jp', true, now()), (${successor}, '見本 太郎', 'b@example.jp', true, now());
  insert into role_assignment (id, user_id, role, facility_id, starts_on, updated_at)
    values (${role}, ${person}, 'FACILITY_DIRECTOR', ${home}, '2026-04-01', now());
  insert into role_handover (id, from_user_id, to_user_id, on_date, planned_by_user_id, updated_at)
    values (${handover}, ${person}, ${successor}, '2027-04-01', ${person}, now());
  insert into handover_item (handover_id, role_assignment_id) values (${handover}, ${role});
  select append_ledger('{"at":"2026-04-01T00:00:00Z","actingRoles":[],"audience":[],"command":"one","input":{"a":1}}', '[]');
  select append_ledger('{"at":"2026-04-02T00:00:00Z","actingRoles":[],"audience":[],"command":"two","input":{"a":2}}',
    '[{"name":"registry.X.v1","payload":{},"audience":[],"entities":[]},{"name":"registry.Y.v1","payload":{},"audience":[],"entities":[]}]');
  update event_log set id = ${event} where seq = 1;
  insert into notification (user_id, event_id, kind, params, link) values (${person}, ${event}, 'k', '{}', '/home');
  insert into mail_message (key, to_address, subject, body, sent_at) values ('k', 'a@example.jp', 's', '', now());
  insert into facility_confirmation (facility_id, block, confirmed_at, confirmed_by_user_id, confirmed_by_role)
    select ${home}, block, '2026-04-01', ${person}, 'FACILITY_DIRECTOR' from unnest(enum_range(null::facility_block)) as block;
  update facility set confirmed_at = '2026-04-01' where id = ${home};
  update corporation as c set search_text = corporation_search_text(c);
  update facility as f set search_text = facility_search_text(f);
  update corporation set authority_because = 'SEAT_UNKNOWN';
  insert into change_act (id, at) values (${act}, now());
  insert into registry_revision (record, record_id, act_id, kind, content, valid_from)
    select 'CORPORATION'::registry_record, id, ${act}::uuid, 'CREATED'::revision_kind, revision_content(to_jsonb(t)), now() from corporation as t
    union all select 'FACILITY', id, ${act}, 'CREATED', revision_content(to_jsonb(t)), now() from facility as t
    union all select 'SERVICE_OFFICE', id, ${act}, 'CREATED', revision_content(to_jsonb(t)), now() from service_office as t;
  insert into rulebook_version (id, platform_id, number, effective_on, adopted_on, rules, articles, updated_at)
    values (${rules}, ${network}, 1, '2026-04-01', '2026-04-01', '{}', '[]', now());
  insert into meeting (id, platform_id, organ, title, fiscal_year, starts_at, answer_by, record_on, updated_at)
    values (${meeting}, ${network}, 'GENERAL_MEETING', '見本総会', 2026, '2026-06-01', '2026-05-31', '2026-06-01', now());
  insert into meeting_voter (id, meeting_id, position, corporation_id, name, updated_at)
    values (${voter}, ${meeting}, 1, ${invented}, '見本会', now());
  insert into agenda_item (id, meeting_id, position, kind, title, resolution_kind, updated_at) values
    (${id(25)}, ${meeting}, 1, 'RESOLUTION', '議案', 'ORDINARY', now()), (${id(26)}, ${meeting}, 2, 'RESOLUTION', '議案', 'ORDINARY', now());
  insert into decision (id, platform_id, organ, meeting_id, item_id, fiscal_year, number, title, text, outcome,
      rulebook_version_id, resolution_kind, vote, verdict, decided_at, effective_on, superseded_by_id, updated_at) values
    (${decision}, ${network}, 'GENERAL_MEETING', ${meeting}, ${id(25)}, 2026, 1, '議案', '', 'CARRIED', ${rules}, 'ORDINARY',
      '{}', '{"outcome":"CARRIED"}', '2026-06-01', '2026-06-01', ${later}, now()),
    (${later}, ${network}, 'GENERAL_MEETING', ${meeting}, ${id(26)}, 2026, 2, '議案', '', 'CARRIED', ${rules}, 'ORDINARY',
      '{}', '{"outcome":"CARRIED"}', '2026-06-02', '2026-06-02', null, now());
  insert into minutes (id, meeting_id, state, content_hash, locked_at, updated_at)
    values (${signed}, ${meeting}, 'LOCKED', 'h', now(), now());
  insert into document (id, platform_id, title, kind, retain_from, source, latest_number, latest_at, updated_at)
    values (${id(41)}, ${network}, '議事録', 'MINUTES', '2026-06-01', 'meetings', 1, now(), now());
  insert into document_version (document_id, number, file_name, size, content_hash, media_type, added_at, received_at)
    values (${id(41)}, 1, '議事録.pdf', 1, 'h', 'application/pdf', now(), now());
  insert into minutes_file (minutes_id, document_id, content_hash, filed_at) values (${signed}, ${id(41)}, 'h', now());
  insert into minutes_signer (minutes_id, voter_id, role, signed_name, signed_at, content_hash)
    values (${signed}, ${voter}, 'CHAIR', '見本 花子', now(), 'h');
`

const giveRole = (columns: string, values: string) =>
  `insert into role_assignment (id, updated_at, starts_on, ${columns}) values (${given}, now(), '2026-04-01', ${values})`
const entrust = (columns: string, values: string) => `insert into mandate
  (id, corporation_id, holder_platform_id, permission, starts_on, granted_by_user_id, created_at, updated_at, ${columns})
  values (${id(40)}, ${invented}, ${network}, 'CONFIRM_FACTS', '2026-01-01', ${person}, '2026-01-01', now(), ${values})`
const complete = (newRole: string) =>
  `update role_handover set status = 'DONE'; update handover_item set new_assignment_id = ${newRole}`

/** A message of the 気象庁, and what follows it. */
const message = (values: string, then = '') => `
  insert into alert_message (id, content_hash, raw_text, exact, channel, received_at, reading, kind, status, info_type,
      standing, chain_key, updated_at)
    values (${id(91)}, 'm', 'x', true, 'UPLOAD', now(), 'READ', 'TSUNAMI', ${values}, 'c', now());
  ${then}`
const question = (values: string) => `
  insert into alert_suggestion (message_id, platform_id, chain_key, hazard, signal, rank, suggested_at, updated_at, state, drill, event_id)
    values (${id(91)}, ${network}, 'c', 'TSUNAMI', 'TSUNAMI', 1, now(), now(), ${values})`

/** For each claim of prisma/checks one way to break it. */
export const breaks: Readonly<Record<string, string>> = {
  // alerts
  "What was opened because of a drill's message is a drill, and the other way round, in the network that was asked.":
    message(
      `'DRILL', 'ISSUED', 'CURRENT'`,
      `insert into disaster_event (id, platform_id, name, hazard, started_at, first_report_minutes, report_every_minutes,
          presumed_serious_minutes, buddy_minutes, council_minutes, opened_at, updated_at)
        values (${id(92)}, ${network}, '見本', 'TSUNAMI', now(), 1, 1, 1, 1, 1, now(), now());
      ${question(`'CONFIRMED', true, ${id(92)}`)}`,
    ),
  'A message of a drill or a test suggests nothing but a drill.': message(
    `'DRILL', 'ISSUED', 'CURRENT'`,
    question(`'OPEN', false, null`),
  ),
  'Nobody is asked about what was cancelled.': message(
    `'NORMAL', 'CANCELLED', 'CANCELLED'`,
    question(`'OPEN', false, null`),
  ),
  'Of the messages about one thing, one is current.': message(
    `'NORMAL', 'ISSUED', 'CURRENT'`,
    `insert into alert_message (content_hash, raw_text, exact, channel, received_at, reading, kind, status, info_type, chain_key, updated_at)
      values ('n', 'y', true, 'UPLOAD', now(), 'READ', 'TSUNAMI', 'NORMAL', 'ISSUED', 'c', now())`,
  ),
  // mutualaid
  'What lies in a lot is what came and went.': `insert into stock_lot (facility_id, item_id, quantity, counted_at, updated_at)
    select ${home}, id, 5, now(), now() from stock_item where code = 'WATER'`,
  'What of a lot is promised is what offers hold of it.': `insert into stock_lot (facility_id, item_id, reserved, counted_at, updated_at)
    select ${home}, id, 1, now(), now() from stock_item where code = 'WATER'`,
  'What of a request is promised is what accepted offers answer of it.': `
    insert into disaster_event (id, platform_id, name, hazard, started_at, first_report_minutes, report_every_minutes,
        presumed_serious_minutes, buddy_minutes, council_minutes, opened_at, updated_at)
      values (${id(90)}, ${network}, '見本', 'FLOOD', now(), 1, 1, 1, 1, 1, now(), now());
    insert into aid_request (event_id, kind, item_id, quantity, promised, needed_by, requested_at, updated_at)
      select ${id(90)}, 'GOODS', id, 5, 2, now(), now(), now() from stock_item where code = 'WATER'`,
  // kernel
  'The audit chain has no gap.': 'update audit_entry set seq = 5 where seq = 2',
  'Every audit entry carries the hash of the one before it.': `update audit_entry set prev_hash = 'x' where seq = 2`,
  'Every audit entry has the hash of its own contents.': `update audit_entry set command = 'three' where seq = 1`,
  'What an audit entry says was asked is what was asked.': `update audit_entry set input = '{"a":3}' where seq = 2`,
  'An erased input took its salt with it.': 'update audit_entry set input = null where seq = 2',
  'Every person in the audit is known.': `update audit_entry set actor_user_id = ${id(99)} where seq = 2`,
  'Who acts for a body is named in its audit entry together with the roles that counted.': `update audit_entry set acting_key = 'FACILITY:1' where seq = 2`,
  'The log of events has no gap.': 'delete from event_log where seq = 1',
  'Every event belongs to the act that announced it, and happened with it.':
    'update event_log set audit_seq = 1 where seq = 1',
  'The ends of the audit chain and of the event log are where the ledger says.':
    'delete from event_log where seq = 2',
  'Whatever was asked with an idempotency key and committed has its answer kept.': `insert into idempotency_key values ('user:1', 'k', 'c', '', 'null')`,

  // identity
  'A hand-over that is done has given every role to the successor.': `update role_handover set status = 'DONE'`,
  'A hand-over that is not done has given none.': `update handover_item set new_assignment_id = ${role}`,
  "A successor's role belongs to the successor and begins on the day or before.": complete(role ?? ''),
  'A role is in one planned hand-over at most.': `
    insert into role_handover (id, from_user_id, to_user_id, on_date, planned_by_user_id, updated_at)
      values (${id(30)}, ${person}, ${successor}, '2027-04-01', ${person}, now());
    insert into handover_item (handover_id, role_assignment_id) values (${id(30)}, ${role})`,
  'A session that counts as one with a second factor belongs to somebody who has one.': `insert into auth_session
    (token, user_id, expires_at, second_factor, updated_at) values ('t', ${person}, now(), true, now())`,
  'An auditor reads for at most a year.': giveRole(
    'user_id, role, platform_id, ends_on',
    `${person}, 'PLATFORM_AUDITOR', ${network}, '2027-04-01'`,
  ),
  'Nobody holds the same role on the same body twice at once.': giveRole(
    'user_id, role, facility_id',
    `${person}, 'FACILITY_DIRECTOR', ${home}`,
  ),
  'A role stands on exactly the kind of body it belongs to.': giveRole(
    'user_id, role, corporation_id',
    `${person}, 'FACILITY_STAFF', ${invented}`,
  ),
  "A successor's role is the leaver's role on the leaver's body.": `
    ${giveRole('user_id, role, facility_id', `${successor}, 'FACILITY_STAFF', ${home}`)}; ${complete(given ?? '')}`,
  'An accepted invitation names who accepted it, and was not withdrawn.': `insert into invitation
    (email, name, role, facility_id, starts_on, token_hash, expires_at, invited_by_user_id, accepted_at, updated_at)
    values ('e', 'n', 'FACILITY_STAFF', ${home}, now(), '', now(), ${person}, now(), now())`,
  'Who accepted an invitation got its role.': `insert into invitation
    (email, name, role, facility_id, starts_on, token_hash, expires_at, invited_by_user_id, accepted_at, accepted_by_user_id, updated_at)
    values ('e', 'n', 'FACILITY_STAFF', ${home}, now(), '', now(), ${person}, now(), ${person}, now())`,
  'A token ends, and says what it may do.': `insert into api_token
    (user_id, name, prefix, token_hash, acting_key, scopes, expires_at, updated_at)
    values (${person}, 'n', 'p', sha256('x'), 'FACILITY:1', '{}', now() + interval '1 day', now())`,
  'Invented people are marked.': `update app_user set name = '花子' where id = ${person}`,
  'Invented people act for invented bodies only.': giveRole(
    'user_id, role, corporation_id',
    `${person}, 'CORPORATION_ADMIN', ${real}`,
  ),

  // collaboration
  'A tie has at least two parties, and its terms.': `delete from collaboration_tie_party where corporation_id = ${partner}`,
  'A tie that a corporation proposed stands only if every party has agreed.': `update collaboration_tie_party set answer = 'WAITING', answered_at = null`,
  'What a party objects to is not shown to the network.': `update collaboration_tie_party set answer = 'OBJECTED', objection = 'x'`,
  'Invented corporations have ties with invented ones only.': `update collaboration_tie_party set corporation_id = ${real} where corporation_id = ${partner}`,

  // notifications
  'An event tells a person once per kind.':
    'insert into notification (user_id, event_id, kind, params, link) select user_id, event_id, kind, params, link from notification',
  'Every notification tells of an event that happened.': `update notification set event_id = ${id(99)}`,
  'A notification leads to a page of the portal.': `update notification set link = '//elsewhere.example'`,
  'The text of a mail that was sent is erased: it may have held a secret link.': `update mail_message set body = 'secret'`,

  // platforms
  'A corporation is a member of a network once at a time.': `insert into platform_membership
    (platform_id, corporation_id, starts_on, updated_at) values (${network}, ${invented}, '2027-04-01', now())`,
  'Invented networks have invented members only, and real networks real ones.': `insert into platform_membership
    (platform_id, corporation_id, starts_on, updated_at) values (${network}, ${real}, '2027-04-01', now())`,
  'Invented networks are marked.': `update platform set name = '網'`,

  // registry
  'A 法人番号 has its check digit.': `update corporation set corporate_number = '1390005000000' where not sample`,
  'Invented corporations are marked and have no 法人番号.': `update corporation set name = '会' where sample`,
  'Invented facilities belong to invented corporations, and real ones to real ones.': `update facility set corporation_id = ${real} where sample`,
  'Invented offices stand at invented facilities, and real ones at real ones.': `update service_office set facility_id = ${realHome}`,
  'Invented shelters are matched with invented facilities, and real ones with real ones.': `insert into shelter
    (kind, source_key, name, address, municipality_code, hazards, facility_id, match_reason, data_source_id, updated_at)
    values ('EMERGENCY_SITE', 'k', 'n', 'a', '062014', '{}', ${home}, 'r', ${id(20)}, now())`,
  'Real offices and shelters name the published file they came from.': `insert into shelter
    (kind, source_key, name, address, municipality_code, hazards, updated_at)
    values ('EMERGENCY_SITE', 'k', 'n', 'a', '062014', '{}', now())`,
  'Invented things come from no published file.': `update facility set data_source_id = ${id(20)} where sample`,
  'A facility is as fresh as its stalest block, and unconfirmed while any block was never confirmed.': `delete from facility_confirmation where block = 'BASIC'`,
  'No capacity is zero: blank and 0 in published files mean that nothing was given.':
    'update facility set capacity = 0 where sample',
  "The history ends with what stands: one open revision of every record, with the record's own content.":
    'delete from registry_revision where record_id = ' + home,
  'A corporation is as fresh as its stalest block, and unconfirmed while any block was never confirmed.':
    'update corporation set confirmed_at = now() where sample',
  'Everything is found by what it is called now.': `update facility set name = '見本新園' where sample`,
  'The derived 所轄庁 is what seat and area of work say now, and holds unless a person corrected it.': `update corporation
    set seat_municipality_code = '062014' where sample`,
  'A succession that is done has ended its corporation as it says, and only then.': `insert into corporation_succession
    (kind, corporation_id, on_date, status, reason, recorded_by_user_id, updated_at)
    values ('DISSOLUTION', ${invented}, '2026-04-01', 'DONE', 'r', ${person}, now())`,
  'What became of a corporation that has ended leaves nothing of it at work.': `insert into corporation_succession
    (kind, corporation_id, on_date, status, reason, recorded_by_user_id, updated_at)
    values ('DISSOLUTION', ${invented}, '2026-04-01', 'DONE', 'r', ${person}, now())`,
  'Whoever confirms on behalf of a corporation was entrusted with it, and did so while it was.': `${entrust('ended_at, ended_because', "'2026-03-01', 'MEMBERSHIP_ENDED'")};
    update facility_confirmation set mandate_id = ${id(40)}`,
  'Nothing is entrusted by or to a corporation that has ended by a merger or dissolution.': `${entrust('note', 'null')};
    insert into corporation_succession (kind, corporation_id, on_date, status, reason, recorded_by_user_id, updated_at)
    values ('DISSOLUTION', ${invented}, '2026-04-01', 'DONE', 'r', ${person}, now())`,

  // meetings
  'The outcome of a decision is that of its verdict.': `update decision set outcome = 'REJECTED' where id = ${later}`,
  'The numbers of a register have no gaps.': `update decision set number = 3 where id = ${later}`,
  'A decision was made by a meeting of its own network.': `update meeting set fiscal_year = 2025`,
  'A decision is replaced by a later, carried one of its own network.': `update decision set decided_at = '2026-05-01' where id = ${later}`,
  'Locked minutes are signed by all who have to, and with what stands in them.': `update minutes_signer set content_hash = 'x'`,
  'The paper of minutes on the shelf is of their network, and its bytes are those whose hash stands beside the minutes.': `update document_version set content_hash = 'x'`,
  'Who signs minutes is a voter of their meeting.': `update meeting_voter set meeting_id = ${id(99)}`,
}
