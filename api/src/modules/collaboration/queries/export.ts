import type { CollaborationStage, PlatformKind, TieEvidenceKind } from '../../../generated/prisma/enums.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import { actsAs, type Viewer } from '../../../kernel/viewer.ts'
import { STAGES, stageOfMembers } from '../rules/stages.ts'
import { parameters, PARTY_TODAY, tiesOfPicture } from './picture.ts'

interface Row extends Record<string, unknown> {
  readonly stage: CollaborationStage
  readonly parties: string
  readonly subject: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly evidenceKind: TieEvidenceKind | null
  readonly network: string | null
}

interface Network extends Record<string, unknown> {
  readonly name: string
  readonly kind: PlatformKind
  readonly members: number
}

/** Words of the file, which is for people who read Japanese. */
const stages: Readonly<Record<CollaborationStage, string>> = {
  VOLUNTARY: '自主的な連携',
  COUNCIL_JOINT: '社協での共同取組',
  BUSINESS_ALLIANCE: '業務提携',
  COLLABORATION_CORPORATION: '連携法人',
  BOARD_PARTICIPATION: '理事会参加・経営陣交代',
  BUSINESS_TRANSFER: '事業譲渡',
  MERGER: '合併',
}
const papers: Readonly<Record<TieEvidenceKind, string>> = {
  CONTRACT: '契約書',
  MEMORANDUM: '覚書・協定書',
  RULES: '会則',
  CERTIFICATE: '認定書',
  RESOLUTION: '議決・議事録',
  NOTICE: '所轄庁の認可・通知',
  OTHER: 'その他',
}

const numbered = (stage: CollaborationStage): number => STAGES.indexOf(stage) + 1

export const COLUMNS = [
  '段階',
  '段階の名前',
  '法人',
  '内容',
  '始まり',
  '終わり',
  '根拠',
  'ネットワーク',
] as const

/** As many ties as a file holds. */
const LIMIT = 10_000

/** The picture as a table: exactly the ties that the page shows to the same person. Null for who does not see the network. */
export async function tiesAsTable(
  sql: Sql,
  viewer: Viewer,
  platformId: string,
): Promise<(string | number | null)[][] | null> {
  if (!actsAs(viewer, 'SYSTEM_OPERATOR') && !viewer.platformIds.includes(platformId)) return null
  const { values, param } = parameters(platformId, viewer.today)
  const rows = await sql<Row>(
    `WITH tie AS (${tiesOfPicture(viewer, param)})
     SELECT tie.stage::text AS stage, tie.subject, tie.valid_from::text AS "validFrom", tie.valid_to::text AS "validTo",
            tie.evidence_kind::text AS "evidenceKind", platform.name AS network,
            (SELECT string_agg(c.name, '、' ORDER BY p.position) FROM collaboration_tie_party AS p
             JOIN corporation AS c ON c.id = p.corporation_id WHERE p.tie_id = tie.id AND ${PARTY_TODAY}) AS parties
     FROM tie LEFT JOIN platform ON platform.id = tie.platform_id
     ORDER BY tie.stage DESC, tie.valid_from DESC, tie.id DESC LIMIT ${LIMIT}`,
    values,
  )
  const [network] = await sql<Network>(
    `SELECT p.name, p.kind::text AS kind, (
       SELECT count(DISTINCT m.corporation_id)::int FROM platform_membership AS m
       WHERE m.platform_id = p.id AND m.starts_on <= $2::date AND (m.ends_on IS NULL OR m.ends_on >= $2::date)
     ) AS members FROM platform AS p WHERE p.id = $1::uuid`,
    [platformId, viewer.today],
  )
  if (!network) return null
  const byMembership = stageOfMembers(network.kind)
  return [
    ...rows.map(({ stage, parties, subject, validFrom, validTo, evidenceKind, network: within }) => [
      numbered(stage),
      stages[stage],
      parties,
      subject,
      validFrom,
      validTo,
      evidenceKind && papers[evidenceKind],
      within,
    ]),
    [
      numbered(byMembership),
      stages[byMembership],
      `会員${network.members}法人どうし`,
      '会員であることによる連携',
      null,
      null,
      '会員の名簿',
      network.name,
    ],
  ]
}
