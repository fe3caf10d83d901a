import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import { actsAs, type Viewer } from '../../../kernel/viewer.ts'
import {
  foresee,
  judge,
  organRule,
  resolutionRule,
  storedRules,
  type Choice,
  type Outcome,
  type OrganRule,
  type Standing,
  type Vote,
  type VoteVerdict,
} from '../../rulebooks/public.ts'
import { corporationSpokenFor, mayRun } from '../policy/meetings.ts'
import type { ItemState } from '../rules/agenda.ts'
import { asAnswered, standingOf, voteOn, type RollLine } from '../rules/standing.ts'

/** A threshold held against the figures, as the screen shows it. */
export interface RoomThreshold {
  readonly clause: string
  readonly unit: 'VOTERS' | 'VOTES'
  readonly base: 'ALL' | 'PRESENT' | 'CAST'
  readonly reach: 'MORE_THAN' | 'AT_LEAST'
  readonly numerator: number
  readonly denominator: number
  readonly total: number
  readonly needed: number
  readonly have: number
  readonly met: boolean
  readonly spare: number
}

export interface RoomItem {
  readonly itemId: string
  readonly entitled: number
  readonly present: number
  readonly quorumMet: boolean
  readonly quorum: readonly RoomThreshold[]
  readonly majority: readonly RoomThreshold[] | null
  /** Voters whose vote counts now, and how many of them have voted. */
  readonly takingPart: number
  readonly voted: number
  readonly votedIds: readonly string[]
  readonly missingIds: readonly string[]
  readonly decisiveIds: readonly string[] | null
  readonly settled: 'CARRIED' | 'FAILED' | null
  readonly inFavour: number | null
  readonly against: number | null
  readonly abstaining: number | null
  readonly tie: boolean | null
  /** The rule it is decided by. */
  readonly rule: string
  readonly clause: string
  /** Voters that count towards the quorum. */
  readonly presentIds: readonly string[]
  readonly outcome: Exclude<Outcome, 'TIED'> | null
  readonly forIds: readonly string[] | null
  readonly againstIds: readonly string[] | null
  readonly abstainingIds: readonly string[] | null
}

export interface RoomVoter {
  readonly voterId: string
  readonly corporationId: string | null
  readonly position: number
  readonly name: string
  readonly votes: number
  readonly suspended: boolean
  readonly standing: Standing
  readonly answer: RollLine['answer']
  readonly proxyHolderId: string | null
  readonly since: Date | null
  readonly mine: boolean
  readonly mineByProxy: boolean
}

export interface MeetingRoom {
  readonly meetingId: string
  readonly readAt: Date
  readonly ballotsHidden: boolean
  readonly viewerRuns: boolean
  readonly chairVoterId: string | null
  readonly answers: readonly NonNullable<RollLine['answer']>[]
  readonly ballotsClause: string
  readonly conflictClause: string
  readonly excludesConflicts: boolean
  readonly voters: readonly RoomVoter[]
  readonly items: readonly RoomItem[]
}

interface VoterRow extends RollLine {
  readonly corporationId: string | null
  readonly officerUserId: string | null
  readonly position: number
  readonly name: string
  readonly presenceSince: string | null
}

interface ItemRow {
  readonly id: string
  readonly state: ItemState
  readonly resolutionKind: string | null
  readonly chairDecision: Vote['chairDecision']
  readonly excludedIds: readonly string[]
  readonly ballots: readonly (readonly [voterId: string, choice: Choice])[]
  /** The vote as it stands in the register; null while it is not decided. */
  readonly decided: Vote | null
}

interface RoomRow extends Record<string, unknown> {
  readonly id: string
  readonly platformId: string
  readonly organ: OrganRule['organ']
  readonly form: 'ASSEMBLY' | 'WRITTEN' | 'OMISSION'
  readonly state: 'DRAFT' | 'NOTICED' | 'OPEN' | 'CLOSED' | 'CANCELLED'
  readonly ballotsHidden: boolean
  readonly chairVoterId: string | null
  readonly objected: boolean
  readonly inTime: boolean
  readonly rules: unknown
  readonly voters: readonly VoterRow[]
  readonly items: readonly ItemRow[]
}

// $2 networks the asker belongs to, $3 the one whose officer it is, $4 the operator, $5 now, $6 the day: who spoke for an office that has
// ended speaks for it no more.
const STATEMENT = `
  SELECT m.id, m.platform_id AS "platformId", m.organ, m.form, m.state, m.ballots_hidden AS "ballotsHidden",
    m.chair_voter_id AS "chairVoterId", m.auditor_objected_at IS NOT NULL AS objected,
    $5::timestamptz < m.answer_by AS "inTime", r.rules,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'id', v.id, 'corporationId', v.corporation_id, 'officerUserId',
        CASE WHEN o.ends_on < $6::date THEN NULL ELSE o.user_id END, 'position', v.position,
        'name', v.name, 'votes', v.votes, 'suspended', v.suspended, 'answer', v.answer,
        'proxyHolderId', v.proxy_holder_id, 'presence', v.presence, 'presenceSince', v.presence_since
      ) ORDER BY v.position, v.id)
      FROM meeting_voter v LEFT JOIN platform_officer o ON o.id = v.officer_id WHERE v.meeting_id = m.id
    ), '[]') AS voters,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'id', i.id, 'state', i.state, 'resolutionKind', i.resolution_kind, 'chairDecision', i.chair_decision,
        'excludedIds', coalesce((
          SELECT jsonb_agg(x.voter_id) FROM item_exclusion x WHERE x.item_id = i.id AND x.accepted_at IS NOT NULL
        ), '[]'),
        'ballots', coalesce((
          SELECT jsonb_agg(jsonb_build_array(b.voter_id, b.choice)) FROM ballot b WHERE b.item_id = i.id
        ), '[]'),
        'decided', (SELECT d.vote FROM decision d WHERE d.item_id = i.id)
      ) ORDER BY i.position, i.id)
      FROM agenda_item i WHERE i.meeting_id = m.id AND i.kind = 'RESOLUTION'
    ), '[]') AS items
  FROM meeting m JOIN rulebook_version r ON r.id = m.rulebook_version_id
  WHERE m.id = $1::uuid AND ($4 OR m.platform_id = $3::uuid
    OR (m.platform_id = ANY ($2::uuid[]) AND m.notice_sent_at IS NOT NULL))`

/**
 * A called meeting as the room sees it: who is there, and for each resolution whether there is a quorum, who has voted and
 * what is missing. Who voted how, and what that already decides, stays hidden until the close where the rulebook says so.
 */
export async function meetingRoom(
  sql: Sql,
  viewer: Viewer,
  meetingId: string,
  now: Date,
): Promise<MeetingRoom | null> {
  const officerOf = actsAs(viewer, 'PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR', 'PLATFORM_AUDITOR')
    ? (viewer.acting?.platformId ?? null)
    : null
  const [row] = await sql<RoomRow>(STATEMENT, [
    meetingId,
    viewer.platformIds,
    officerOf,
    actsAs(viewer, 'SYSTEM_OPERATOR'),
    now,
    viewer.today,
  ])
  const rule = row && organRule(storedRules(row.rules), row.organ)
  if (!row || !rule) return null
  return {
    meetingId: globalId('Meeting', row.id),
    readAt: now,
    ballotsHidden: row.ballotsHidden,
    viewerRuns: mayRun(viewer, row),
    chairVoterId: row.chairVoterId && globalId('MeetingVoter', row.chairVoterId),
    answers: [
      'ON_SITE',
      'ONLINE',
      ...(rule.proxy.allowed ? (['PROXY'] as const) : []),
      ...(rule.written.allowed ? (['WRITTEN'] as const) : []),
      'ABSENT',
    ],
    ballotsClause: rule.ballotsHiddenUntilClose.clause,
    conflictClause: rule.conflict.clause,
    excludesConflicts: rule.conflict.excludes !== 'NOBODY',
    voters: row.voters.map((line) => roomVoter(row, line, viewer)),
    items: row.items.map((item) => roomItem(row, rule, item)),
  }
}

function roomVoter(row: RoomRow, line: VoterRow, viewer: Viewer): RoomVoter {
  const { id, corporationId, position, name, votes, suspended, answer, proxyHolderId, presenceSince } = line
  const holderId = answer === 'PROXY' ? (proxyHolderId ?? row.chairVoterId) : null
  const holder = holderId === null ? undefined : row.voters.find((other) => other.id === holderId)
  return {
    voterId: globalId('MeetingVoter', id),
    corporationId: corporationId && globalId('Corporation', corporationId),
    position,
    name,
    votes,
    suspended,
    standing: standingOf(line, row.form),
    answer,
    proxyHolderId: proxyHolderId && globalId('MeetingVoter', proxyHolderId),
    since: presenceSince === null ? null : new Date(presenceSince),
    mine: isMine(line, viewer),
    mineByProxy: holder !== undefined && line.presence === null && isMine(holder, viewer),
  }
}

function isMine({ corporationId, officerUserId }: VoterRow, viewer: Viewer): boolean {
  if (officerUserId !== null) return officerUserId === viewer.userId
  return corporationId !== null && corporationId === corporationSpokenFor(viewer)
}

function roomItem(row: RoomRow, rule: OrganRule, item: ItemRow): RoomItem {
  // Before the opening the quorum is what the answers promise.
  const roll = row.state === 'NOTICED' ? asAnswered(row.voters) : row.voters
  // Who comes or leaves after the close changes nothing in what was decided.
  const vote =
    item.decided ??
    voteOn(row.form, roll, row.chairVoterId, {
      excludedIds: new Set(item.excludedIds),
      choices: new Map(item.ballots),
      chairDecision: item.chairDecision,
    })
  const resolution = resolutionRule(rule, item.resolutionKind ?? '')
  if (!resolution)
    throw new Error(`Item ${item.id} was called by a kind of resolution that its rulebook lacks.`)
  const verdict = judge(row.form, rule, resolution, vote, row.objected)
  const forecast = foresee(row.form, rule, resolution, vote, row.inTime)
  if (!verdict || !forecast) throw new Error(`Item ${item.id} is decided in a form that its rulebook lacks.`)
  const voters = (ids: readonly string[]) => ids.map((id) => globalId('MeetingVoter', id))
  const choosing = (choice: Choice) =>
    voters(vote.voters.filter((voter) => voter.choice === choice).map(({ id }) => id))
  // Whatever would follow from the ballots says how they fell.
  const shown = item.state === 'DECIDED' || !row.ballotsHidden
  return {
    itemId: globalId('AgendaItem', item.id),
    entitled: verdict.entitled.voters,
    present: verdict.present.voters,
    quorumMet: verdict.quorum.every(({ met }) => met),
    quorum: thresholds(verdict.quorum),
    majority: shown ? thresholds(verdict.majority) : null,
    takingPart: verdict.takingPart.voters,
    voted: verdict.takingPart.voters - verdict.silent.voters,
    votedIds: voters(item.ballots.map(([voterId]) => voterId)),
    missingIds: voters(forecast.missingIds),
    decisiveIds: shown ? voters(forecast.decisiveIds) : null,
    settled: shown ? forecast.settled : null,
    inFavour: shown ? verdict.for.voters : null,
    against: shown ? verdict.against.voters : null,
    abstaining: shown ? verdict.abstaining.voters : null,
    tie: shown ? verdict.tie : null,
    rule: resolution.name,
    clause: resolution.clause,
    presentIds: voters(verdict.presentIds),
    forIds: shown ? choosing('FOR') : null,
    againstIds: shown ? choosing('AGAINST') : null,
    abstainingIds: shown ? choosing('ABSTAIN') : null,
    outcome: item.state === 'DECIDED' && verdict.outcome !== 'TIED' ? verdict.outcome : null,
  }
}

const thresholds = (measured: VoteVerdict['quorum']): RoomThreshold[] =>
  measured.map(({ threshold: { share, clause, unit, base, reach }, total, needed, have, met, spare }) => ({
    ...share,
    clause,
    unit,
    base,
    reach,
    total,
    needed,
    have,
    met,
    spare,
  }))
