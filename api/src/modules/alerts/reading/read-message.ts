import type { AlertInfoType, AlertKind, AlertReading, AlertStatus } from '../../../generated/prisma/enums.ts'
import { intensityOf, tsunamiWeight, warningWeight, type Weight } from '../rules/signals.ts'
import { forecastArea, municipality, river, seismicArea, tsunamiArea, type Place } from './places.ts'
import { all, first, readXml, textAt, UnreadableXml, type Element, type XmlProblem } from './xml.ts'

/** What a message says of one area. */
export interface AreaFact extends Place {
  /** In the message's words. */
  readonly phenomenon: string
  readonly weight: Weight | null
  /** 発表, 継続, 解除, … */
  readonly change: string
  readonly ended: boolean
}

export interface MessageFacts {
  readonly reading: Exclude<AlertReading, 'UNREADABLE'>
  readonly kind: AlertKind
  readonly status: AlertStatus
  readonly infoType: AlertInfoType
  readonly controlTitle: string
  readonly title: string
  readonly headline: string
  readonly office: string
  readonly eventKey: string | null
  readonly serial: number | null
  readonly reportedAt: Date
  readonly targetAt: Date | null
  /** What all messages about the same thing share. */
  readonly chainKey: string
  readonly areas: readonly AreaFact[]
}

export type MessageProblem = XmlProblem | 'EMPTY' | 'OTHER_XML' | 'NO_TIME' | 'WRONG_STATUS'

export type Read =
  | { readonly ok: true; readonly facts: MessageFacts }
  | { readonly ok: false; readonly problem: MessageProblem }

class Unreadable extends Error {
  readonly code: MessageProblem
  constructor(code: MessageProblem) {
    super(code)
    this.code = code
  }
}

/** Reads a message of 気象庁防災情報XML, old or new. It never throws: what cannot be read says why. */
export function readMessage(text: string): Read {
  try {
    if (text.trim() === '') throw new Unreadable('EMPTY')
    return { ok: true, facts: factsIn(readXml(text)) }
  } catch (error) {
    if (error instanceof Unreadable || error instanceof UnreadableXml)
      return { ok: false, problem: error.code }
    throw error
  }
}

const NAMESPACE = 'http://xml.kishou.go.jp/jmaxml1/'
const STATUSES: Readonly<Record<string, AlertStatus>> = { 通常: 'NORMAL', 訓練: 'DRILL', 試験: 'TEST' }
const INFO_TYPES: Readonly<Record<string, AlertInfoType>> = {
  発表: 'ISSUED',
  訂正: 'CORRECTED',
  遅延: 'DELAYED',
  取消: 'CANCELLED',
}

/** Kinds by the title of the control head: it is what tells messages apart (気象庁 電文一覧). */
const KINDS: readonly (readonly [title: RegExp, kind: AlertKind, areas: (report: Report) => AreaFact[]])[] = [
  [/^気象(特別警報・)?警報・注意報/, 'WEATHER_WARNING', weatherAreas],
  [/^土砂災害警戒情報/, 'LANDSLIDE', landslideAreas],
  [/^指定河川洪水予報/, 'RIVER_FLOOD', floodAreas],
  [/^震度速報/, 'INTENSITY_FLASH', intensityAreas],
  [/^震源に関する情報/, 'HYPOCENTER', () => []],
  [/^震源・震度に関する情報/, 'EARTHQUAKE', intensityAreas],
  [/^津波警報・注意報・予報/, 'TSUNAMI', tsunamiAreas],
  [/気象防災速報/, 'WEATHER_BULLETIN', bulletinAreas],
]

interface Report {
  readonly head: Element
  readonly body: Element | null
}

function factsIn(root: Element): MessageFacts {
  const control = first(root, 'Control')
  const head = first(root, 'Head')
  if (root.name !== 'Report' || root.namespace !== NAMESPACE || !control || !head)
    throw new Unreadable('OTHER_XML')
  const status = STATUSES[textAt(control, 'Status')]
  const infoType = INFO_TYPES[textAt(head, 'InfoType')]
  // A message whose status is not understood must not be taken for a real one.
  if (!status || !infoType) throw new Unreadable('WRONG_STATUS')
  const reportedAt = timeIn(head, 'ReportDateTime')
  if (!reportedAt) throw new Unreadable('NO_TIME')
  const controlTitle = textAt(control, 'Title')
  const known = KINDS.find(([title]) => title.test(controlTitle))
  const report: Report = { head, body: first(root, 'Body') }
  const areas = known ? known[2](report) : []
  const eventKey = textAt(head, 'EventID') || null
  const serial = Number(textAt(head, 'Serial') || Number.NaN)
  return {
    reading: known ? 'READ' : 'UNKNOWN_KIND',
    kind: known?.[1] ?? 'OTHER',
    status,
    infoType,
    controlTitle,
    title: textAt(head, 'Title'),
    headline: textAt(first(head, 'Headline'), 'Text'),
    office: textAt(control, 'PublishingOffice'),
    eventKey,
    serial: Number.isInteger(serial) ? serial : null,
    reportedAt,
    targetAt: timeIn(head, 'TargetDateTime'),
    chainKey: [
      status,
      controlTitle,
      eventKey ?? `${textAt(control, 'EditorialOffice')} ${regionIn(head)}`,
    ].join('|'),
    areas,
  }
}

function timeIn(element: Element, name: string): Date | null {
  const time = new Date(textAt(element, name))
  return Number.isNaN(time.getTime()) ? null : time
}

/** The 府県予報区 of a message that has no EventID: its office may write of several. */
const regionIn = (head: Element): string =>
  all(first(head, 'Headline') ?? head, 'Information')
    .filter(({ attributes }) => attributes.type?.includes('府県予報区等') ?? false)
    .flatMap((information) => all(information, 'Item'))
    .flatMap((item) => all(first(item, 'Areas') ?? item, 'Area'))
    .map((area) => textAt(area, 'Code'))
    .filter((code, index, codes) => codes.indexOf(code) === index)
    .join(' ')

const ENDED = /解除/
const NOTHING = /^(なし|発表警報・注意報はなし)$/

/** Kinds of a warning in one area; what is not in force is left out, what has ended is kept as ended. */
function warningFacts(
  place: Place,
  kinds: readonly Element[],
  nameOf: (kind: Element) => string,
): AreaFact[] {
  return kinds.flatMap((kind) => {
    const change = textAt(kind, 'Status') || textAt(kind, 'Condition')
    const phenomenon = nameOf(kind)
    if (phenomenon === '' || NOTHING.test(change)) return []
    const ended = ENDED.test(change)
    return [{ ...place, phenomenon, weight: ended ? null : warningWeight(phenomenon), change, ended }]
  })
}

/** 気象警報・注意報: the body says per municipality what holds and what changed. */
function weatherAreas({ body }: Report): AreaFact[] {
  const warnings = all(body ?? EMPTY, 'Warning')
  const placed = (type: RegExp, place: (code: string, name: string) => Place) =>
    warnings
      .filter(({ attributes }) => type.test(attributes.type ?? ''))
      .flatMap((warning) => all(warning, 'Item'))
      .flatMap((item) => {
        const area = first(item, 'Area')
        return warningFacts(place(textAt(area, 'Code'), textAt(area, 'Name')), all(item, 'Kind'), (kind) =>
          textAt(kind, 'Name'),
        )
      })
  const towns = placed(/（市町村等）$/, municipality)
  return towns.length > 0 ? towns : placed(/（府県予報区等）$/, forecastArea)
}

/** 土砂災害警戒情報: its kinds are 警戒, 解除 and なし; 警戒 is the message itself. */
function landslideAreas({ body }: Report): AreaFact[] {
  return all(body ?? EMPTY, 'Warning')
    .flatMap((warning) => all(warning, 'Item'))
    .flatMap((item) => {
      const area = first(item, 'Area')
      return warningFacts(
        municipality(textAt(area, 'Code'), textAt(area, 'Name')),
        all(item, 'Kind'),
        (kind) =>
          textAt(kind, 'Name') === '警戒' || textAt(kind, 'Name') === '解除'
            ? '土砂災害警戒情報'
            : textAt(kind, 'Name') === 'なし'
              ? ''
              : textAt(kind, 'Name'),
      )
    })
}

/** 指定河川洪水予報: the head names the warning, the rivers and prefectures; the body the municipalities it reaches. */
function floodAreas({ head, body }: Report): AreaFact[] {
  const informations = all(first(head, 'Headline') ?? EMPTY, 'Information')
  const items = informations.flatMap((information) =>
    all(information, 'Item').map((item) => ({ item, type: information.attributes.type ?? '' })),
  )
  const kind = first(items[0]?.item ?? EMPTY, 'Kind')
  const phenomenon = textAt(kind, 'Name')
  const condition = textAt(kind, 'Condition')
  const change = /（(.+?)）/.exec(condition)?.[1] ?? condition
  const ended = ENDED.test(condition) || ENDED.test(phenomenon)
  const fact = (place: Place): AreaFact => ({
    ...place,
    phenomenon,
    weight: ended ? null : warningWeight(phenomenon),
    change,
    ended,
  })
  const headAreas = (type: RegExp, place: (code: string, name: string) => Place) =>
    items
      .filter((one) => type.test(one.type))
      .flatMap(({ item }) => all(first(item, 'Areas') ?? EMPTY, 'Area'))
      .map((area) => fact(place(textAt(area, 'Code'), textAt(area, 'Name'))))
  const towns = all(body ?? EMPTY, 'Warning')
    .flatMap((warning) => all(warning, 'Item'))
    .flatMap((item) => all(first(item, 'Areas') ?? EMPTY, 'Area'))
    .filter((area) => first(area, 'City') !== null)
    .map((area) => municipality(textAt(area, 'CityCode'), textAt(area, 'City')))
    .filter(
      ({ code, name }, index, places) =>
        places.findIndex((other) => other.code === code && other.name === name) === index,
    )
  return [
    ...headAreas(/（河川）$/, river),
    ...headAreas(/（府県予報区等）$/, forecastArea),
    ...towns.map(fact),
  ]
}

/** 震度: per municipality where the message knows it, per 細分区域 in a 震度速報. */
function intensityAreas({ body }: Report): AreaFact[] {
  const observation = first(first(body, 'Intensity'), 'Observation')
  return all(observation ?? EMPTY, 'Pref').flatMap((pref) =>
    all(pref, 'Area').flatMap((area) => {
      const cities = all(area, 'City')
      const prefectureCode = /^[0-9]{2}$/.test(textAt(pref, 'Code')) ? textAt(pref, 'Code') : null
      return cities.length > 0
        ? cities.flatMap((city) => shaken(city, municipality(textAt(city, 'Code'), textAt(city, 'Name'))))
        : shaken(area, seismicArea(textAt(area, 'Code'), textAt(area, 'Name'), prefectureCode))
    }),
  )
}

function shaken(element: Element, place: Place): AreaFact[] {
  const said = textAt(element, 'MaxInt') || textAt(element, 'Condition')
  const weight = intensityOf(said)
  const change = textAt(element, 'Revise')
  return weight ? [{ ...place, phenomenon: said, weight, change, ended: false }] : []
}

/** 津波: the body names each 津波予報区 with what holds and what held. */
function tsunamiAreas({ body }: Report): AreaFact[] {
  return all(first(first(body, 'Tsunami'), 'Forecast') ?? EMPTY, 'Item').flatMap((item) => {
    const area = first(item, 'Area')
    const category = first(item, 'Category')
    const phenomenon = textAt(first(category, 'Kind'), 'Name')
    const before = textAt(first(category, 'LastKind'), 'Name')
    const weight = tsunamiWeight(phenomenon)
    const ended = weight === null && tsunamiWeight(before) !== null
    if (weight === null && !ended) return []
    const change = ended ? '解除' : phenomenon.startsWith(before) ? '継続' : '発表'
    const place = tsunamiArea(textAt(area, 'Code'), textAt(area, 'Name'))
    return [{ ...place, phenomenon, weight, change, ended }]
  })
}

/** 気象防災速報: what its tags say, of forecast areas. */
function bulletinAreas({ head }: Report): AreaFact[] {
  return all(first(head, 'Headline') ?? EMPTY, 'Information')
    .flatMap((information) => all(information, 'Item'))
    .flatMap((item) => {
      const kind = first(item, 'Kind')
      const phenomenon = textAt(kind, 'Condition') || textAt(kind, 'Name')
      return all(first(item, 'Areas') ?? EMPTY, 'Area').map((area): AreaFact => ({
        ...forecastArea(textAt(area, 'Code'), textAt(area, 'Name')),
        phenomenon,
        weight: { signal: 'BULLETIN', rank: 1 },
        change: '発表',
        ended: false,
      }))
    })
}

const EMPTY: Element = { name: '', namespace: '', attributes: {}, children: [], text: '' }
