import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readMessage, type AreaFact, type MessageFacts } from './read-message.ts'

const folder = path.join(import.meta.dirname, '../../../../../data/jma/samples')
const sample = (file: string) => fs.readFileSync(path.join(folder, file), 'utf8')

function factsOf(text: string): MessageFacts {
  const read = readMessage(text)
  if (!read.ok) throw new Error(`not read: ${read.problem}`)
  return read.facts
}

/** What holds in a place: the heaviest signal with its rank, e.g. `ALERT_LEVEL 4`; 解除 if all has ended. */
function weightIn(areas: readonly AreaFact[], of: (area: AreaFact) => boolean): string {
  const there = areas.filter(of)
  if (there.length === 0) return 'not named'
  const heaviest = there
    .flatMap(({ weight }) => (weight ? [weight] : []))
    .toSorted(
      (one, other) =>
        Number(other.signal === 'ALERT_LEVEL') - Number(one.signal === 'ALERT_LEVEL') ||
        other.rank - one.rank,
    )[0]
  return heaviest ? `${heaviest.signal} ${heaviest.rank}` : there.every(({ ended }) => ended) ? '解除' : '―'
}

interface Expected {
  readonly kind: MessageFacts['kind']
  readonly status: MessageFacts['status']
  readonly infoType: MessageFacts['infoType']
  readonly at: string
  readonly eventKey: string | null
  readonly serial: number | null
  /** By the 6-digit code of the municipality. */
  readonly towns: Readonly<Record<string, string>>
  /** By name, for areas that are no municipality and for what has no usable code. */
  readonly others?: Readonly<Record<string, readonly [prefecture: string | null, weight: string]>>
  /** How many different municipalities are named by a code. */
  readonly townCount: number
}

// Written by hand from reading the files; the 6-digit codes were worked out from JIS's five digits.
const expected: Readonly<Record<string, Expected>> = {
  // 奈良県, old format: a new 大雨特別警報 in most towns; 五條市 comes in two parts of one municipality (2920701, 2920702).
  '15_08_01_130412_VPWW53.xml': {
    kind: 'WEATHER_WARNING',
    status: 'NORMAL',
    infoType: 'ISSUED',
    at: '2011-09-03T03:00:00.000Z',
    eventKey: null,
    serial: null,
    towns: {
      '292010': 'ALERT_LEVEL 5', // 奈良市 大雨特別警報
      '292036': 'ALERT_LEVEL 2', // 大和郡山市 大雨注意報
      '292079': 'ALERT_LEVEL 5', // 五條市
      '294497': 'ALERT_LEVEL 5', // 十津川村
      '294276': 'ALERT_LEVEL 2', // 河合町
      '062014': 'not named',
    },
    townCount: 39,
  },
  // 東京都, old format: four places have warnings, all others none.
  '15_14_01_170216_VPWW53.xml': {
    kind: 'WEATHER_WARNING',
    status: 'NORMAL',
    infoType: 'ISSUED',
    at: '2017-01-26T08:20:00.000Z',
    eventKey: null,
    serial: null,
    towns: {
      '131041': 'ALERT_LEVEL 5', // 新宿区 大雨特別警報
      '131181': 'ALERT_LEVEL 3', // 荒川区 大雨警報、洪水警報
      '131211': 'ALERT_LEVEL 3', // 足立区
      '133086': 'ALERT_LEVEL 5', // 奥多摩町
      '131016': 'not named', // 千代田区
    },
    townCount: 4,
  },
  // 宗谷地方, new format (大雨): its 府県予報区 011000 looks like a municipality and is none.
  '15_16_03_241226_VPWW55.xml': {
    kind: 'WEATHER_WARNING',
    status: 'NORMAL',
    infoType: 'ISSUED',
    at: '2020-06-22T14:00:00.000Z',
    eventKey: null,
    serial: null,
    towns: {
      '012149': 'ALERT_LEVEL 4', // 稚内市 レベル４大雨危険警報
      '015113': 'ALERT_LEVEL 3', // 猿払村 レベル３大雨警報
      '015121': 'ALERT_LEVEL 2', // 浜頓別町
      '015202': 'ALERT_LEVEL 2', // 幌延町
    },
    townCount: 10,
  },
  // 島根県, new format (土砂): 雲南市 newly and 吉賀町 still at level 4; the islands of 隠岐 have none.
  '15_17_01_250630_VPWW56.xml': {
    kind: 'WEATHER_WARNING',
    status: 'NORMAL',
    infoType: 'ISSUED',
    at: '2024-11-01T23:00:00.000Z',
    eventKey: null,
    serial: null,
    towns: {
      '322091': 'ALERT_LEVEL 4', // 雲南市
      '325058': 'ALERT_LEVEL 4', // 吉賀町
      '322016': 'ALERT_LEVEL 2', // 松江市
      '325252': 'not named', // 海士町
    },
    townCount: 15,
  },
  // A river forecast whose sample has placeholders for all codes: names are kept, no municipality is made up.
  '16_01_01_220728_VXKOii.xml': {
    kind: 'RIVER_FLOOD',
    status: 'NORMAL',
    infoType: 'ISSUED',
    at: '2019-05-09T11:40:00.000Z',
    eventKey: '830303020300',
    serial: 1,
    towns: {},
    others: {
      '○○川': [null, 'ALERT_LEVEL 2'],
      '○○県': [null, 'ALERT_LEVEL 2'],
      '○○市': [null, 'ALERT_LEVEL 2'],
      '◇◇市': [null, 'ALERT_LEVEL 2'],
    },
    townCount: 0,
  },
  // 福岡県, old 土砂災害警戒情報, fifth edition: 警戒 in 25 places, 解除 in 26.
  '17_01_01_190529_VXWW50.xml': {
    kind: 'LANDSLIDE',
    status: 'NORMAL',
    infoType: 'ISSUED',
    at: '2013-08-31T02:05:00.000Z',
    eventKey: '福岡県土砂災害警戒情報',
    serial: 5,
    towns: {
      '401005': 'ALERT_LEVEL 4', // 北九州市
      '402044': 'ALERT_LEVEL 4', // 直方市
      '402109': '解除', // 八女市
      '402079': 'not named', // 柳川市 なし
    },
    townCount: 51,
  },
  // 神奈川県, the same in the words of 令和6年.
  '17_04_01_250630_VXWW50.xml': {
    kind: 'LANDSLIDE',
    status: 'NORMAL',
    infoType: 'ISSUED',
    at: '2024-11-02T09:50:00.000Z',
    eventKey: '神奈川県土砂災害警戒情報',
    serial: 1,
    towns: {
      '142069': 'ALERT_LEVEL 4', // 小田原市
      '143839': 'ALERT_LEVEL 4', // 真鶴町
      '143847': 'ALERT_LEVEL 4', // 湯河原町
      '141003': 'not named', // 横浜市
    },
    townCount: 3,
  },
  // 震度速報: areas of seismology, no municipalities; 新島 is in 東京都 by the 都道府県 around it.
  '32-35_01_01_100806_VXSE51.xml': {
    kind: 'INTENSITY_FLASH',
    status: 'NORMAL',
    infoType: 'ISSUED',
    at: '2009-08-10T20:09:00.000Z',
    eventKey: '20090811050711',
    serial: null,
    towns: {},
    others: {
      静岡県中部: ['22', 'INTENSITY 7'],
      静岡県伊豆: ['22', 'INTENSITY 6'],
      新島: ['13', 'INTENSITY 4'],
      奈良県: ['29', 'INTENSITY 3'],
    },
    townCount: 0,
  },
  // 取消 of a 震源に関する情報.
  '32-35_06_02_100915_VXSE52.xml': {
    kind: 'HYPOCENTER',
    status: 'NORMAL',
    infoType: 'CANCELLED',
    at: '2008-06-13T23:51:00.000Z',
    eventKey: '20080614084350',
    serial: null,
    towns: {},
    townCount: 0,
  },
  '32-35_07_01_100915_VXSE51.xml': {
    kind: 'INTENSITY_FLASH',
    status: 'NORMAL',
    infoType: 'ISSUED',
    at: '2009-08-10T20:09:00.000Z',
    eventKey: '20090811050711',
    serial: null,
    towns: {},
    others: { 静岡県西部: ['22', 'INTENSITY 7'], 千葉県南部: ['12', 'INTENSITY 4'] },
    townCount: 0,
  },
  // 震源・震度: municipalities, wards of 仙台市, and two towns that share the placeholder 0599900.
  '32-35_08_07_240613_VXSE53.xml': {
    kind: 'EARTHQUAKE',
    status: 'NORMAL',
    infoType: 'ISSUED',
    at: '2010-07-04T22:02:00.000Z',
    eventKey: '20100705065610',
    serial: 1,
    towns: {
      '032018': 'INTENSITY 4', // 盛岡市
      '041025': 'INTENSITY 3', // 仙台宮城野区
      '062014': 'INTENSITY 1', // 山形市
      '062081': 'INTENSITY 3', // 村山市
      '062049': 'INTENSITY 3', // 酒田市
      '131016': 'INTENSITY 1', // 東京千代田区
    },
    others: {
      潟上市: ['05', 'INTENSITY 2'],
      三種町: ['05', 'INTENSITY 2'],
      福島伊達市: ['07', 'INTENSITY 2'],
    },
    townCount: 372,
  },
  // A drill of a tsunami. 山形県 has an advisory.
  '32-39_12_02_250206_VTSE41.xml': {
    kind: 'TSUNAMI',
    status: 'DRILL',
    infoType: 'ISSUED',
    at: '2016-08-31T22:13:00.000Z',
    eventKey: '20160901071000',
    serial: null,
    towns: {},
    others: {
      茨城県: ['08', 'TSUNAMI 4'],
      宮城県: ['04', 'TSUNAMI 3'],
      山形県: ['06', 'TSUNAMI 2'],
      '伊勢・三河湾': [null, 'TSUNAMI 4'],
      小笠原諸島: ['13', 'TSUNAMI 4'],
    },
    townCount: 0,
  },
  // 線状降水帯発生: new in 令和6年, no level of its own.
  '82_01_01_241031_VPBS50.xml': {
    kind: 'WEATHER_BULLETIN',
    status: 'NORMAL',
    infoType: 'ISSUED',
    at: '2023-09-08T01:19:00.000Z',
    eventKey: 'JPTE202309081000_202309081019',
    serial: 2,
    towns: {},
    others: { 北西部: ['12', 'BULLETIN 1'], 南部: ['12', 'BULLETIN 1'] },
    townCount: 0,
  },
}

describe('every sample of the 気象庁', () => {
  it('has its line in the table', () => {
    expect(Object.keys(expected).toSorted()).toEqual(fs.readdirSync(folder).toSorted())
  })

  it.each(Object.entries(expected))('%s', (file, { towns, others = {}, townCount, at, ...head }) => {
    const { areas, ...facts } = factsOf(sample(file))
    expect(facts).toMatchObject({ ...head, reading: 'READ' })
    expect(facts.reportedAt.toISOString()).toBe(at)
    const codes = new Set(areas.flatMap(({ municipalityCode }) => municipalityCode ?? []))
    expect(codes.size).toBe(townCount)
    const read = Object.keys(towns).map((code) => [
      code,
      weightIn(areas, (area) => area.municipalityCode === code),
    ])
    expect(Object.fromEntries(read)).toEqual(towns)
    for (const [name, [prefecture, weight]] of Object.entries(others)) {
      const named = areas.find((area) => area.name === name)
      expect([name, named?.municipalityCode, named?.prefectureCode]).toEqual([name, null, prefecture])
      expect(weightIn(areas, (area) => area.name === name)).toBe(weight)
    }
  })

  it('says what changed: 発表, 継続, 解除', () => {
    const { areas } = factsOf(sample('15_17_01_250630_VPWW56.xml'))
    const changeIn = (name: string) => areas.find((area) => area.name === name)?.change
    expect([changeIn('雲南市'), changeIn('吉賀町')]).toEqual(['発表', '継続'])
    const landslides = factsOf(sample('17_01_01_190529_VXWW50.xml')).areas
    expect(landslides.find(({ name }) => name === '八女市')).toMatchObject({ change: '解除', ended: true })
  })

  it('is about the same thing as its own later edition, and not as a drill of it', () => {
    const text = sample('15_16_03_241226_VPWW55.xml')
    const later = text.replaceAll('2020-06-22T23:00', '2020-06-22T23:30')
    const drill = text.replace('<Status>通常</Status>', '<Status>訓練</Status>')
    const other = text.replaceAll('011000', '012000')
    const key = factsOf(text).chainKey
    expect(factsOf(later).chainKey).toBe(key)
    expect(factsOf(drill)).toMatchObject({ status: 'DRILL' })
    expect([factsOf(drill).chainKey, factsOf(other).chainKey]).not.toContain(key)
  })
})

describe('what is no message', () => {
  const whole = sample('82_01_01_241031_VPBS50.xml')
  it.each([
    ['', 'EMPTY'],
    ['   ', 'EMPTY'],
    ['震度６弱', 'NOT_XML'],
    [whole.slice(0, 700), 'NOT_XML'],
    ['<?xml version="1.0"?><a/>', 'OTHER_XML'],
    [whole.replace('http://xml.kishou.go.jp/jmaxml1/"', 'urn:other"'), 'OTHER_XML'],
    [whole.replace('<Status>通常</Status>', '<Status>演習</Status>'), 'WRONG_STATUS'],
    [whole.replace('<InfoType>発表</InfoType>', '<InfoType/>'), 'WRONG_STATUS'],
    [whole.replace(/<ReportDateTime>[^<]*/, '<ReportDateTime>きのう'), 'NO_TIME'],
    // Neither an entity nor a file outside is ever looked at.
    ['<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>', 'DOCTYPE'],
    ['<!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><r>&b;</r>', 'DOCTYPE'],
    ['<r>&x;</r>', 'NOT_XML'],
    [`${'<a>'.repeat(60)}${'</a>'.repeat(60)}`, 'TOO_DEEP'],
    [`<a>${'<b/>'.repeat(200_001)}</a>`, 'TOO_MANY_ELEMENTS'],
  ])('says why: %#', (text, problem) => {
    expect(readMessage(text)).toEqual({ ok: false, problem })
  })

  it('is kept with head and times when only its kind is unknown', () => {
    const facts = factsOf(whole.replace('府県気象防災速報', '未知の情報'))
    expect(facts).toMatchObject({ reading: 'UNKNOWN_KIND', kind: 'OTHER', serial: 2, areas: [] })
  })
})
