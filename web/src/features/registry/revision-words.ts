import type { RegistryRecord, RevisionValueKind } from '../../generated/graphql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage, type Language } from '../../lib/language.ts'
import { useRegistryFieldsText } from '../../locales/registry-fields.ts'

type Text = ReturnType<typeof useRegistryFieldsText>

/** A value of the history, as the API gives it. */
export interface ValueOfHistory {
  readonly field: string
  readonly kind: RevisionValueKind
  readonly value: string | null
  readonly name: string | null
  readonly erased: boolean
}

export interface ChangeOfHistory {
  readonly field: string
  readonly before: ValueOfHistory | null
  readonly after: ValueOfHistory | null
}

const find = (group: object, key: string): string | undefined => {
  const found: unknown = Reflect.get(group, key)
  return typeof found === 'string' ? found : undefined
}

/** What a field of a record is called. */
const fieldLabel = (text: Text, record: RegistryRecord, field: string): string =>
  find(text.fields[record], field) ?? field

function codeInWords(text: Text, record: RegistryRecord, field: string, code: string): string {
  const groups: Readonly<Record<string, object | undefined>> =
    field === 'kind' ? { kind: Reflect.get(text.kindsOf, record) as object | undefined } : text.codes
  return find(groups[field] ?? {}, code) ?? code
}

const numbers = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 6 })

function numberInWords(text: Text, field: string, value: string): string {
  const written = numbers.format(Number(value))
  switch (field) {
    case 'capacity':
    case 'persons':
    case 'count':
      return text.units.persons(written)
    case 'wheelchairs':
      return text.units.wheelchairs(written)
    case 'quotes':
      return text.units.quotes(written)
    case 'position':
      return text.units.place(written)
    default:
      return written
  }
}

/** A value in words: enums, amounts, days, names of what it refers to; a blank is said to be one. */
function valueInWords(text: Text, language: Language, record: RegistryRecord, given: ValueOfHistory): string {
  const { field, kind, value, name, erased } = given
  if (erased) return text.erased
  if (value === null) return field === 'upToYen' ? text.noLimit : text.nothing
  switch (kind) {
    case 'NUMBER':
      return numberInWords(text, field, value)
    case 'YEN':
      return text.units.yen(numbers.format(Number(value)))
    case 'DAY':
      return formatDate(value, language)
    case 'YES_NO':
      return value === 'true' ? text.yes : text.no
    case 'CODE':
      return codeInWords(text, record, field, value)
    case 'REFERENCE':
      return name ?? text.unknownName
    case 'TEXT':
      return field === 'postalCode' ? `〒${value.slice(0, 3)}-${value.slice(3)}` : value
    case 'LIST':
      return value
  }
}

/** One change as a line: 「定員 50人 → 54人」. */
function changeInWords(
  text: Text,
  language: Language,
  record: RegistryRecord,
  { field, before, after }: ChangeOfHistory,
): string {
  const label = fieldLabel(text, record, field)
  const say = (value: ValueOfHistory) => valueInWords(text, language, record, value)
  if (before && after) return text.change(label, say(before), say(after))
  const only = after ?? before
  return only ? text.set(label, say(only)) : label
}

/** Puts the history in words of the screen's language. */
export function useRevisionWords() {
  const text = useRegistryFieldsText()
  const language = useLanguage()
  return {
    text,
    label: (record: RegistryRecord, field: string) => fieldLabel(text, record, field),
    value: (record: RegistryRecord, value: ValueOfHistory) => valueInWords(text, language, record, value),
    change: (record: RegistryRecord, change: ChangeOfHistory) =>
      changeInWords(text, language, record, change),
  }
}
