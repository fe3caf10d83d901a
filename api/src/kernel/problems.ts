import { GraphQLError } from 'graphql'

/** One thing that is wrong with an input: where, a code for programs, a sentence for developers. */
export interface Issue {
  readonly path: readonly string[]
  readonly code: string
  readonly message: string
}

/** An expected refusal. The three kinds below are members of every mutation's result union. */
abstract class Problem extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
    this.name = new.target.name
  }
}

/** The input has the wrong shape. */
export class ValidationProblem extends Problem {
  readonly issues: readonly Issue[]
  constructor(issues: readonly Issue[]) {
    super('VALIDATION', 'The input has the wrong shape; see issues.')
    this.issues = issues
  }
}

/** Someone changed it first; `currentVersion` is what stands now. */
export class ConflictProblem extends Problem {
  readonly currentVersion: number
  constructor(currentVersion: number) {
    super('CONFLICT', 'The record was changed by someone else; read it again and repeat.')
    this.currentVersion = currentVersion
  }
}

/** A rule of the domain says no; `code` is SCREAMING_SNAKE and has a Japanese text in the portal. */
export class RuleProblem extends Problem {}

const refusal = (code: string, message: string, extensions: Record<string, unknown> = {}) =>
  new GraphQLError(message, { extensions: { code, ...extensions } })

/** Nobody is signed in. */
export const unauthenticated = () => refusal('UNAUTHENTICATED', 'Sign in first.')

/** A policy refused; `reason` is its code. */
export const forbidden = (reason: string) => refusal('FORBIDDEN', `Not allowed: ${reason}.`, { reason })

/** It does not exist, or the asker may not know that it does. */
export const notFound = () => refusal('NOT_FOUND', 'No such record.')
