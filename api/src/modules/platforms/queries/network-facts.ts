import type { OrganKind, PlatformKind } from '../../../generated/prisma/enums.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import { hubContractsSql } from '../../collaboration/public.ts'
import type { FilingRule } from '../rules/filings.ts'

/** A network with everything that what is due and what is missing depend on. Days are `YYYY-MM-DD`. */
export interface StoredFacts {
  readonly id: string
  readonly name: string
  readonly kind: PlatformKind
  readonly secretariatBody: string
  readonly municipality: boolean
  readonly hubCorporation: boolean
  /** 業務提携 contracts of the hub with other members that are in force. */
  readonly hubContracts: number
  readonly legalForm: string
  readonly version: { readonly number: number; readonly rules: unknown } | null
  readonly committees: number
  readonly officers: readonly {
    readonly id: string
    readonly office: string
    readonly organ: OrganKind | null
    readonly name: string
    readonly endsOn: string | null
  }[]
  readonly chairs: readonly {
    readonly id: string
    readonly committee: string
    readonly corporation: string
    readonly endsOn: string
  }[]
  readonly certifiedOn: string | null
  readonly areas: number
  readonly approvedPolicy: boolean
  readonly businesses: number
  /** Fiscal years whose evaluation is published. */
  readonly evaluated: readonly number[]
  readonly filingRules: readonly FilingRule[]
  readonly filings: readonly {
    readonly ruleCode: string
    readonly fiscalYear: number
    readonly doneOn: string
  }[]
  readonly administrators: number
  readonly members: readonly {
    readonly id: string
    readonly name: string
    readonly kind: string
    readonly memberClass: string
    readonly votes: number | null
    readonly suspended: boolean
  }[]
  readonly applications: readonly {
    readonly id: string
    readonly corporation: string
    readonly submittedAt: string
  }[]
}

const holds = (term: string) =>
  `${term}.starts_on <= $2::date AND (${term}.ends_on IS NULL OR ${term}.ends_on >= $2::date)`
const list = (select: string) =>
  `(SELECT coalesce(jsonb_agg(to_jsonb(found)), '[]') FROM (${select}) AS found)`

const STATEMENT = `
  SELECT p.id, p.name, p.kind, p.secretariat_body AS "secretariatBody", p.legal_form AS "legalForm",
    p.municipality_code IS NOT NULL AS municipality, p.hub_corporation_id IS NOT NULL AS "hubCorporation",
    ${hubContractsSql({ network: 'p.id', hub: 'p.hub_corporation_id', day: '$2::date' })} AS "hubContracts",
    (SELECT jsonb_build_object('number', v.number, 'rules', v.rules) FROM rulebook_version v
      WHERE v.platform_id = p.id AND v.effective_on <= $2::date
      ORDER BY v.effective_on DESC, v.number DESC LIMIT 1) AS version,
    (SELECT count(*)::int FROM committee c WHERE c.platform_id = p.id AND ${holds('c')}) AS committees,
    ${list(`SELECT o.id, o.office, o.organ, o.name, o.ends_on AS "endsOn" FROM platform_officer o
      WHERE o.platform_id = p.id AND ${holds('o')} ORDER BY o.position, o.id`)} AS officers,
    ${list(`SELECT s.id, c.name AS committee, k.name AS corporation, s.ends_on AS "endsOn"
      FROM committee_member s JOIN committee c ON c.id = s.committee_id JOIN corporation k ON k.id = s.corporation_id
      WHERE c.platform_id = p.id AND s.role = 'CHAIR' AND s.ends_on IS NOT NULL AND ${holds('s')}
      ORDER BY s.ends_on, s.id`)} AS chairs,
    (SELECT max(certified_on)::text FROM platform_certificate
      WHERE platform_id = p.id AND certified_on <= $2::date AND (revoked_on IS NULL OR revoked_on > $2::date)
    ) AS "certifiedOn",
    (SELECT count(*)::int FROM platform_area WHERE platform_id = p.id) AS areas,
    EXISTS (SELECT FROM platform_policy WHERE platform_id = p.id AND state = 'APPROVED') AS "approvedPolicy",
    (SELECT count(*)::int FROM platform_business b WHERE b.platform_id = p.id AND ${holds('b')}) AS businesses,
    (SELECT coalesce(jsonb_agg(fiscal_year), '[]') FROM platform_evaluation
      WHERE platform_id = p.id AND published_url IS NOT NULL) AS evaluated,
    ${list(`SELECT code, name, to_whom AS "toWhom", months_after_year_end AS "monthsAfterYearEnd", confirmed,
      valid_from AS "validFrom", valid_to AS "validTo" FROM filing_rule WHERE kind = p.kind ORDER BY code`)}
      AS "filingRules",
    ${list(`SELECT rule_code AS "ruleCode", fiscal_year AS "fiscalYear", done_on AS "doneOn" FROM platform_filing
      WHERE platform_id = p.id`)} AS filings,
    (SELECT count(DISTINCT r.user_id)::int FROM role_assignment r
      WHERE r.platform_id = p.id AND r.role = 'PLATFORM_SECRETARIAT' AND ${holds('r')}) AS administrators,
    ${list(`SELECT m.id, k.name, k.kind, m.member_class AS "memberClass", m.votes,
      EXISTS (SELECT FROM membership_suspension s WHERE s.membership_id = m.id AND ${holds('s')}) AS suspended
      FROM platform_membership m JOIN corporation k ON k.id = m.corporation_id
      WHERE m.platform_id = p.id AND ${holds('m')} ORDER BY m.position, m.id`)} AS members,
    ${list(`SELECT a.id, k.name AS corporation, a.submitted_at AS "submittedAt"
      FROM membership_application a JOIN corporation k ON k.id = a.corporation_id
      WHERE a.platform_id = p.id AND a.state = 'SUBMITTED' ORDER BY a.submitted_at, a.id LIMIT 50`)} AS applications
  FROM platform p WHERE p.id = $1::uuid`

/** Reads the facts of a network on a day, in one statement; whether the viewer sees it, the caller has asked. */
export async function readFacts(sql: Sql, platformId: string, day: string): Promise<StoredFacts | null> {
  const [row] = await sql<StoredFacts & Record<string, unknown>>(STATEMENT, [platformId, day])
  return row ?? null
}
