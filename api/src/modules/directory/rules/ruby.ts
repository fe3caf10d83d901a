/** A piece of a text, with how it is read; null where it needs no reading. */
export interface Piece {
  readonly text: string
  readonly reading: string | null
}

/** Words with their readings, by their first character, the longest first. */
export type Words = ReadonlyMap<string, readonly (readonly [word: string, reading: string])[]>

const KANJI = /[\p{Script=Han}々〆ヶ]/u
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}ー]/u

export const hasKanji = (text: string): boolean => KANJI.test(text)

/** Reads `word=reading` pairs between spaces. */
export function readWords(list: string): Words {
  const pairs = list
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split('=') as [string, string])
  const words = Map.groupBy(pairs, ([word]) => word.charAt(0))
  return new Map(
    [...words].map(([first, found]) => [first, found.toSorted((a, b) => b[0].length - a[0].length)]),
  )
}

export const toHiragana = (text: string): string =>
  text.replace(/[\u30a1-\u30f4]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))

const plain = (text: string): Piece => ({ text, reading: null })

// Runs of kana; what stands between them, with its own spaces and dots; spaces and dots beside kana.
const SEPARATORS = '\\s・「」『』（）()'
const KANAS = '\\p{Script=Hiragana}\\p{Script=Katakana}ー'
const RUNS = new RegExp(
  `[${KANAS}]+|[^${KANAS}${SEPARATORS}]+(?:[${SEPARATORS}]+[^${KANAS}${SEPARATORS}]+)*|[${SEPARATORS}]+`,
  'gu',
)
const separators = new RegExp(`[${SEPARATORS}]`, 'g')

/**
 * Lays a reading over a name so that only what needs it gets it: 「見本あおば荘」, みほんあおばそう → 見本(みほん)あおば荘(そう).
 * Where that can be done in no way or in several, the reading stands over the whole name: better coarse than wrong.
 */
export function readingOver(name: string, reading: string): Piece[] {
  if (!hasKanji(name) || reading === '') return [plain(name)]
  const runs = name.match(RUNS) ?? []
  const kana = toHiragana(reading).replace(separators, '')
  const laid = (between: string) => {
    const pattern = runs.map((run) =>
      KANA.test(run) ? escapeOf(toHiragana(run)) : run.replace(separators, '') === '' ? '' : between,
    )
    return new RegExp(`^${pattern.join('')}$`, 'u').exec(kana)?.slice(1)
  }
  const [own, other] = [laid('(.+?)'), laid('(.+)')]
  if (!own || own.join(' ') !== other?.join(' ')) return [{ text: name, reading }]
  return runs.map((run) => {
    if (KANA.test(run) || run.replace(separators, '') === '') return plain(run)
    const above = own.shift() ?? ''
    return hasKanji(run) ? { text: run, reading: above } : plain(run)
  })
}

const escapeOf = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

// Days of the month and counts of people have readings of their own.
const DAYS: Readonly<Record<number, string>> = {
  1: 'ついたち',
  2: 'ふつか',
  3: 'みっか',
  4: 'よっか',
  5: 'いつか',
  6: 'むいか',
  7: 'なのか',
  8: 'ようか',
  9: 'ここのか',
  10: 'とおか',
  14: 'じゅうよっか',
  20: 'はつか',
  24: 'にじゅうよっか',
}
const PERSONS: Readonly<Record<number, string>> = { 1: 'ひとり', 2: 'ふたり' }
const COUNTERS: Readonly<Record<string, string>> = {
  年: 'ねん',
  月: 'がつ',
  日: 'にち',
  人: 'にん',
  条: 'じょう',
  台: 'だい',
}
const WHOLE: Readonly<Record<string, Readonly<Record<number, string>>>> = { 日: DAYS, 人: PERSONS }
const COUNTED = /^(\d[\d,]*)([年月日人条台])/

/** Splits a text into words that are read and what stands between them. */
export function read(text: string, words: Words): Piece[] {
  const pieces: Piece[] = []
  let between = ''
  const put = (...found: Piece[]) => {
    if (between !== '') pieces.push(plain(between))
    between = ''
    pieces.push(...found)
  }
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at)
    const [counted, count = '', counter = ''] = COUNTED.exec(rest) ?? []
    const character = rest.charAt(0)
    const known = words.get(character)?.find(([word]) => rest.startsWith(word))
    if (counted !== undefined) {
      const whole = WHOLE[counter]?.[Number(count.replaceAll(',', ''))]
      if (whole) put({ text: counted, reading: whole })
      else put(plain(count), { text: counter, reading: COUNTERS[counter] ?? null })
      at += counted.length
    } else if (known) {
      put(...readingOver(...known))
      at += known[0].length
    } else {
      between += character
      at += character.length
    }
  }
  put()
  return pieces
}

/** What of a text has no reading. */
export const unread = (pieces: readonly Piece[]): string =>
  pieces
    .filter(({ text, reading }) => reading === null && hasKanji(text))
    .map(({ text }) => text)
    .join(' ')
