import { html, type Html } from '../../kernel/http/html.ts'
import { addressOf, type Display } from './rules/addresses.ts'
import { asOfInWords, dayInWords, dayOf } from './rules/days.ts'
import { read, readingOver, unread, type Piece } from './rules/ruby.ts'
import { en, type Texts } from './texts/en.ts'
import { ja } from './texts/ja.ts'
import { READINGS } from './texts/readings.ts'
import { SERVICES_EN, SERVICES_JA } from './texts/services.ts'

/** How one page is shown to one reader. */
export interface View extends Display {
  readonly text: Texts
  readonly now: Date
  readonly publicUrl: string
  /** Path of the page, and what of its query means something. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** One of our own texts. */
  readonly say: (text: string) => Html
  /** A name with its published reading, if there is one. */
  readonly name: (name: string, reading?: string | null) => Html
  /** Published Japanese; with readings where all its words are known. */
  readonly known: (text: string) => Html
  readonly day: (day: string) => string
  readonly dayOfMoment: (moment: string) => string
  readonly asOf: (day: string) => string
  readonly count: (count: number) => string
  /** An address of ours, to be shown in the same way. */
  readonly to: (path: string, query?: Readonly<Record<string, string | null>>) => string
  /** The explanation of a service; null for one that we have not explained. */
  readonly explained: (key: string) => string | null
}

export interface Asked extends Display {
  readonly now: Date
  readonly publicUrl: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
}

export function viewOf(asked: Asked): View {
  const { language, furigana } = asked
  const isJapanese = language === 'ja'
  const plain = (text: string): Html => html`${text}`
  const inJapanese = (content: Html): Html => (isJapanese ? content : html`<span lang="ja">${content}</span>`)
  const known = (text: string): Html => {
    const pieces = furigana ? read(text, READINGS) : []
    return inJapanese(furigana && unread(pieces) === '' ? drawn(pieces) : plain(text))
  }
  return {
    ...asked,
    text: isJapanese ? ja : en,
    say: (text) => (furigana ? drawn(read(text, READINGS)) : plain(text)),
    name: (name, reading) => (furigana && reading ? drawn(readingOver(name, reading)) : known(name)),
    known,
    day: (day) => dayInWords(day, language),
    dayOfMoment: (moment) => dayInWords(dayOf(moment), language),
    asOf: (day) => asOfInWords(day, language),
    count: (count) => count.toLocaleString('en-US'),
    to: (path, query = {}) => addressOf(path, query, { language, furigana }),
    explained: (key) => (isJapanese ? SERVICES_JA : SERVICES_EN)[key] ?? null,
  }
}

/** Longer than this, a name that must be read as a whole would not fit a telephone in one line with its reading. */
const LONGEST_BELOW_READING = 10

/** Readings above their words, in brackets where a browser does not know how; behind a name that is long. */
const drawn = (pieces: readonly Piece[]): Html =>
  html`${pieces.map(({ text, reading }) => {
    if (reading === null) return text
    if (text.length > LONGEST_BELOW_READING) return html`${text}<span class="reading">（${reading}）</span>`
    return html`<ruby>${text}<rp>（</rp><rt>${reading}</rt><rp>）</rp></ruby>`
  })}`
