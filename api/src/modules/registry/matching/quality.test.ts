import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../../../../scripts/project.ts'
import { assemble } from '../../../../../tests/support/assemble/assemble.ts'
import { readOfficeRows, readShelterFacts } from '../../../../../tests/support/assemble/read-published.ts'
import { readSheet } from '../../../../../tests/support/xlsx.ts'
import type { MatchKind } from '../../../generated/prisma/enums.ts'
import { KeyIndex, placeKeys } from '../rules/matching/blocking.ts'
import { storedAddressKey } from '../rules/matching/addresses.ts'
import { compareCorporations, keyedCorporation } from '../rules/matching/corporations.ts'
import { scoreOf } from '../rules/matching/evidence.ts'
import { comparePlaces, keyedPlace, type Place, type PlaceRecord } from '../rules/matching/places.ts'
import { THRESHOLDS } from '../rules/matching/verdicts.ts'

// How well the score tells, on pairs of the real files that were labelled by hand or by their numbers (data/labels). The
// tables of docs/matching.md are what this test computes.

const data = path.join(projectRoot, 'data')
const registry = assemble(await readOfficeRows())
const published = await readShelterFacts()
const YAMAGATA = { name: '山形市', prefecture: '山形県' }

interface Label {
  readonly kind: MatchKind
  readonly left: string
  readonly right: string
  readonly same: boolean
}

const labels = fs
  .readFileSync(path.join(data, 'labels/pairs.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line): Label => {
    const [kind = '', left = '', right = '', same] = line.split(',')
    return { kind: kind as MatchKind, left, right, same: same === '1' }
  })

const corporations = new Map(registry.corporations.map((corporation) => [corporation.key, corporation]))
const spellingsOf = (key: string | null): string[] => {
  const found = corporations.get(key ?? '')
  return found ? [found.name, ...found.otherSpellings] : []
}

const shelterOf = (
  given: Pick<PlaceRecord, 'id' | 'names' | 'address' | 'municipalityCode' | 'point'>,
  key: string | null,
  welfare = false,
) =>
  keyedPlace({
    ...given,
    is: 'SHELTER',
    kana: [],
    addressKey: key,
    phones: [],
    ownerId: null,
    ownerNames: [],
    welfare,
  })

const shelters = new Map<string, Place>()
const facilities = new Map<string, Place>()
const offices = new Map<string, Place>()

beforeAll(() => {
  for (const { kind, sourceKey, name, address, addressKey, municipalityCode, point, welfare } of published) {
    const id = `${kind}:${sourceKey}`
    shelters.set(
      id,
      shelterOf({ id, names: [name], address, municipalityCode, point: point ?? null }, addressKey, welfare),
    )
  }
  for (const row of readSheet(
    fs.readFileSync(path.join(data, 'shelters/yamagatashi_emergency_sites.xlsx')),
  ).slice(1)) {
    const id = `YAMAGATA_CITY:${row.B}`
    const point = row.N && row.O ? { latitude: Number(row.N), longitude: Number(row.O) } : null
    const address = row.H ?? ''
    shelters.set(
      id,
      shelterOf(
        { id, names: [row.C ?? ''], address, municipalityCode: '062014', point },
        storedAddressKey(address, YAMAGATA, null),
      ),
    )
  }
  for (const { main, offices: rows, corporationKey } of registry.facilities) {
    const common = {
      is: 'FACILITY' as const,
      municipalityCode: main.municipalityCode,
      ownerId: corporationKey,
      ownerNames: spellingsOf(corporationKey),
      welfare: false,
    }
    const place = keyedPlace({
      ...common,
      id: main.officeNumber,
      names: rows.map(({ name }) => name),
      kana: rows.map(({ kana }) => kana),
      address: main.address,
      addressKey: main.addressKey,
      point: main.point,
      phones: rows.flatMap(({ phone }) => phone ?? []),
    })
    for (const { officeNumber } of rows) facilities.set(officeNumber, place)
    // An office alone, without the address by which it was labelled.
    for (const row of rows)
      if (!offices.has(row.officeNumber))
        offices.set(
          row.officeNumber,
          keyedPlace({
            ...common,
            id: row.officeNumber,
            names: [row.name],
            kana: [row.kana],
            address: row.address,
            addressKey: null,
            point: row.point,
            phones: row.phone ? [row.phone] : [],
          }),
        )
  }
})

function known<Item>(items: ReadonlyMap<string, Item>, key: string): Item {
  const item = items.get(key)
  if (!item) throw new Error(`${key} is labelled, but not in the files`)
  return item
}

function spelling(key: string) {
  const [number = '', n] = key.split('#')
  const name = spellingsOf(number)[Number(n)]
  if (!name) throw new Error(`${key} is labelled, but not in the files`)
  // As if no number were known: by it alone everything would be certain.
  return keyedCorporation({
    id: key,
    number: null,
    names: [name],
    seat: null,
    seatKey: null,
    municipalityCodes: [],
    phones: [],
    placeKeys: [],
  })
}

function scored({ kind, left, right }: Label): number {
  switch (kind) {
    case 'SHELTER_FACILITY':
      return scoreOf(comparePlaces(known(shelters, left), known(facilities, right)))
    case 'SHELTER_SHELTER':
      return scoreOf(comparePlaces(known(shelters, left), known(shelters, right)))
    case 'FACILITY_FACILITY':
      return scoreOf(comparePlaces(known(offices, left), known(offices, right)))
    case 'CORPORATION_CORPORATION':
      return scoreOf(compareCorporations(spelling(left), spelling(right)))
  }
}

const STEPS = [40, 45, 50, 60, 70, 75, 80, 90, 100]

interface Quality {
  readonly precision: number
  readonly recall: number
}

function qualityAt(kind: MatchKind, threshold: number): Quality {
  const pairs = labels
    .filter((label) => label.kind === kind)
    .map((label) => ({ ...label, score: scored(label) }))
  const found = pairs.filter(({ score }) => score >= threshold)
  const right = found.filter(({ same }) => same).length
  return {
    precision: found.length === 0 ? 1 : right / found.length,
    recall: right / pairs.filter(({ same }) => same).length,
  }
}

const KINDS: readonly MatchKind[] = [
  'SHELTER_FACILITY',
  'SHELTER_SHELTER',
  'FACILITY_FACILITY',
  'CORPORATION_CORPORATION',
]

const share = (part: number): string => part.toFixed(3)

/** The tables as they stand in the docs. */
function tables(): string {
  const counts = KINDS.map((kind) => {
    const pairs = labels.filter((label) => label.kind === kind)
    const same = pairs.filter((label) => label.same).length
    const { link, ask } = THRESHOLDS[kind]
    return `| ${kind} | ${pairs.length} | ${same} | ${pairs.length - same} | ${link ?? 'never'} | ${ask} |`
  })
  const rows = STEPS.map(
    (step) =>
      `| ${step} | ${KINDS.map((kind) => {
        const { precision, recall } = qualityAt(kind, step)
        return `${share(precision)} / ${share(recall)}`
      }).join(' | ')} |`,
  )
  return [
    '| kind | labelled | one | two | links from | asks from |',
    '|---|---|---|---|---|---|',
    ...counts,
    '',
    `| score from | ${KINDS.join(' | ')} |`,
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}

describe('the score on the labelled pairs', () => {
  it('has enough of them, hard ones among them', () => {
    expect(labels.length).toBeGreaterThan(400)
    expect(new Set(labels.map(({ kind, left, right }) => `${kind} ${left} ${right}`)).size).toBe(
      labels.length,
    )
    const hard = labels.filter((label) => !label.same && scored(label) >= 40)
    expect(hard.length).toBeGreaterThan(50)
  })

  it.each(['SHELTER_FACILITY', 'SHELTER_SHELTER'] as const)(
    'links %s with precision 0.99 or more',
    (kind) => {
      const { precision, recall } = qualityAt(kind, THRESHOLDS[kind].link ?? 101)
      expect(precision).toBeGreaterThanOrEqual(0.99)
      expect(recall).toBeGreaterThanOrEqual(0.95)
    },
  )

  // Offices are measured without the address by which they were labelled, so less of them is found than in earnest.
  it.each(KINDS.filter((kind) => kind !== 'FACILITY_FACILITY'))(
    'loses hardly any true %s below the score from which people are asked',
    (kind) => {
      expect(qualityAt(kind, THRESHOLDS[kind].ask).recall).toBeGreaterThanOrEqual(0.9)
    },
  )

  it('is told in the docs as it is', () => {
    const docs = fs.readFileSync(path.join(projectRoot, 'docs/matching.md'), 'utf8')
    expect(docs).toContain(tables())
  })

  it('never links two houses of a pair that was labelled as two', () => {
    const linked = labels.filter(
      (label) => !label.same && scored(label) >= (THRESHOLDS[label.kind].link ?? 101),
    )
    expect(linked).toEqual([])
  })

  it('is asked of every pair that matters: looking by keys finds what comparing all with all finds', () => {
    const towns = Map.groupBy(new Set(facilities.values()), ({ municipalityCode }) => municipalityCode)
    const indexes = new Map(
      [...towns].map(([code, places]) => [code, new KeyIndex(places, (place) => placeKeys(place, false))]),
    )
    const missed = []
    for (const shelter of shelters.values()) {
      const near = indexes.get(shelter.municipalityCode)?.sharing(placeKeys(shelter, false, true))
      for (const place of towns.get(shelter.municipalityCode) ?? [])
        if (scoreOf(comparePlaces(shelter, place)) >= THRESHOLDS.SHELTER_FACILITY.ask && !near?.has(place))
          missed.push(`${shelter.names[0]} / ${place.names[0]}`)
    }
    expect(missed).toEqual([])
  })
})
