import { expect, it } from 'vitest'
import { REVISION_FIELDS } from '../../api/src/modules/registry/schema/history.ts'
import { enumFacts, modelFacts } from '../../api/src/generated/read-models.ts'
import { registryFields } from '../../web/src/locales/ja/registry-fields.ts'

const records = Object.entries(REVISION_FIELDS)

const modelOfRecord = (record: string): string =>
  record
    .toLowerCase()
    .split('_')
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join('')

it.each(records)(
  'every field of the history of %s has a word, and no word is left over',
  (record, fields) => {
    const words = registryFields.fields[record as keyof typeof registryFields.fields]
    expect(Object.keys(words).toSorted()).toEqual(fields.map(({ field }) => field).toSorted())
  },
)

it.each(records)('every value of an enum in the history of %s has a word', (record, fields) => {
  for (const { field } of fields) {
    const facts = modelFacts[modelOfRecord(record)]?.fields[field]
    if (facts?.kind !== 'enum') continue
    const groups: Readonly<Record<string, object | undefined>> =
      field === 'kind'
        ? { kind: Reflect.get(registryFields.kindsOf, record) as object }
        : registryFields.codes
    expect(Object.keys(groups[field] ?? {}).toSorted(), `${record}.${field}`).toEqual(
      Object.keys(enumFacts[facts.type]?.labels ?? {}).toSorted(),
    )
  }
})
