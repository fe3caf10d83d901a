import type { AlertSignal, DisasterHazard } from '../../../generated/prisma/enums.ts'

// What the words of a message weigh. Two formats live side by side: the old one, whose warnings are tied to a 警戒レベル by
// a table of 内閣府, and the one of 令和6年, whose warnings say their level in their name.

export interface Weight {
  readonly signal: AlertSignal
  readonly rank: number
}

/** The words for 震度 as 気象庁 writes them in codes (6-) and in names (震度６弱); 5弱以上未入電 counts as 5弱. */
const INTENSITIES: readonly (readonly [code: string, name: string, rank: number])[] = [
  ['1', '震度１', 1],
  ['2', '震度２', 2],
  ['3', '震度３', 3],
  ['4', '震度４', 4],
  ['5-', '震度５弱', 5],
  ['5+', '震度５強', 6],
  ['6-', '震度６弱', 7],
  ['6+', '震度６強', 8],
  ['7', '震度７', 9],
]

/** The weight of a MaxInt, as in `6-`; null for what is none. */
export function intensityOf(code: string): Weight | null {
  const rank = /^震度５弱以上未入電$/.test(code)
    ? 5
    : INTENSITIES.find(([written, name]) => written === code || name === code)?.[2]
  return rank === undefined ? null : { signal: 'INTENSITY', rank }
}

const digitOf = (character: string): number => Number(character.normalize('NFKC'))

/** 警戒レベル that the old names stand for (内閣府「避難情報に関するガイドライン」 令和3年5月). */
const OLD_LEVELS: readonly (readonly [name: RegExp, level: number])[] = [
  [/^大雨特別警報$/, 5],
  [/^氾濫発生情報$/, 5],
  [/^土砂災害警戒情報$/, 4],
  [/^高潮(特別)?警報$/, 4],
  [/^氾濫危険情報$/, 4],
  [/^大雨警報$/, 3],
  [/^洪水警報$/, 3],
  [/^氾濫警戒情報$/, 3],
  [/^(大雨|洪水|高潮)注意報$/, 2],
  [/^氾濫注意情報$/, 2],
]

/** The weight of a warning by its name; null for 解除, なし and what is no warning. */
export function warningWeight(name: string): Weight | null {
  const [, digit] = /^(?:警戒)?レベル([1-5１-５])/.exec(name) ?? []
  if (digit) return { signal: 'ALERT_LEVEL', rank: digitOf(digit) }
  const level = OLD_LEVELS.find(([pattern]) => pattern.test(name))?.[1]
  if (level !== undefined) return { signal: 'ALERT_LEVEL', rank: level }
  const rank = ['注意報', '警報', '危険警報', '特別警報'].findLastIndex((end) => name.endsWith(end)) + 1
  return rank > 0 ? { signal: 'WARNING_RANK', rank } : null
}

/** The weight of a tsunami's Kind, as in 大津波警報：発表; 津波なし and 解除 weigh nothing. */
export function tsunamiWeight(name: string): Weight | null {
  const rank = name.includes('解除')
    ? 0
    : name.startsWith('大津波警報')
      ? 4
      : name.startsWith('津波警報')
        ? 3
        : name.startsWith('津波注意報')
          ? 2
          : name.startsWith('津波予報')
            ? 1
            : 0
  return rank > 0 ? { signal: 'TSUNAMI', rank } : null
}

/** For what kind of disaster an event would be opened. */
export function hazardOf(phenomenon: string, signal: AlertSignal | null): DisasterHazard {
  if (signal === 'INTENSITY') return 'EARTHQUAKE'
  if (signal === 'TSUNAMI') return 'TSUNAMI'
  if (/土砂/.test(phenomenon)) return 'LANDSLIDE'
  if (/大雨|洪水|氾濫|浸水|線状降水帯|高潮/.test(phenomenon)) return 'FLOOD'
  if (/暴風|強風|波浪|竜巻/.test(phenomenon)) return 'STORM'
  if (/雪|なだれ/.test(phenomenon)) return 'SNOW'
  if (/噴火|火山/.test(phenomenon)) return 'VOLCANO'
  return 'OTHER'
}
