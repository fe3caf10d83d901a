import type {
  ReadinessAnswerValue,
  ReadinessCategory,
  ReadinessSource,
} from '../../../generated/prisma/enums.ts'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import {
  readinessOn,
  type GivenAnswer,
  type Score,
  type ScoredChoice,
  type ScoredItem,
} from '../rules/score.ts'

/** An item of the checklist of a day. */
export interface ChecklistItem extends ScoredItem {
  readonly id: string
  readonly category: ReadinessCategory
  readonly title: string
  readonly question: string
  readonly advice: string
  readonly source: string
  readonly confirmed: boolean
}

interface ItemRow extends Record<string, unknown> {
  readonly id: string
  readonly key: string
  readonly category: ReadinessCategory
  readonly title: string
  readonly question: string
  readonly advice: string
  readonly weight: number
  readonly hard: boolean
  readonly validMonths: number | null
  readonly source: string
  readonly confirmed: boolean
  readonly choices: readonly ScoredChoice[]
}

/** The checklist that holds on a day, in its order, with its choices and what they say of other items. */
export const checklistOn = (sql: Sql, now: Date): Promise<ChecklistItem[]> =>
  sql<ItemRow>(
    `SELECT i.id::text, i.key, i.category::text, i.title, i.question, i.advice, i.weight, i.hard,
       i.valid_months AS "validMonths", i.source, i.confirmed_at IS NOT NULL AS confirmed,
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'label', c.label, 'answer', c.answer,
           'implies', coalesce((SELECT jsonb_agg(jsonb_build_object('itemKey', p.item_key, 'answer', p.answer) ORDER BY p.item_key)
             FROM readiness_implication AS p WHERE p.choice_id = c.id), '[]'::jsonb)) ORDER BY c.position)
         FROM readiness_choice AS c WHERE c.item_key = i.key), '[]'::jsonb) AS choices
     FROM readiness_item AS i
     WHERE i.starts_on <= $1::date AND (i.ends_on IS NULL OR i.ends_on >= $1::date)
     ORDER BY i.position, i.id`,
    [dateOf(dayInJapan(now))],
  )

/** A word that stands: the latest of its source for its item. */
export interface StoredAnswer extends GivenAnswer {
  readonly id: string
  readonly facilityId: string
  readonly label: string | null
  readonly evidence: string
  readonly documentId: string | null
  readonly documentTitle: string | null
  readonly actingName: string
}

interface AnswerRow extends Record<string, unknown> {
  readonly id: string
  readonly facilityId: string
  readonly itemKey: string
  readonly source: ReadinessSource
  readonly answer: ReadinessAnswerValue
  readonly choiceId: string | null
  readonly label: string | null
  readonly evidence: string
  readonly documentId: string | null
  readonly documentTitle: string | null
  readonly answeredAt: Date
  readonly expiresOn: string | null
  readonly actingName: string
}

/** The latest word of every source for every item of some facilities. */
export async function answersOf(
  sql: Sql,
  facilityIds: readonly string[],
  now: Date,
): Promise<StoredAnswer[]> {
  const rows = await sql<AnswerRow>(
    `SELECT DISTINCT ON (a.facility_id, i.key, a.source) a.id::text, a.facility_id::text AS "facilityId",
       i.key AS "itemKey", a.source::text, a.answer::text, a.choice_id::text AS "choiceId", c.label, a.evidence,
       a.document_id::text AS "documentId", d.title AS "documentTitle", a.answered_at AS "answeredAt",
       a.expires_on::text AS "expiresOn", a.acting_name AS "actingName"
     FROM readiness_answer AS a JOIN readiness_item AS i ON i.id = a.item_id
     LEFT JOIN readiness_choice AS c ON c.id = a.choice_id
     LEFT JOIN document AS d ON d.id = a.document_id AND d.deleted_at IS NULL
     WHERE a.facility_id = ANY ($1::uuid[]) AND a.answered_at <= $2::timestamptz
     ORDER BY a.facility_id, i.key, a.source, a.answered_at DESC, a.id DESC`,
    [[...facilityIds], now.toISOString()],
  )
  return rows.map(({ answeredAt, expiresOn, ...row }) => ({
    ...row,
    answeredAt: new Date(answeredAt),
    expiresOn: expiresOn === null ? null : dateOf(expiresOn),
  }))
}

/** The scores of facilities by their key, in two statements however many they are; who has answered nothing has one too. */
export async function scoresOf(
  sql: Sql,
  facilityIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Score>> {
  // One after the other: a transaction has one connection.
  const items = await checklistOn(sql, now)
  const answers = await answersOf(sql, facilityIds, now)
  const byFacility = Map.groupBy(answers, ({ facilityId }) => facilityId)
  return new Map(facilityIds.map((id) => [id, readinessOn(items, byFacility.get(id) ?? [], now).score]))
}
