import type { Finding, Source } from '../sources.ts'

/** A rule about the text of the project, with an example that breaks it and one that must pass. */
export interface Convention {
  /** Says what holds. */
  readonly name: string
  /** Why, for the person whose build it just failed. */
  readonly because: string
  readonly check: (sources: readonly Source[]) => Finding[]
  /** Each of these, alone, must be found. */
  readonly broken: readonly Source[]
  /** None of these may be found. */
  readonly kept: readonly Source[]
}

/** A file with its text, for the examples. */
export const file = (path: string, text: string): Source => ({ path, text })
