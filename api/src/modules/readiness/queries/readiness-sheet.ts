import type {
  ReadinessAnswerValue,
  ReadinessCategory,
  ReadinessSource,
} from '../../../generated/prisma/enums.ts'
import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { shortFacilityName } from '../../registry/public.ts'
import { checkedSql, sourceOf } from '../policy/checklist.ts'
import { bestQuestion, readinessOn, type ItemStanding, type StandingReason } from '../rules/score.ts'
import { answersOf, checklistOn, type ChecklistItem, type StoredAnswer } from './checklist.ts'
import { parameters } from './statement.ts'

export interface SheetChoice {
  readonly choiceId: string
  readonly label: string
  readonly answer: ReadinessAnswerValue
}

/** What one source says of an item. */
export interface SheetWord {
  readonly source: ReadinessSource
  readonly answer: ReadinessAnswerValue
  readonly label: string | null
  readonly evidence: string
  readonly documentId: string | null
  readonly documentTitle: string | null
  readonly answeredAt: Date
  readonly actingName: string
  readonly expiresOn: string | null
}

export interface SheetComment {
  readonly commentId: string
  readonly text: string
  readonly at: Date
  readonly actingName: string
  readonly byName: string | null
  /** Said by the facility's own people. */
  readonly own: boolean
}

export interface SheetDraft {
  readonly draftId: string
  readonly answer: ReadinessAnswerValue
  readonly evidence: string
  readonly draftedAt: Date
  readonly eventId: string
  readonly eventName: string
  /** First minute of the drill. */
  readonly eventAt: Date
  readonly drill: boolean
  readonly version: number
}

export interface SheetLine {
  readonly itemId: string
  readonly key: string
  readonly category: ReadinessCategory
  readonly title: string
  readonly question: string
  readonly advice: string
  readonly hard: boolean
  readonly weight: number
  readonly confirmed: boolean
  readonly itemSource: string
  readonly answer: ReadinessAnswerValue
  readonly reason: StandingReason
  readonly certainty: number
  /** The word on which it rests; of an expired one, the word that expired. */
  readonly word: SheetWord | null
  readonly impliedBy: string | null
  readonly words: readonly SheetWord[]
  readonly choices: readonly SheetChoice[]
  readonly comments: readonly SheetComment[]
  readonly drafts: readonly SheetDraft[]
}

export interface SheetQuestion {
  readonly key: string
  readonly unknownBefore: number
  readonly unknownAfterMost: number
  readonly unknownAfterLeast: number
  readonly settles: readonly string[]
}

export interface ReadinessSheet {
  readonly facilityId: string
  readonly name: string
  readonly sample: boolean
  readonly at: Date
  readonly lower: number
  readonly upper: number
  readonly unknownShare: number
  readonly agedShare: number
  readonly yes: number
  readonly no: number
  readonly unknown: number
  readonly items: number
  readonly hard: number
  readonly hardOpen: number
  /** As what the viewer answers; null if not at all. */
  readonly answersAs: ReadinessSource | null
  readonly asked: SheetQuestion | null
  readonly lines: readonly SheetLine[]
}

interface FacilityRow extends Record<string, unknown> {
  readonly id: string
  readonly name: string
  readonly sample: boolean
  readonly corporationId: string | null
  readonly municipalityCode: string
  readonly platformIds: readonly string[]
  readonly mentors: readonly { facilityId: string; corporationId: string | null }[]
}

function findFacility(sql: Sql, viewer: Viewer, facilityId: string): Promise<FacilityRow[]> {
  const { values, param } = parameters(facilityId, viewer.today)
  return sql<FacilityRow>(
    `SELECT fa.id::text, fa.name, fa.sample, fa.corporation_id::text AS "corporationId",
       fa.municipality_code AS "municipalityCode",
       array(SELECT m.platform_id::text FROM platform_membership AS m WHERE m.corporation_id = fa.corporation_id
         AND m.starts_on <= $2::date AND (m.ends_on IS NULL OR m.ends_on >= $2::date)) AS "platformIds",
       coalesce((SELECT jsonb_agg(jsonb_build_object('facilityId', g.id, 'corporationId', g.corporation_id))
         FROM mentorship AS s JOIN facility AS g ON g.id = s.mentor_facility_id
         WHERE s.mentee_facility_id = fa.id AND s.ended_on IS NULL), '[]'::jsonb) AS mentors
     FROM facility AS fa WHERE fa.id = $1::uuid AND ${checkedSql(viewer, param)}`,
    values,
  )
}

interface CommentRow extends Record<string, unknown> {
  readonly id: string
  readonly key: string
  readonly text: string
  readonly at: Date
  readonly actingName: string
  readonly byName: string | null
  readonly own: boolean
}

const commentsOf = (sql: Sql, facilityId: string) =>
  sql<CommentRow>(
    `SELECT c.id::text, i.key, c.text, c.at, c.acting_name AS "actingName", u.name AS "byName",
       c.acting_name IN (fa.name, coalesce(co.name, fa.name)) AS own
     FROM readiness_comment AS c JOIN readiness_item AS i ON i.id = c.item_id
     JOIN facility AS fa ON fa.id = c.facility_id LEFT JOIN corporation AS co ON co.id = fa.corporation_id
     LEFT JOIN app_user AS u ON u.id = c.by_user_id
     WHERE c.facility_id = $1::uuid ORDER BY c.at DESC, c.id DESC LIMIT 300`,
    [facilityId],
  )

interface DraftRow extends Record<string, unknown> {
  readonly id: string
  readonly key: string
  readonly answer: ReadinessAnswerValue
  readonly evidence: string
  readonly draftedAt: Date
  readonly eventId: string
  readonly eventName: string
  readonly eventAt: Date
  readonly drill: boolean
  readonly version: number
}

/** Drafts that wait; of an event that is the viewer's. */
const draftsOf = (sql: Sql, facilityId: string, viewer: Viewer) =>
  sql<DraftRow>(
    `SELECT d.id::text, i.key, d.answer::text, d.evidence, d.drafted_at AS "draftedAt", e.id::text AS "eventId",
       e.name AS "eventName", e.started_at AS "eventAt", e.drill, d.version
     FROM readiness_draft AS d JOIN readiness_item AS i ON i.id = d.item_id
     JOIN disaster_event AS e ON e.id = d.event_id
     WHERE d.facility_id = $1::uuid AND d.decided_at IS NULL AND e.platform_id = ANY ($2::uuid[])
     ORDER BY d.drafted_at DESC, d.id DESC LIMIT 100`,
    [facilityId, [...viewer.platformIds]],
  )

const isoDay = (date: Date) => date.toISOString().slice(0, 10)

const wordOf = (given: StoredAnswer): SheetWord => ({
  source: given.source,
  answer: given.answer,
  label: given.label,
  evidence: given.evidence,
  documentId: given.documentId && globalId('Document', given.documentId),
  documentTitle: given.documentTitle,
  answeredAt: given.answeredAt,
  actingName: given.actingName,
  expiresOn: given.expiresOn && isoDay(given.expiresOn),
})

interface Parts {
  readonly standing: ItemStanding
  readonly answers: readonly StoredAnswer[]
  readonly titles: ReadonlyMap<string, string>
  readonly comments: readonly CommentRow[]
  readonly drafts: readonly DraftRow[]
}

function lineOf(item: ChecklistItem, { standing, answers, titles, comments, drafts }: Parts): SheetLine {
  const word = answers.find(
    ({ itemKey, source, answeredAt }) =>
      itemKey === standing.word?.itemKey &&
      source === standing.word.source &&
      answeredAt.getTime() === standing.word.answeredAt.getTime(),
  )
  return {
    itemId: globalId('ReadinessItem', item.id),
    key: item.key,
    category: item.category,
    title: item.title,
    question: item.question === '' ? item.title : item.question,
    advice: item.advice,
    hard: item.hard,
    weight: item.weight,
    confirmed: item.confirmed,
    itemSource: item.source,
    answer: standing.answer,
    reason: standing.reason,
    certainty: standing.certainty,
    word: word ? wordOf(word) : null,
    impliedBy: standing.impliedBy === null ? null : (titles.get(standing.impliedBy) ?? null),
    words: answers.filter(({ itemKey }) => itemKey === item.key).map(wordOf),
    choices: item.choices.map(({ id, label, answer }) => ({
      choiceId: globalId('ReadinessChoice', id),
      label,
      answer,
    })),
    comments: comments
      .filter(({ key }) => key === item.key)
      .map(({ id, key: _key, at, ...comment }) => ({
        ...comment,
        at: new Date(at),
        commentId: globalId('ReadinessComment', id),
      })),
    drafts: drafts
      .filter(({ key }) => key === item.key)
      .map(({ id, key: _key, draftedAt, eventId, eventAt, ...draft }) => ({
        ...draft,
        eventId: globalId('DisasterEvent', eventId),
        eventAt: new Date(eventAt),
        draftedAt: new Date(draftedAt),
        draftId: globalId('ReadinessDraft', id),
      })),
  }
}

/** A facility's checklist with its score, as it stands at a moment; null for who may not read it. */
export async function readinessSheet(
  sql: Sql,
  viewer: Viewer,
  facilityId: string,
  now: Date,
): Promise<ReadinessSheet | null> {
  const [facility] = await findFacility(sql, viewer, facilityId)
  if (!facility) return null
  const [items, answers, comments, drafts] = await Promise.all([
    checklistOn(sql, now),
    answersOf(sql, [facilityId], now),
    commentsOf(sql, facilityId),
    draftsOf(sql, facilityId, viewer),
  ])
  const { standings, score } = readinessOn(items, answers, now)
  const titles = new Map(items.map(({ key, title }) => [key, title]))
  const of = new Map(standings.map((standing) => [standing.key, standing]))
  const answersAs = sourceOf(viewer, facility)
  const asked = bestQuestion(items, answers, now, answersAs ?? 'FACILITY')
  return {
    facilityId: globalId('Facility', facilityId),
    name: shortFacilityName(facility.name),
    sample: facility.sample,
    at: now,
    ...score,
    answersAs,
    asked: asked && { ...asked, settles: asked.settles.map((key) => titles.get(key) ?? key) },
    lines: items.flatMap((item) => {
      const standing = of.get(item.key)
      return standing ? [lineOf(item, { standing, answers, titles, comments, drafts })] : []
    }),
  }
}
