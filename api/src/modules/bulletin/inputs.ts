import { z } from 'zod'
import { day, enumOf } from '../../kernel/inputs.ts'
import { RETENTION_YEARS } from './rules/documents.ts'

export const documentKinds = {
  RULES: 'Rules of the network (会則).',
  MINUTES: 'Minutes (議事録).',
  REPORT: 'A report (報告書).',
  CONTRACT: 'A contract (契約書).',
  FORM: 'A form to be filled in (様式).',
  OTHER: 'Anything else.',
} as const
export const documentKind = enumOf('DocumentKind', 'What a document is.', documentKinds)

export const audiences = {
  MEMBERS: 'The network’s members and officers.',
  OFFICERS: 'Its secretariat, chair and auditors alone.',
} as const
export const audience = enumOf('BulletinAudience', 'For whom a network keeps something.', audiences)

/** What a person says of a document. */
export const documentFacts = {
  title: z.string().trim().min(1).max(200).describe('What it is called, at most 200 characters.'),
  kind: documentKind.describe('What it is.'),
  audience: audience.describe('Who may read it.'),
  retentionYears: z
    .int()
    .min(RETENTION_YEARS.least)
    .max(RETENTION_YEARS.most)
    .nullable()
    .describe('Years it is kept; null = for good.'),
  retainFrom: day().describe('Day from which the years count, e.g. that of the meeting.'),
}
