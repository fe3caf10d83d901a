import type { ImportRecord } from '../../../generated/graphql.ts'
import { useRevisionWords } from '../revision-words.ts'

const camel = (column: string) => column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

const NUMBERS: ReadonlySet<string> = new Set(['capacity', 'latitude', 'longitude'])

/** What the columns of a record and their values are called; the same words as in its history. */
export function useFieldWords(record: ImportRecord) {
  const words = useRevisionWords()
  const kindOf = (field: string, value: string) => {
    if (NUMBERS.has(field) && /^-?\d+(\.\d+)?$/.test(value)) return 'NUMBER'
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'DAY'
    if (value === 'true' || value === 'false') return 'YES_NO'
    return /^[A-Z][A-Z0-9_]+$/.test(value) ? 'CODE' : 'TEXT'
  }
  return {
    // A contact's facility never changes, so its history has no word for it; a new one is told with it.
    label: (column: string) =>
      column === 'facility_id' ? words.text.records.FACILITY : words.label(record, camel(column)),
    value: (column: string, value: string) => {
      const field = camel(column)
      return words.value(record, { field, kind: kindOf(field, value), value, name: null, erased: false })
    },
  }
}
