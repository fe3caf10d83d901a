/** The addresses of the directory, each in its one canonical form. */
export const addresses = {
  start: '/directory',
  search: '/directory/search',
  services: '/directory/services',
  service: (key: string) => `/directory/services/${encodeURIComponent(key)}`,
  prefecture: (code: string) => `/directory/prefectures/${code}`,
  municipality: (code: string) => `/directory/${code}`,
  facility: (id: string) => `/directory/facilities/${id}`,
  /** By 法人番号 where there is one: people can read it, and it outlives our keys. */
  corporation: ({ id, corporateNumber }: { id: string; corporateNumber: string | null }) =>
    `/directory/corporations/${corporateNumber ?? id}`,
  /** Where a mistake on the page of a facility or corporation is reported. */
  mistake: (path: string) => `${path}/mistake`,
  mistakeReported: '/directory/mistake-reported',
  shelters: '/directory/shelters',
  sheltersOf: (code: string) => `/directory/shelters/${code}`,
  /** What is open now; no municipality has a code of letters, so that it hides none. */
  openShelters: '/directory/open-shelters',
  about: '/directory/about',
  sitemap: '/sitemap.xml',
  sitemapPart: (part: string) => `/directory/sitemaps/${part}.xml`,
} as const

/** How a page is shown: kept in the address, so that nothing has to be stored on anybody's machine. */
export interface Display {
  readonly language: 'ja' | 'en'
  readonly furigana: boolean
}

/** What of an address's query means something, in one order; anything else (counters of clicks) is left out. */
const CONTENT = ['q', 'municipality', 'service', 'after', 'before'] as const

/** An address with what it asks for and how it is to be shown. */
export function addressOf(
  path: string,
  query: Readonly<Record<string, string | null>>,
  display: Display,
): string {
  const search = new URLSearchParams()
  for (const name of CONTENT) if (query[name]) search.set(name, query[name])
  if (display.language === 'en') search.set('lang', 'en')
  else if (display.furigana) search.set('furigana', '1')
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

/** A text the database can hold: without halves of characters and without NUL. */
export const readable = (text: string): string => text.toWellFormed().replaceAll('\0', '')

/** The parts of a query that mean something, as one text each. */
export function contentOf(query: Readonly<Record<string, unknown>>): Record<string, string> {
  const content: Record<string, string> = {}
  for (const name of CONTENT) {
    const value = query[name]
    const text = typeof value === 'string' ? readable(value).trim().slice(0, 400) : ''
    if (text !== '') content[name] = text
  }
  return content
}

export const displayOf = (query: Readonly<Record<string, unknown>>): Display =>
  query.lang === 'en'
    ? { language: 'en', furigana: false }
    : { language: 'ja', furigana: query.furigana === '1' }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const isKey = (text: string): boolean => UUID.test(text)

/** The key in an address that was once given out in another form: in capitals, or as the portal's own id. */
export function keyIn(text: string, model: 'Facility' | 'Corporation'): string | null {
  const small = text.toLowerCase()
  if (isKey(small)) return small
  const [, key = ''] = Buffer.from(text, 'base64url').toString('utf8').split(`${model}:`)
  return isKey(key) ? key : null
}
