import { isAskedFor } from './due.ts'
import { filingsOf, fiscalYearOf, type Filing } from './filings.ts'
import { missingFor, type Missing, type NetworkKind } from './kinds.ts'

/** What is stored of a network, as far as its kind asks for it. Days are `YYYY-MM-DD`. */
interface Stored {
  readonly name: string
  readonly kind: NetworkKind
  readonly secretariatBody: string
  readonly municipality: boolean
  readonly hubCorporation: boolean
  readonly hubContracts: number
  readonly legalForm: string
  readonly version: object | null
  readonly committees: number
  readonly officers: readonly { readonly office: string; readonly organ: string | null }[]
  readonly certifiedOn: string | null
  readonly areas: number
  readonly approvedPolicy: boolean
  readonly businesses: number
  readonly evaluated: readonly number[]
  readonly filingRules: Parameters<typeof filingsOf>[0]
  readonly filings: Parameters<typeof filingsOf>[1]
}

/** What is compulsory for the network's kind and lacking today. */
export function missingOf(stored: Stored, today: string): Missing[] {
  const { officers, certifiedOn, evaluated } = stored
  const lastYear = fiscalYearOf(today) - 1
  const inOrgan = (organ: string) => officers.filter((one) => one.organ === organ).length
  return missingFor(stored.kind, {
    ...stored,
    rulebook: stored.version !== null,
    secretariatBody: stored.secretariatBody !== '',
    legalForm: stored.legalForm !== '',
    certificate: certifiedOn !== null,
    directors: inOrgan('BOARD'),
    auditors: officers.filter(({ office }) => office === '監事').length,
    evaluationCouncil: inOrgan('EVALUATION_COUNCIL'),
    // A year counts once the corporation was certified through its end.
    evaluated: certifiedOn === null || certifiedOn > `${lastYear + 1}-03-31` || evaluated.includes(lastYear),
  })
}

/** The filing calendar of the network. */
export const calendarOf = ({ filingRules, filings, certifiedOn }: Stored, today: string): Filing[] =>
  filingsOf(filingRules, filings, certifiedOn, today)

/** Filings that are asked for: not handed in, and near or late. */
export const filingsAskedFor = (filings: readonly Filing[], today: string): Filing[] =>
  filings.filter(({ doneOn, dueOn }) => doneOn === null && isAskedFor(dueOn, today))
