import type { MentoringStage } from '../../../generated/prisma/enums.ts'
import { dayInJapan } from '../../../kernel/clock.ts'
import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { shortFacilityName } from '../../registry/public.ts'
import { officeOf } from '../policy/viewers.ts'
import { daysBetween, paceOf, type MentoringPace } from '../rules/mentoring.ts'
import { scoresOf } from './checklist.ts'

/** A designated facility, with how many it guides. */
export interface MentorLoad {
  readonly facilityId: string
  readonly name: string
  readonly guides: number
}

export interface NamedFacility {
  readonly facilityId: string
  readonly name: string
}

/** A mentorship at a glance. */
export interface MentorshipLine {
  readonly mentorshipId: string
  readonly mentorId: string
  readonly mentorName: string
  readonly menteeId: string
  readonly menteeName: string
  readonly sample: boolean
  readonly stage: MentoringStage
  readonly startedOn: string
  /** Days since the beginning, or until the end. */
  readonly days: number
  readonly cityTalkOn: string | null
  readonly expectedOn: string | null
  readonly endedOn: string | null
  readonly droppedBecause: string | null
  readonly nextVisitOn: string | null
  readonly lower: number
  readonly upper: number
  readonly unknownShare: number
  readonly hardOpen: number
}

export interface MentoringOverview extends MentoringPace {
  /** How many one may guide today; null = not settled. */
  readonly limit: number | null
  readonly mentors: readonly MentorLoad[]
  /** Facilities that could be guided: neither designated nor guided now. */
  readonly others: readonly NamedFacility[]
  readonly lines: readonly MentorshipLine[]
}

interface Line extends Record<string, unknown> {
  readonly id: string
  readonly mentorId: string
  readonly mentorName: string
  readonly menteeId: string
  readonly menteeName: string
  readonly sample: boolean
  readonly stage: MentoringStage
  readonly startedOn: string
  readonly cityTalkOn: string | null
  readonly expectedOn: string | null
  readonly endedOn: string | null
  readonly droppedBecause: string | null
  readonly nextVisitOn: string | null
  readonly steps: readonly { stage: MentoringStage; onDay: string }[]
}

interface Place extends Record<string, unknown> {
  readonly id: string
  readonly name: string
  readonly designated: boolean
  readonly guides: number
  readonly guided: boolean
}

/** The members' facilities, whether the register says that they are designated, and whom they guide. */
const PLACES = `
  SELECT fa.id::text, fa.name,
    coalesce((SELECT f.kind = 'DESIGNATED' FROM shelter_fact AS f WHERE f.facility_id = fa.id
      AND f.kind IN ('DESIGNATED', 'DESIGNATION_ENDED') AND f.withdrawn_at IS NULL AND f.at <= $3::timestamptz
      AND NOT EXISTS (SELECT FROM disaster_event AS e WHERE e.id = f.event_id AND e.drill)
      ORDER BY f.at DESC, f.recorded_at DESC, f.id DESC LIMIT 1), false) AS designated,
    (SELECT count(*)::int FROM mentorship AS s WHERE s.mentor_facility_id = fa.id AND s.ended_on IS NULL) AS guides,
    EXISTS (SELECT FROM mentorship AS s WHERE s.mentee_facility_id = fa.id AND s.ended_on IS NULL) AS guided
  FROM facility AS fa
  WHERE fa.status = 'ACTIVE' AND fa.corporation_id IN (
    SELECT m.corporation_id FROM platform_membership AS m WHERE m.platform_id = $1::uuid
      AND m.starts_on <= $2::date AND (m.ends_on IS NULL OR m.ends_on >= $2::date))
  ORDER BY fa.kana, fa.id LIMIT 1000`

const LINES = `
  SELECT s.id::text, mentor.id::text AS "mentorId", mentor.name AS "mentorName", mentee.id::text AS "menteeId",
    mentee.name AS "menteeName", mentee.sample, s.stage::text, s.started_on::text AS "startedOn",
    s.city_talk_on::text AS "cityTalkOn", s.expected_on::text AS "expectedOn", s.ended_on::text AS "endedOn",
    s.dropped_because AS "droppedBecause",
    (SELECT min(v.on_day)::text FROM mentoring_visit AS v WHERE v.mentorship_id = s.id AND NOT v.held AND NOT v.called_off)
      AS "nextVisitOn",
    coalesce((SELECT jsonb_agg(jsonb_build_object('stage', t.stage, 'onDay', t.on_day))
      FROM mentorship_step AS t WHERE t.mentorship_id = s.id), '[]'::jsonb) AS steps
  FROM mentorship AS s
  JOIN facility AS mentor ON mentor.id = s.mentor_facility_id
  JOIN facility AS mentee ON mentee.id = s.mentee_facility_id
  WHERE s.platform_id = $1::uuid
  ORDER BY s.ended_on IS NOT NULL, s.started_on DESC, s.id DESC LIMIT 1000`

const LIMIT = `
  SELECT facilities FROM mentoring_limit
  WHERE platform_id = $1::uuid AND starts_on <= $2::date AND (ends_on IS NULL OR ends_on >= $2::date)`

/** All mentorships of a network, their pace and who could guide whom; null for everybody but its officers. */
export async function mentoringOverview(
  sql: Sql,
  viewer: Viewer,
  platformId: string,
  now: Date,
): Promise<MentoringOverview | null> {
  if (officeOf(viewer) !== platformId) return null
  const today = dayInJapan(now)
  const [lines, places, [limit]] = await Promise.all([
    sql<Line>(LINES, [platformId]),
    sql<Place>(PLACES, [platformId, today, now.toISOString()]),
    sql<{ facilities: number }>(LIMIT, [platformId, today]),
  ])
  const scores = await scoresOf(
    sql,
    lines.map(({ menteeId }) => menteeId),
    now,
  )
  const pace = paceOf(lines.map((line) => ({ ...line, dropped: line.droppedBecause !== null })))
  return {
    ...pace,
    limit: limit?.facilities ?? null,
    mentors: places
      .filter(({ designated }) => designated)
      .map(({ id, name, guides }) => ({
        facilityId: globalId('Facility', id),
        name: shortFacilityName(name),
        guides,
      })),
    others: places
      .filter(({ designated, guided }) => !designated && !guided)
      .map(({ id, name }) => ({ facilityId: globalId('Facility', id), name: shortFacilityName(name) })),
    lines: lines.map(({ id, mentorId, menteeId, mentorName, menteeName, steps: _steps, ...line }) => {
      const score = scores.get(menteeId)
      return {
        ...line,
        mentorshipId: globalId('Mentorship', id),
        mentorId: globalId('Facility', mentorId),
        mentorName: shortFacilityName(mentorName),
        menteeId: globalId('Facility', menteeId),
        menteeName: shortFacilityName(menteeName),
        days: daysBetween(line.startedOn, line.endedOn ?? today),
        lower: score?.lower ?? 0,
        upper: score?.upper ?? 1,
        unknownShare: score?.unknownShare ?? 1,
        hardOpen: score?.hardOpen ?? 0,
      }
    }),
  }
}
