import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import type { CareNeed, OutputForm, ShelterOpeningState } from '../../../generated/prisma/enums.ts'
import type { CostLine, FacilityFigures, Figures } from '../figures.ts'
import { isShownToEverybody, TARGETS } from '../targets/forms.ts'
import { claimPack } from './claim.ts'
import { haveMessage } from './have.ts'
import { readSource, SOURCE_IDS } from './source-fields.ts'
import { fill, leftOut, sourcesOf } from './target.ts'
import { NEEDS, STATES } from './words.ts'

const at = new Date('2026-11-23T03:00:00Z')

/** A facility about which everything is known. */
const told: FacilityFigures = {
  id: '0190a000-0000-7000-8000-000000000001',
  name: '見本苑 & <別館>',
  corporation: '見本福祉会',
  officeNumbers: ['0670100734'],
  municipality: '見本市',
  prefecture: '山形県',
  address: '見本町一丁目',
  phone: '023-000-0000',
  point: { latitude: 38.25, longitude: 140.33 },
  calledAt: at,
  shelter: {
    dayPlaces: 20,
    nightPlaces: 10,
    directEvacuation: true,
    companions: 1,
    acceptedPersons: '要配慮者と家族',
    places: [{ need: 'OLDER_PERSON', day: 12, night: 8 }],
  },
  designation: { kind: 'DESIGNATED', at },
  opening: {
    state: 'OPEN',
    requestedAt: at,
    answeredAt: at,
    cannotReason: 'STAFF',
    cannotNote: '夜は一人',
    decidedAt: at,
    opensAt: at,
    openedAt: at,
    deFacto: true,
    closedAt: at,
  },
  report: {
    reportedAt: at,
    ownUsers: '全員無事',
    building: '使える',
    power: '停電',
    water: '断水',
    staff: '足りない',
    canAccept: 'わからない',
  },
  occupancy: { at, day: 6, night: 4, byNeed: { OLDER_PERSON: 4 } },
  intake: { takenIn: 7, left: 1, byNeed: { OLDER_PERSON: 5 } },
  days: [
    { on: '2026-11-23', people: 7 },
    { on: '2026-11-24', people: 6 },
  ],
}
const cost: CostLine = {
  facility: '見本苑',
  category: 'STAFF',
  categoryName: '人件費',
  categoryConfirmed: false,
  what: '夜勤',
  yen: 12_000,
  on: '2026-11-23',
  evidence: null,
}
const whole: Figures = {
  event: {
    id: '0190a000-0000-7000-8000-000000000002',
    platformId: '0190a000-0000-7000-8000-000000000003',
    network: '見本ネットワーク',
    name: '見本の地震',
    hazard: 'EARTHQUAKE',
    drill: false,
    startedAt: at,
    openedAt: at,
    closedAt: null,
  },
  asOf: at,
  facilities: [told],
  costs: { lines: [cost], unclaimed: [] },
}
const asDrill: Figures = { ...whole, event: { ...whole.event, drill: true } }
const forms = Object.keys(TARGETS) as OutputForm[]

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 })
const number = fc.integer({ min: 0, max: 500 })
const need = fc.constantFrom(...(Object.keys(NEEDS) as CareNeed[]))
const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })

const anyFacility = fc.record<FacilityFigures>({
  id: fc.uuid(),
  name: word,
  corporation: maybe(word),
  officeNumbers: fc.array(word, { maxLength: 2 }),
  municipality: word,
  prefecture: word,
  address: fc.string(),
  phone: maybe(word),
  point: maybe(fc.record({ latitude: number, longitude: number })),
  calledAt: maybe(moment),
  shelter: maybe(
    fc.record({
      dayPlaces: maybe(number),
      nightPlaces: maybe(number),
      directEvacuation: maybe(fc.boolean()),
      companions: maybe(number),
      acceptedPersons: fc.string(),
      places: fc.uniqueArray(fc.record({ need, day: maybe(number), night: maybe(number) }), {
        selector: (place) => place.need,
        maxLength: 3,
      }),
    }),
  ),
  designation: maybe(
    fc.record({ kind: fc.constantFrom('DESIGNATED' as const, 'AGREED' as const), at: moment }),
  ),
  opening: maybe(
    fc.record({
      state: fc.constantFrom(...(Object.keys(STATES) as ShelterOpeningState[])),
      requestedAt: maybe(moment),
      answeredAt: maybe(moment),
      cannotReason: maybe(fc.constantFrom('STAFF' as const, 'OTHER' as const)),
      cannotNote: maybe(word),
      decidedAt: maybe(moment),
      opensAt: maybe(moment),
      openedAt: maybe(moment),
      deFacto: fc.boolean(),
      closedAt: maybe(moment),
    }),
  ),
  report: maybe(
    fc.record({
      reportedAt: moment,
      ownUsers: maybe(word),
      building: maybe(word),
      power: maybe(word),
      water: maybe(word),
      staff: maybe(word),
      canAccept: maybe(word),
    }),
  ),
  occupancy: maybe(
    fc.record({ at: moment, day: maybe(number), night: maybe(number), byNeed: fc.constant({}) }),
  ),
  intake: maybe(fc.record({ takenIn: maybe(number), left: maybe(number), byNeed: fc.constant({}) })),
  days: fc.constantFrom([], [{ on: '2026-11-23', people: 3 }]),
})
const anyFigures = fc.record<Figures>({
  event: fc.boolean().map((drill) => ({ ...whole.event, drill })),
  asOf: moment,
  facilities: fc.array(anyFacility, { maxLength: 4 }),
  costs: maybe(
    fc.record({ lines: fc.array(fc.constant(cost), { maxLength: 2 }), unclaimed: fc.constant([]) }),
  ),
})

describe.each(forms)('%s', (form) => {
  const target = TARGETS[form]

  it('says of every source field where it goes or why it does not, and of every own field what fills it or who', () => {
    for (const id of SOURCE_IDS) {
      const route = target.mapping[id]
      const isSaid =
        'to' in route ? target.fields.some((field) => field.id === route.to) : route.unmapped !== ''
      expect([id, isSaid]).toEqual([id, true])
    }
    for (const { id, byHand } of target.fields)
      expect([id, sourcesOf(target, id).length > 0 || !!byHand]).toEqual([id, true])
    expect(leftOut(target).length + target.fields.flatMap(({ id }) => sourcesOf(target, id)).length).toBe(
      SOURCE_IDS.length,
    )
  })

  it('holds everything that is known and has a place in it, and names everything that is missing', () => {
    fc.assert(
      fc.property(anyFigures, (figures) => {
        for (const filled of fill(target, figures)) {
          const facility = figures.facilities.find(({ id }) => id === filled.facilityId) ?? null
          for (const [index, { id }] of target.fields.entries()) {
            const known = sourcesOf(target, id).flatMap(
              (source) => readSource(source, { figures, facility }) ?? [],
            )
            for (const value of known) expect(filled.fields[index]?.value).toContain(value)
            const label = filled.fields[index]?.label
            expect(filled.missing.some((one) => one.label === label)).toBe(known.length === 0)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

it.each(forms.filter((form) => form !== 'PUBLIC_PAGE'))('%s says 【訓練】 where it names a drill', (form) => {
  const target = TARGETS[form]
  const named = target.fields.findIndex(({ id }) => sourcesOf(target, id).includes('event'))
  const closed = { ...told, opening: told.opening && { ...told.opening, state: 'CLOSED' as const } }
  const filled = fill(target, { ...asDrill, facilities: [told, closed] })
  expect(filled.length).toBeGreaterThan(0)
  for (const { fields } of filled) expect(fields[named]?.value).toContain('【訓練】')
})

/** The sequences of the schema, as far as they are written: element, its children in their order, those that must be there. */
const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
  HAVE: ['organizationInformation!', 'reportingPeriod', 'reportComment', 'facility!*'],
  facility: [
    'facilityInformation!',
    'reportingPeriod',
    'activityInPeriod',
    'serviceList!*',
    'capacity',
    'resources',
    'commentText*',
    'facilityColourStatus',
    'securityStatus',
    'operations',
  ],
  facilityInformation: [
    'facilityID!',
    'parentFacility',
    'facilityName!',
    'facilityGeoLocation',
    'facilityDetails!',
    'facilityKind',
  ],
  serviceList: [
    'taxonomyURI!',
    'taxonomyName!',
    'serviceTaxonomyComment',
    'serviceListComment',
    'serviceListItem!*',
  ],
  serviceListItem: [
    'serviceTaxonomyKeyValue!',
    'serviceName!',
    'serviceStatus',
    'serviceBedCapacity',
    'capacity',
    'staffingLevels',
    'comment',
  ],
  serviceStatus: ['isAvailable!', 'colourStatus', 'comment', 'stability'],
  serviceBedCapacity: ['availableCount!', 'baselineCount', 'capacityNote', 'availability'],
  colourStatus: ['colourCodeDefault!', 'colourDescription'],
  facilityColourStatus: ['colourCodeDefault!', 'colourDescription'],
  activityInPeriod: ['admissions', 'discharges', 'deaths', 'comment'],
}

/** What of a message breaks the sequences. */
function faultsOf(xml: string): string[] {
  const faults: string[] = []
  const open: { name: string; children: string[] }[] = []
  const ids = new Set<string>()
  let id: string | null = null
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => faults.push(error.message))
  parser.on('opentag', ({ local }) => {
    open.at(-1)?.children.push(local)
    open.push({ name: local, children: [] })
    if (local === 'facilityID') id = ''
  })
  parser.on('text', (text) => {
    if (id !== null) id += text
  })
  parser.on('closetag', ({ local }) => {
    if (local === 'facilityID' && id !== null) {
      if (!/^[A-Za-z_][\w.-]*$/.test(id) || ids.has(id)) faults.push(`${id} is no xs:ID`)
      ids.add(id)
      id = null
    }
    const { name, children } = open.pop() ?? { name: '', children: [] }
    const sequence = SEQUENCES[name]
    if (!sequence) return
    const allowed = sequence.map((entry) => entry.replace(/[!*]/g, ''))
    const places = children.map((child) => allowed.indexOf(child))
    if (places.includes(-1)) faults.push(`${name}: ${children.join(' ')}`)
    if (places.some((place, n) => n > 0 && place < (places[n - 1] ?? 0)))
      faults.push(`${name} out of order: ${children.join(' ')}`)
    for (const entry of sequence) {
      const plain = entry.replace(/[!*]/g, '')
      const number = children.filter((child) => child === plain).length
      if (entry.includes('!') && number === 0) faults.push(`${name} without ${plain}`)
      if (!entry.includes('*') && number > 1) faults.push(`${name} with ${number} ${plain}`)
    }
  })
  parser.write(xml).close()
  return faults
}

describe('EDXL-HAVE', () => {
  it('keeps to the sequences of the schema, whatever is known', () => {
    fc.assert(
      fc.property(anyFigures, (figures) => {
        const faults = faultsOf(haveMessage(figures))
        expect(
          figures.facilities.length === 0
            ? faults.filter((fault) => fault !== 'HAVE without facility')
            : faults,
        ).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('keeps the name of a facility that has no sign which XML knows', () => {
    const xml = haveMessage({ ...whole, facilities: [{ ...told, name: '\u0000' }] })
    expect(faultsOf(xml)).toEqual([])
    expect(xml).toContain('<have:facilityName>\uFFFD</have:facilityName>')
  })

  it('says what is there, what is free and by when it was so', () => {
    const xml = haveMessage(whole)
    expect(faultsOf(xml)).toEqual([])
    expect(xml).toContain('<have:facilityName>見本苑 &amp; &lt;別館&gt;</have:facilityName>')
    expect(xml).toContain(
      '<have:availableCount>6</have:availableCount><have:baselineCount>10</have:baselineCount>',
    )
    expect(xml).toContain('<have:serviceName>福祉避難所（高齢者）</have:serviceName>')
    expect(xml).toContain('<gml:pos>38.25 140.33</gml:pos>')
    expect(xml).toContain('<distributionStatus>Actual</distributionStatus>')
    expect(xml).not.toContain('訓練')
  })

  it('makes up no free places where nobody has counted', () => {
    const xml = haveMessage({ ...whole, facilities: [{ ...told, occupancy: null }] })
    expect(xml).not.toContain('availableCount')
    expect(xml).toContain('受入可能人数 昼20・夜10')
  })

  it('is an exercise by the means of EDXL, and in words, when it is a drill', () => {
    const xml = haveMessage(asDrill)
    expect(xml).toContain('<distributionStatus>Exercise</distributionStatus>')
    expect(xml).toContain('<have:reportComment>EXERCISE / 【訓練】見本の地震 / 地震</have:reportComment>')
    expect(xml).toContain('<have:facilityName>【訓練】見本苑')
  })
})

describe('the public page', () => {
  it('shows who is open by a decision and not full, and none of the moving figures', () => {
    const opening = (over: object) => ({ ...told, opening: told.opening && { ...told.opening, ...over } })
    expect(isShownToEverybody(told)).toBe(true)
    expect(isShownToEverybody(opening({ state: 'FULL' }))).toBe(false)
    expect(isShownToEverybody(opening({ decidedAt: null }))).toBe(false)
    expect(isShownToEverybody({ ...told, opening: null })).toBe(false)
    const [filled] = fill(TARGETS.PUBLIC_PAGE, whole)
    expect(JSON.stringify(filled?.fields)).not.toMatch(/停電|断水|いまいる|6人|4人/)
  })
})

describe('the cost claim', () => {
  it('adds up by category, and says what lacks its amount or its papers', () => {
    const lines = [
      cost,
      { ...cost, yen: 8_000, evidence: '勤務表' },
      { ...cost, yen: null },
      { ...cost, category: 'GOODS', categoryName: '消耗器材', yen: 500 },
    ]
    const pack = claimPack(lines)
    expect(pack).toMatchObject([
      { code: 'STAFF', confirmed: false, lines: 3, yen: 20_000, withoutYen: 1, withoutEvidence: 2 },
      { code: 'GOODS', yen: 500 },
    ])
    expect(pack.reduce((sum, { lines: number }) => sum + number, 0)).toBe(lines.length)
  })
})
