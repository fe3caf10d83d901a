import { corporationKindOf, corporationNameKey } from '../../../api/src/modules/registry/rules/names.ts'
import { SERVICE_KINDS } from '../../../api/src/modules/registry/rules/service-kinds.ts'
import { firstOf, known } from './known.ts'
import type { OfficeRow, PublishedCorporation, PublishedFacility } from './published.ts'

const order = new Map(
  SERVICE_KINDS.filter(({ scheme }) => scheme === 'KAIGO').map(({ code }, position) => [code, position]),
)
const position = (row: OfficeRow): number => known(order, row.serviceCode)

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Rows in an order that does not depend on the order of files and lines. */
const inOrder = (rows: readonly OfficeRow[]): OfficeRow[] =>
  rows.toSorted((a, b) => position(a) - position(b) || byCodePoint(a.officeNumber, b.officeNumber))

export interface Assembled {
  readonly corporations: readonly PublishedCorporation[]
  readonly facilities: readonly PublishedFacility[]
}

/**
 * The rule by which rows become corporations and facilities, in plain code and in memory: what the import, which does it in
 * the database, is compared with. Corporations and facilities out of the rows of all files. The result does not depend on the order of the rows.
 */
export function assemble(rows: readonly OfficeRow[]): Assembled {
  const sorted = inOrder(rows)
  const keyOf = corporationKeys(sorted)
  return { corporations: corporationsOf(sorted, keyOf), facilities: facilitiesOf(sorted, keyOf) }
}

type KeyOf = (row: OfficeRow) => string | null

/**
 * Which corporation a row belongs to. Where the row's own number is missing or wrong, the number that another service
 * of the same office carries counts, then that of the only corporation of the same name; else the name stands alone.
 */
function corporationKeys(rows: readonly OfficeRow[]): KeyOf {
  const byOffice = numbersBy(rows, (row) => row.officeNumber)
  const byName = numbersBy(rows, (row) => row.corporationName && corporationNameKey(row.corporationName))
  return (row) => {
    if (row.corporateNumber) return row.corporateNumber
    const name = row.corporationName && corporationNameKey(row.corporationName)
    const number = onlyOne(byOffice.get(row.officeNumber)) ?? (name ? onlyOne(byName.get(name)) : null)
    return number ?? (name ? `name:${name}` : null)
  }
}

function numbersBy(
  rows: readonly OfficeRow[],
  group: (row: OfficeRow) => string | null,
): Map<string, Set<string>> {
  const numbers = new Map<string, Set<string>>()
  for (const row of rows) {
    const key = group(row)
    if (!key || !row.corporateNumber) continue
    numbers.set(key, (numbers.get(key) ?? new Set()).add(row.corporateNumber))
  }
  return numbers
}

function onlyOne(numbers: Iterable<string> = []): string | null {
  const [number, ...others] = numbers
  return number !== undefined && others.length === 0 ? number : null
}

function corporationsOf(rows: readonly OfficeRow[], keyOf: KeyOf): PublishedCorporation[] {
  const groups = Map.groupBy(rows, keyOf)
  return [...groups].flatMap(([key, members]) => {
    if (key === null) return []
    const spellings = spellingsOf(members)
    const name = spellings[0] ?? key
    return {
      key,
      file: firstOf(members).file,
      corporateNumber: key.startsWith('name:') ? null : key,
      name,
      otherSpellings: spellings.slice(1),
      kind: corporationKindOf(name),
    }
  })
}

/** The spellings of a name: the most frequent first, of equally frequent ones the shortest. */
function spellingsOf(rows: readonly OfficeRow[]): string[] {
  const names = rows.flatMap((row) => row.corporationName ?? [])
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, { length }]) => ({ name, length }))
  return counts
    .toSorted((a, b) => b.length - a.length || a.name.length - b.name.length || byCodePoint(a.name, b.name))
    .map(({ name }) => name)
}

/**
 * A facility is what one corporation runs at one address. All services of one 事業所番号 belong together even when
 * their addresses are typed differently. Rows without a corporation or a house number share nothing but the number.
 */
function facilitiesOf(rows: readonly OfficeRow[], keyOf: KeyOf): PublishedFacility[] {
  const groups = new Groups()
  for (const row of rows) {
    const corporation = keyOf(row)
    groups.join(`office ${row.officeNumber}`)
    if (corporation && row.addressKey)
      groups.join(
        `office ${row.officeNumber}`,
        `place ${corporation} ${row.municipalityCode} ${row.addressKey}`,
      )
  }
  const facilities = Map.groupBy(rows, (row) => groups.of(`office ${row.officeNumber}`))
  return [...facilities.values()].map((offices) => ({
    main: firstOf(offices),
    offices,
    corporationKey: keyOf(firstOf(offices)),
  }))
}

/** Which keys belong together, found step by step (union-find). */
class Groups {
  readonly #parents = new Map<string, string>()

  of(key: string): string {
    const parent = this.#parents.get(key) ?? key
    if (parent === key) return key
    const root = this.of(parent)
    this.#parents.set(key, root)
    return root
  }

  join(first: string, ...others: string[]): void {
    const root = this.of(first)
    this.#parents.set(root, root)
    for (const other of others) this.#parents.set(this.of(other), root)
  }
}
