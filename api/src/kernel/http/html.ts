/**
 * HTML that was written by us, with everything that came from elsewhere escaped. There is no way to make one from a
 * string that is not a template of ours.
 */
export class Html {
  readonly text: string
  private constructor(text: string) {
    this.text = text
  }
  /** For this file only: its two callers vouch for the text. */
  static vouched(text: string): Html {
    return new Html(text)
  }
  toString(): string {
    return this.text
  }
}

/** What may stand in a hole of a template; `undefined` may not, because it is a forgotten field. */
export type Part = Html | string | number | null | false | readonly Part[]

/** Where a hole stands, which decides what may fill it. */
type Place = 'text' | 'attribute' | 'address'

interface Template {
  readonly pieces: readonly string[]
  readonly places: readonly Place[]
}

/** A template that could not be filled safely; a fault of whoever wrote it, found by the first use. */
export class UnsafeTemplate extends Error {}

const templates = new WeakMap<TemplateStringsArray, Template>()

/**
 * Fills a template. Holes stand in text or between the double quotes of an attribute and nowhere else, which is checked
 * once per template; an attribute that leads somewhere takes only addresses that cannot run anything.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let template = templates.get(strings)
  if (!template) templates.set(strings, (template = readTemplate(strings)))
  const { pieces, places } = template
  let text = pieces[0] ?? ''
  parts.forEach((part, index) => {
    text += filled(part, places[index] ?? 'text') + (pieces[index + 1] ?? '')
  })
  return Html.vouched(text)
}

/** The data block of a page, for programs that read it. Nothing in it can end the element it stands in. */
export function jsonScript(value: object): Html {
  const text = JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
  return Html.vouched(`<script type="application/ld+json">${text}</script>`)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text in which nothing is markup any more; fit for HTML and XML, inside quotes or not. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)

function filled(part: Part, place: Place): string {
  if (part === null || part === false) return ''
  if (part instanceof Html) {
    if (place !== 'text') throw new UnsafeTemplate('markup inside an attribute')
    return part.text
  }
  if (typeof part === 'number') return String(part)
  if (typeof part === 'string') return escaped(place === 'address' ? harmless(part) : part)
  // A value that TypeScript was talked into.
  if (!Array.isArray(part)) throw new UnsafeTemplate(`a hole filled with ${typeof part}`)
  return part.map((one: Part) => filled(one, place)).join('')
}

const harmless = (address: string): string =>
  /^(?:https?:\/\/|tel:|mailto:|\/(?!\/)|[#?])/i.test(address) ? address : '#'

const ADDRESSES = /\b(?:href|src|action|formaction|poster|cite)="$/i

/** Reads where the holes are. Comments, scripts and styles have none. */
function readTemplate(strings: TemplateStringsArray): Template {
  let inTag = false
  let inQuotes = false
  const places: Place[] = []
  strings.forEach((piece, index) => {
    for (const character of piece) {
      if (inQuotes) inQuotes = character !== '"'
      else if (inTag) {
        if (character === "'" || character === '`') throw new UnsafeTemplate(`single quotes in ${piece}`)
        inQuotes = character === '"'
        inTag = character !== '>'
      } else inTag = character === '<'
    }
    if (index === strings.length - 1) return
    if (/<(?:script|style|!--)[^<]*$/i.test(piece)) throw new UnsafeTemplate(`a hole in ${piece}`)
    if (inTag && !inQuotes) throw new UnsafeTemplate(`a hole outside quotes after ${piece}`)
    places.push(inTag ? (ADDRESSES.test(piece) ? 'address' : 'attribute') : 'text')
  })
  if (inTag) throw new UnsafeTemplate('a tag without its end')
  // Indentation is for us; browsers need no more than the break.
  return { pieces: strings.map((piece) => piece.replace(/\s*\n\s*/g, '\n')), places }
}
