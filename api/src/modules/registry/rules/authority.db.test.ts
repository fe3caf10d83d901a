import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../../tests/support/database.ts'
import { createDb, type Db } from '../../../kernel/db.ts'
import { corporation, facility } from '../fixtures.ts'

// 所轄庁 (社会福祉法30条) is derived by the tables themselves, so that a command, an import and a hand all keep to it.

let db: Db
beforeAll(async () => {
  db = createDb((await testDatabase()).url, 4)
})
afterAll(() => db.$disconnect())

const designated = JSON.stringify([
  { code: '041009', name: '仙台市' },
  { code: '141003', name: '横浜市' },
  { code: '141305', name: '川崎市' },
])
const bureaus = JSON.stringify([
  { name: '東北', prefectures: ['04', '06'] },
  { name: '関東信越', prefectures: ['13', '14', '15'] },
])

const YAMAGATA = '062014'
const TENDO = '062103'
const YAMANOBE = '063011'
const AOBA = '041017'
const IZUMI = '041050'
const SHIOGAMA = '042030'
const SHINJUKU = '131041'
const SHIBUYA = '131130'
const NISHI = '141038'
const KAWASAKI = '141313'
const NIIGATA = '152021'

describe('所轄庁 by seat and area of work', () => {
  it.each<[string, string, string | null, string[], string]>([
    ['another legal form', 'NOT_WELFARE', YAMAGATA, [YAMAGATA], '– – –'],
    ['no seat', 'GENERAL', null, [YAMAGATA], '– – SEAT_UNKNOWN'],
    ['all within the city of the seat', 'GENERAL', YAMAGATA, [YAMAGATA], `CITY ${YAMAGATA} WITHIN_CITY`],
    [
      'no facility, seat in a city',
      'COUNCIL',
      YAMAGATA,
      [],
      `CITY ${YAMAGATA} SEAT_IN_CITY_WITHOUT_FACILITIES`,
    ],
    ['a facility in the next city', 'GENERAL', YAMAGATA, [YAMAGATA, TENDO], 'PREFECTURE 060003 BEYOND_CITY'],
    ['only in another city', 'GENERAL', YAMAGATA, [TENDO], 'PREFECTURE 060003 BEYOND_CITY'],
    ['seat in a town', 'GENERAL', YAMANOBE, [YAMANOBE], 'PREFECTURE 060003 SEAT_OUTSIDE_CITIES'],
    ['seat in a town, no facility', 'GENERAL', YAMANOBE, [], 'PREFECTURE 060003 SEAT_OUTSIDE_CITIES'],
    [
      'in another prefecture of the same bureau',
      'GENERAL',
      YAMAGATA,
      [YAMAGATA, AOBA],
      'PREFECTURE 060003 BEYOND_CITY',
    ],
    ['under two bureaus', 'GENERAL', YAMAGATA, [NIIGATA], 'MINISTER – ACROSS_BUREAUS'],
    ['a town’s seat under two bureaus', 'AGENCY', YAMANOBE, [SHINJUKU], 'MINISTER – ACROSS_BUREAUS'],
    ['within one 指定都市, other wards', 'GENERAL', AOBA, [AOBA, IZUMI], 'CITY 041009 WITHIN_CITY'],
    [
      'seat in a 指定都市, work in its prefecture',
      'GENERAL',
      AOBA,
      [IZUMI, SHIOGAMA],
      'CITY 041009 DESIGNATED_CITY',
    ],
    [
      'seat in a 指定都市, work in another prefecture',
      'GENERAL',
      AOBA,
      [AOBA, YAMAGATA],
      'PREFECTURE 040002 BEYOND_CITY',
    ],
    ['two 指定都市 of one prefecture', 'GENERAL', NISHI, [NISHI, KAWASAKI], 'CITY 141003 DESIGNATED_CITY'],
    ['a ward finds its own city among two', 'GENERAL', KAWASAKI, [KAWASAKI], 'CITY 141305 WITHIN_CITY'],
    ['within a 特別区', 'GENERAL', SHINJUKU, [SHINJUKU], `CITY ${SHINJUKU} WITHIN_CITY`],
    ['in two 特別区', 'GENERAL', SHINJUKU, [SHINJUKU, SHIBUYA], 'PREFECTURE 130001 BEYOND_CITY'],
  ])('%s', async (_what, kind, seat, places, expected) => {
    const [row] = await db.$queryRawUnsafe<
      { authority: string | null; code: string | null; because: string | null }[]
    >(
      'SELECT authority::text, code, because::text FROM derive_authority($1::corporation_kind, $2, $3::text[], $4::jsonb, $5::jsonb)',
      kind,
      seat,
      places,
      designated,
      bureaus,
    )
    expect([row?.authority, row?.code, row?.because].map((value) => value ?? '–').join(' ')).toBe(expected)
  })
})

describe('所轄庁 follows by itself', () => {
  const place = (code: string, name: string) =>
    db.municipality.upsert({ where: { code }, create: { code, name, prefecture: '山形県' }, update: {} })
  const authorityOf = async (id: string) => {
    const { authorityKind, authorityCode, authorityName, authorityBecause, version } =
      await db.corporation.findUniqueOrThrow({ where: { id } })
    return { authorityKind, authorityCode, authorityName, authorityBecause, version }
  }

  beforeAll(async () => {
    await place(YAMAGATA, '山形市')
    await place(TENDO, '天童市')
    await place(YAMANOBE, '山辺町')
  })

  it('the seat, and a facility that opens elsewhere, closes, or goes to somebody else', async () => {
    const { id } = await corporation(db, { seatMunicipalityCode: YAMAGATA })
    const city = { authorityKind: 'CITY', authorityCode: YAMAGATA, authorityName: '山形市', version: 1 }
    const prefecture = {
      authorityKind: 'PREFECTURE',
      authorityCode: '060003',
      authorityName: '山形県',
      version: 1,
    }
    expect(await authorityOf(id)).toEqual({ ...city, authorityBecause: 'SEAT_IN_CITY_WITHOUT_FACILITIES' })
    await facility(db, { corporationId: id })
    expect(await authorityOf(id)).toEqual({ ...city, authorityBecause: 'WITHIN_CITY' })
    const { id: away } = await facility(db, { corporationId: id, municipalityCode: TENDO })
    expect(await authorityOf(id)).toEqual({ ...prefecture, authorityBecause: 'BEYOND_CITY' })

    await db.facility.update({
      where: { id: away },
      data: { status: 'CLOSED', endedOn: new Date('2026-11-23') },
    })
    expect(await authorityOf(id)).toMatchObject(city)
    await db.facility.update({ where: { id: away }, data: { status: 'ACTIVE', endedOn: null } })
    expect(await authorityOf(id)).toMatchObject(prefecture)

    const other = await corporation(db, { seatMunicipalityCode: YAMAGATA })
    await db.facility.updateMany({ where: { id: away }, data: { corporationId: other.id } })
    expect(await authorityOf(id)).toMatchObject(city)
    expect(await authorityOf(other.id)).toMatchObject(prefecture)

    await db.facility.delete({ where: { id: away } })
    expect(await authorityOf(other.id)).toMatchObject({ authorityBecause: 'SEAT_IN_CITY_WITHOUT_FACILITIES' })
    await db.corporation.update({ where: { id }, data: { seatMunicipalityCode: YAMANOBE } })
    expect(await authorityOf(id)).toMatchObject({ authorityBecause: 'SEAT_OUTSIDE_CITIES' })
  })

  it('leaves a correction alone, keeps what it would say, and follows again when that is taken back', async () => {
    const { id } = await corporation(db, { seatMunicipalityCode: YAMAGATA })
    await db.corporation.update({
      where: { id },
      data: {
        authorityKind: 'PREFECTURE',
        authorityCode: '060003',
        authorityName: '山形県',
        authorityCorrected: true,
        authorityReason: '県の全域で事業を行う。',
      },
    })
    await facility(db, { corporationId: id })
    expect(await db.corporation.findUniqueOrThrow({ where: { id } })).toMatchObject({
      authorityName: '山形県',
      derivedAuthorityName: '山形市',
      authorityBecause: 'WITHIN_CITY',
    })
    await db.corporation.update({ where: { id }, data: { authorityCorrected: false } })
    expect(await db.corporation.findUniqueOrThrow({ where: { id } })).toMatchObject({
      authorityName: '山形市',
      authorityReason: null,
    })
  })

  it('cannot be written by hand without saying that it is a correction', async () => {
    const { id } = await corporation(db, { seatMunicipalityCode: YAMAGATA, authorityKind: 'MINISTER' })
    expect(await authorityOf(id)).toMatchObject({ authorityKind: 'CITY' })
  })

  it('sees both when two people move facilities of one corporation at once', async () => {
    const { id } = await corporation(db, { seatMunicipalityCode: YAMAGATA })
    const places = await Promise.all(
      [1, 2].map(() => facility(db, { corporationId: id, municipalityCode: TENDO })),
    )
    expect(await authorityOf(id)).toMatchObject({ authorityBecause: 'BEYOND_CITY' })
    await Promise.all(
      places.map((one) =>
        db.facility.update({ where: { id: one.id }, data: { municipalityCode: YAMAGATA } }),
      ),
    )
    expect(await authorityOf(id)).toMatchObject({ authorityBecause: 'WITHIN_CITY' })
  })

  it('follows a list of the state’s that was corrected', async () => {
    const { id } = await corporation(db, { seatMunicipalityCode: TENDO })
    await facility(db, { corporationId: id, municipalityCode: YAMAGATA })
    expect(await authorityOf(id)).toMatchObject({ authorityBecause: 'BEYOND_CITY' })
    const list = await db.masterFact.findFirstOrThrow({ where: { key: 'DESIGNATED_CITIES' } })
    const value = list.value as { code: string; name: string }[]

    await db.masterFact.update({
      where: { id: list.id },
      data: { value: [...value, { code: TENDO, name: '天童市' }] },
    })
    expect(await authorityOf(id)).toMatchObject({
      authorityBecause: 'DESIGNATED_CITY',
      authorityName: '天童市',
    })
    await db.masterFact.update({ where: { id: list.id }, data: { value } })
    expect(await authorityOf(id)).toMatchObject({ authorityBecause: 'BEYOND_CITY', version: 1 })
  })
})
