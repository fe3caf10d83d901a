import { z } from 'zod'
import { enumOf } from '../../../kernel/inputs.ts'
import { ValidationProblem } from '../../../kernel/problems.ts'
import { FIELDS, type Field } from './read/fields.ts'

export const FORMAT_MEANINGS = {
  CARE_SERVICES: '介護サービス情報公表システム オープンデータ (CSV).',
  WAM_DISABILITY: 'WAM NET 障害福祉サービス等情報公表 (CSV).',
  GSI_SHELTERS: '国土地理院 指定緊急避難場所・指定避難所 (JSON, GeoJSON, CSV).',
  STANDARD_EMERGENCY_SITES: '自治体標準オープンデータセット 指定緊急避難場所一覧.',
  STANDARD_CARE_OFFICES: '自治体標準オープンデータセット 介護サービス事業所一覧.',
  MAPPED: 'Any table whose columns somebody has assigned.',
} as const

export const TARGET_MEANINGS = {
  OFFICE: 'Service offices (事業所), one service each.',
  FACILITY: 'Facilities (施設).',
  CORPORATION: 'Corporations (法人).',
  SHELTER: 'Shelters (避難所・避難場所).',
} as const

export const formatName = () =>
  enumOf('ImportFormat', 'A kind of file that is known by its headings.', FORMAT_MEANINGS)

export const targetName = () => enumOf('ImportTarget', 'What the rows of a file are about.', TARGET_MEANINGS)

export const shelterKindName = () =>
  enumOf('ShelterKind', 'What a municipality designated a place for.', {
    DESIGNATED_SHELTER: '指定避難所: a place to stay.',
    EMERGENCY_SITE: '指定緊急避難場所: a place to flee to.',
  })

const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name)

/** Refuses columns that mean nothing a table can mean. */
export function checkColumns(columns: readonly { readonly field: string }[]): void {
  if (columns.every(({ field }) => isField(field))) return
  throw new ValidationProblem([{ path: ['columns'], code: 'WRONG_VALUE', message: 'not a field' }])
}

/** What each column of a table means. */
export const columnList = () =>
  z
    .array(
      z.object({
        heading: z.string().max(500).describe('Heading as the file spells it.'),
        field: z.string().max(60).describe('What it means: a field name as in `ImportFile.proposals`.'),
      }),
    )
    .max(300)

/** The same as it is kept: heading → field. */
export const mappingOf = (columns: readonly { heading: string; field: string }[]): Record<string, string> =>
  Object.fromEntries(columns.map(({ heading, field }) => [heading, field]))
