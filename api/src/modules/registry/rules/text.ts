const SPACES = /[\s\u200b-\u200d\u2060\ufeff]+/gu

/** A cell as people meant it: full-width letters and digits made plain, spaces single, ends trimmed. */
export const plain = (text: string): string => text.normalize('NFKC').replace(SPACES, ' ').trim()

/** The same without any space; a mark that a space stood for (˛ is a space with a tail) joins what is before it. */
export const unspaced = (text: string): string => text.normalize('NFKC').replace(SPACES, '').normalize('NFKC')

// What a search does not look at. The wildcards of SQL are among them, so that they cannot be typed.
const UNSEEN =
  '\t\n\v\f\r \u0085\u1680\u200b\u200c\u200d\u2028\u2029\u2060\ufeff' +
  '・「」『』【】〔〕〈〉《》()[]{}、。,.\'"‘’“”!?:;%_\\'

// Every kind of dash, minus and long vowel mark: people type whichever key is near.
const DASHES = '‐‒–—―−─ー～~'

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const KATAKANA = Array.from({ length: 86 }, (_, n) => String.fromCodePoint(0x30a1 + n)).join('')
const HIRAGANA = Array.from({ length: 84 }, (_, n) => String.fromCodePoint(0x3041 + n)).join('') + 'かけ'

// Old and new forms of the same character, as they are mixed in names of people and places.
const VARIANTS = (
  '髙高 﨑崎 嵜崎 邊辺 邉辺 齋斉 齊斉 斎斉 澤沢 濱浜 濵浜 嶋島 嶌島 德徳 廣広 國国 會会 惠恵 榮栄 龍竜 瀧滝 櫻桜 條条 壽寿 ' +
  '藏蔵 聰聡 檜桧 籠篭 穗穂 眞真 淸清 栁柳 舘館 峯峰 冨富 圓円 與与 萬万 靜静 學学 ゕか ゖけ'
).split(' ')

/** `from[i]` becomes `to[i]`; what has no partner is left out. The SQL function search_key() holds the same two. */
export const SEARCH_FOLDING = {
  from: [UPPER, KATAKANA, VARIANTS.map((pair) => pair[0]).join(''), DASHES, UNSEEN].join(''),
  to: [
    UPPER.toLowerCase(),
    HIRAGANA,
    VARIANTS.map((pair) => pair[1]).join(''),
    '-'.repeat(DASHES.length),
  ].join(''),
} as const

const folding = new Map(Array.from(SEARCH_FOLDING.from, (from, n) => [from, SEARCH_FOLDING.to[n] ?? '']))

/**
 * The form in which texts are compared when someone searches: width, letter case, hiragana and katakana, spaces,
 * dashes and old character forms make no difference. The same function stands in the database as search_key().
 */
export const searchKey = (text: string): string =>
  Array.from(text.normalize('NFKC'), (character) => folding.get(character) ?? character)
    .join('')
    .normalize('NFKC')

const MOST_WORDS = 8

/** The words of a search, each as a search key; every one of them must occur. */
export function searchWords(query: string): string[] {
  const words = query.toWellFormed().replaceAll('\0', '').split(SPACES).map(searchKey)
  return [...new Set(words)].filter((word) => word !== '').slice(0, MOST_WORDS)
}

/** A reading in hiragana, for ordering and for showing. */
export const toHiragana = (kana: string): string =>
  plain(kana).replace(/[\u30a1-\u30f4]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0x60))
