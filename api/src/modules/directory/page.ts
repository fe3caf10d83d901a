import type pg from 'pg'
import type { Html } from '../../kernel/http/html.ts'
import type { View } from './view.ts'

/** What a page is asked for. */
export interface PageRequest {
  readonly pool: pg.Pool
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** Who runs this portal and how they are reached; null if that was not set. */
  readonly operator: string | null
}

/** A page lies elsewhere: an old form of its address was used. */
export class Elsewhere {
  readonly path: string
  /** What its query says instead; as it was, unless said. */
  readonly query: PageRequest['query'] | null
  constructor(path: string, query: PageRequest['query'] | null = null) {
    this.path = path
    this.query = query
  }
}

/** A place on the way from the first page to this one. */
export interface Step {
  readonly path: string
  /** Without markup, for programs. */
  readonly name: string
  readonly shown: Html
}

/** A published file, as its licence wants it to be named. */
export interface Source {
  readonly title: string
  readonly issuer: string
  readonly licence: string
  readonly asOf: string
}

/** A page that is ready to be put into its frame. */
export interface Drawn {
  readonly status?: 404 | 409 | 410 | 422 | 429
  readonly title: string
  /** One sentence for search engines. */
  readonly description: string
  /** Path of the page in its one canonical form; null for what search engines should leave alone. */
  readonly canonical: string | null
  /** The way to this page, without the first page and this one. */
  readonly trail?: readonly Step[]
  /** Last step of the way: this page. */
  readonly here: Html | null
  readonly main: Html
  readonly sources: readonly Source[]
  /** Invented records are on it. */
  readonly hasSamples?: boolean
  /** For programs, in the words of schema.org. */
  readonly things?: readonly object[]
}

/** A page of the directory: what it reads, in one statement, and what is made of it. */
export interface Page<Data extends object = object> {
  readonly url: string
  /** Null: there is no such page. */
  readonly find: (request: PageRequest) => Promise<Data | Elsewhere | null>
  readonly draw: (data: Data, view: View) => Drawn
}

/** Keeps the type of what a page reads between its two halves. */
export const page = <Data extends object>(of: Page<Data>): Page => of as unknown as Page
