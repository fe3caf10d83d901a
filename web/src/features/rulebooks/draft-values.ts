import type { DraftForm_EditMutationVariables } from '../../generated/graphql.ts'
import type { OrganRules, Resolution, Rules } from './sentences.ts'

type Threshold = OrganRules['quorum'][number]
type RulesInput = DraftForm_EditMutationVariables['input']['rules']

/** Choices of the form; KEPT leaves what stands, where no sentence of the form says it. */
export const QUORUMS = ['HALF', 'AT_LEAST_HALF', 'TWO_THIRDS', 'HALF_OF_VOTES', 'NONE'] as const
export type QuorumChoice = (typeof QUORUMS)[number] | 'KEPT' | 'ORGAN'
export const MAJORITIES = [
  'PRESENT_HALF',
  'CAST_HALF',
  'PRESENT_TWO_THIRDS',
  'ALL_HALF',
  'ALL_TWO_THIRDS',
] as const
export type MajorityChoice = (typeof MAJORITIES)[number] | 'KEPT'
export type Way = 'NOT_ALLOWED' | 'ALLOWED' | 'COUNTED'
export type ChairChoice = 'SETTLES' | 'ALWAYS' | 'TIE_ONLY'
export type YesNo = 'YES' | 'NO'

/** An organ as the form holds it; the names follow the input, so that the API's issues find their field. */
export interface OrganValues {
  notice: { days: string; daysIfWritten: string; clause: string }
  quorum: QuorumChoice
  quorumClause: string
  counted: { online: Way; proxy: Way; written: Way }
  conflict: { excludes: OrganRules['conflict']['excludes']; clause: string }
  suspension: { countedInBase: YesNo; clause: string }
  chair: { votes: ChairChoice; clause: string }
  ballotsHiddenUntilClose: { hidden: YesNo; clause: string }
  writtenResolution: YesNo
  writtenResolutionClause: string
  resolutions: ResolutionValues[]
}

interface ResolutionValues {
  majority: MajorityChoice
  quorum: QuorumChoice
  tieGoesToChair: YesNo
  clause: string
}

export interface RulesValues {
  organs: OrganValues[]
  terms: { years: string }[]
  administrators: { least: string }
  leaving: { noticeDays: string }
}

const yesNo = (value: boolean): YesNo => (value ? 'YES' : 'NO')

/** What the form shows of the rules. */
export function toValues(rules: Rules): RulesValues {
  return {
    organs: rules.organs.map((organ) => ({
      notice: {
        days: String(organ.notice.days),
        daysIfWritten: String(organ.notice.daysIfWritten),
        clause: organ.notice.clause,
      },
      quorum: quorumChoice(organ.quorum),
      quorumClause: organ.quorum[0]?.clause ?? organ.counted.clause,
      counted: {
        online: organ.counted.online ? 'COUNTED' : 'ALLOWED',
        proxy: wayOf(organ.proxy.allowed, organ.counted.proxy),
        written: wayOf(organ.written.allowed, organ.counted.written),
      },
      conflict: { excludes: organ.conflict.excludes, clause: organ.conflict.clause },
      suspension: { countedInBase: yesNo(organ.suspension.countedInBase), clause: organ.suspension.clause },
      chair: { votes: chairChoice(organ.chair), clause: organ.chair.clause },
      ballotsHiddenUntilClose: {
        hidden: yesNo(organ.ballotsHiddenUntilClose.hidden),
        clause: organ.ballotsHiddenUntilClose.clause,
      },
      writtenResolution: yesNo(Boolean(organ.writtenResolution)),
      writtenResolutionClause: organ.writtenResolution?.clause ?? organ.written.clause,
      resolutions: organ.resolutions.map((resolution) => ({
        majority: majorityChoice(resolution.majority),
        quorum: resolution.quorum ? quorumChoice(resolution.quorum) : 'ORGAN',
        tieGoesToChair: yesNo(resolution.tieGoesToChair),
        clause: resolution.clause,
      })),
    })),
    terms: rules.terms.map(({ years }) => ({ years: String(years) })),
    administrators: { least: String(rules.administrators.least) },
    leaving: { noticeDays: String(rules.leaving.noticeDays) },
  }
}

/** The rules with what the form says put over them; what the form does not show stays. */
export function toRules(values: RulesValues, rules: Rules): RulesInput {
  return plain({
    ...rules,
    organs: rules.organs.map((organ, index) => {
      const value = values.organs[index]
      return value ? toOrgan(value, organ) : organ
    }),
    terms: rules.terms.map((term, index) => ({
      ...term,
      years: Number(values.terms[index]?.years ?? term.years),
    })),
    administrators: { ...rules.administrators, least: Number(values.administrators.least) },
    leaving: { ...rules.leaving, noticeDays: Number(values.leaving.noticeDays) },
  })
}

function toOrgan(value: OrganValues, organ: OrganRules): OrganRules {
  const { counted } = value
  return {
    ...organ,
    notice: {
      ...organ.notice,
      days: Number(value.notice.days),
      daysIfWritten: Number(value.notice.daysIfWritten),
      clause: value.notice.clause,
    },
    quorum: toQuorum(value.quorum, organ.quorum, value.quorumClause),
    counted: {
      ...organ.counted,
      online: counted.online === 'COUNTED',
      proxy: counted.proxy === 'COUNTED',
      written: counted.written === 'COUNTED',
    },
    proxy: { ...organ.proxy, allowed: counted.proxy !== 'NOT_ALLOWED' },
    written: { ...organ.written, allowed: counted.written !== 'NOT_ALLOWED' },
    conflict: { ...organ.conflict, ...value.conflict },
    suspension: {
      ...organ.suspension,
      countedInBase: value.suspension.countedInBase === 'YES',
      clause: value.suspension.clause,
    },
    chair: {
      ...organ.chair,
      votes: value.chair.votes === 'TIE_ONLY' ? 'TIE_ONLY' : 'ALWAYS',
      settlesTies: value.chair.votes !== 'ALWAYS',
      clause: value.chair.clause,
    },
    ballotsHiddenUntilClose: {
      ...organ.ballotsHiddenUntilClose,
      hidden: value.ballotsHiddenUntilClose.hidden === 'YES',
      clause: value.ballotsHiddenUntilClose.clause,
    },
    writtenResolution:
      value.writtenResolution === 'YES'
        ? { __typename: 'WrittenResolutionRule', clause: value.writtenResolutionClause }
        : null,
    resolutions: organ.resolutions.map((resolution, index) => {
      const typed = value.resolutions[index]
      return typed ? toResolution(typed, resolution, organ) : resolution
    }),
  }
}

function toResolution(value: ResolutionValues, resolution: Resolution, organ: OrganRules): Resolution {
  const unit = organ.voters === 'MEMBERS' ? 'VOTES' : 'VOTERS'
  return {
    ...resolution,
    majority:
      value.majority === 'KEPT'
        ? resolution.majority
        : recited(resolution.majority, value.clause, [{ ...majorityOf(value.majority), unit }]),
    quorum: value.quorum === 'ORGAN' ? null : toQuorum(value.quorum, resolution.quorum ?? [], value.clause),
    tieGoesToChair: value.tieGoesToChair === 'YES',
    clause: value.clause,
  }
}

type Said = Pick<Threshold, 'unit' | 'base' | 'reach'> & {
  readonly numerator: number
  readonly denominator: number
}

const HALF = { numerator: 1, denominator: 2, reach: 'MORE_THAN' } as const
const TWO_THIRDS = { numerator: 2, denominator: 3, reach: 'AT_LEAST' } as const

const quorums: Readonly<Record<(typeof QUORUMS)[number], readonly Said[]>> = {
  NONE: [],
  HALF: [{ unit: 'VOTERS', base: 'ALL', ...HALF }],
  AT_LEAST_HALF: [{ unit: 'VOTERS', base: 'ALL', ...HALF, reach: 'AT_LEAST' }],
  TWO_THIRDS: [{ unit: 'VOTERS', base: 'ALL', ...TWO_THIRDS }],
  HALF_OF_VOTES: [{ unit: 'VOTES', base: 'ALL', ...HALF }],
}

function majorityOf(choice: (typeof MAJORITIES)[number]): Omit<Said, 'unit'> {
  switch (choice) {
    case 'PRESENT_HALF':
      return { base: 'PRESENT', ...HALF }
    case 'CAST_HALF':
      return { base: 'CAST', ...HALF }
    case 'PRESENT_TWO_THIRDS':
      return { base: 'PRESENT', ...TWO_THIRDS }
    case 'ALL_HALF':
      return { base: 'ALL', ...HALF }
    case 'ALL_TWO_THIRDS':
      return { base: 'ALL', ...TWO_THIRDS }
  }
}

const says = (threshold: Threshold, said: Omit<Said, 'unit'> & { unit?: Said['unit'] }): boolean =>
  threshold.base === said.base &&
  threshold.reach === said.reach &&
  threshold.share.numerator === said.numerator &&
  threshold.share.denominator === said.denominator &&
  (said.unit === undefined || threshold.unit === said.unit)

function quorumChoice(thresholds: readonly Threshold[]): QuorumChoice {
  const found = QUORUMS.find((choice) => {
    const said = quorums[choice]
    return said.length === thresholds.length && thresholds.every((one, n) => says(one, said[n] ?? none))
  })
  return found ?? 'KEPT'
}
/** Never said by any threshold. */
const none = { base: 'CAST', reach: 'MORE_THAN', numerator: 0, denominator: 1 } as const

function majorityChoice([only, ...more]: readonly Threshold[]): MajorityChoice {
  if (!only || more.length > 0) return 'KEPT'
  return MAJORITIES.find((choice) => says(only, majorityOf(choice))) ?? 'KEPT'
}

const toQuorum = (choice: QuorumChoice, before: readonly Threshold[], clause: string): Threshold[] =>
  choice === 'KEPT' || choice === 'ORGAN'
    ? before.map((one) => ({ ...one }))
    : recited(before, clause, quorums[choice])

/** Thresholds as they are stored; one that is still the same keeps its own clause unless another was typed. */
function recited(before: readonly Threshold[], clause: string, said: readonly Said[]): Threshold[] {
  return said.map(({ numerator, denominator, ...one }, n) => {
    const old = before[n]
    const same = old && says(old, { ...one, numerator, denominator })
    return {
      __typename: 'RuleThreshold',
      ...one,
      share: { __typename: 'RuleShare', numerator, denominator },
      clause: same && old.clause.startsWith(clause) ? old.clause : clause,
    }
  })
}

const wayOf = (allowed: boolean, counted: boolean): Way =>
  allowed ? (counted ? 'COUNTED' : 'ALLOWED') : 'NOT_ALLOWED'

const chairChoice = ({ votes, settlesTies }: OrganRules['chair']): ChairChoice => {
  if (votes === 'TIE_ONLY') return 'TIE_ONLY'
  return settlesTies ? 'SETTLES' : 'ALWAYS'
}

/** What the cache adds to every object is no field of the input. */
function plain(rules: Rules): RulesInput {
  return JSON.parse(
    JSON.stringify(rules, (key, value: unknown) => (key === '__typename' ? undefined : value)),
  ) as RulesInput
}
