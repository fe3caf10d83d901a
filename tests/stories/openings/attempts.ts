import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql'

/** What came of one attempt: the top-level error's code, or the `__typename` of the result. */
export interface Outcome {
  readonly code?: string
  readonly reason?: string
  readonly typename?: string
  /** Issues of a ValidationProblem. */
  readonly issues?: readonly {
    readonly path: readonly string[]
    readonly code: string
    readonly message: string
  }[]
}

/** Runs one mutation with an input. */
export type Attempt = (mutation: string, input: Input) => Promise<Outcome>

type Input = Readonly<Record<string, unknown>>

export interface Attempting {
  readonly ids: readonly string[]
  /** Values of input fields, by name or by `mutation.name`, that a made-up value does not fit. */
  readonly examples: Readonly<Record<string, unknown>>
  readonly attempt: Attempt
  /** What is already known of the ids a place takes; filled here. */
  readonly accepts: Map<string, readonly string[]>
}

/** One place of an input where something can be chosen, and what can be chosen there. */
interface Choice {
  readonly path: readonly string[]
  readonly options: readonly unknown[]
  readonly isId: boolean
}

export interface Attempted {
  readonly mutation: string
  readonly input: Input
  readonly outcome: Outcome
}

/**
 * Attempts a mutation with inputs of the right shape: every kind of record its ids can name, every value of its enums,
 * one after the other. `ids` are Relay ids of all kinds of records; which of them an input takes is found by trying.
 */
export async function attemptEverything(
  schema: GraphQLSchema,
  mutation: string,
  { ids, examples, attempt, accepts }: Attempting,
): Promise<Attempted[]> {
  const field = schema.getMutationType()?.getFields()[mutation]
  const argument = field?.args.find(({ name }) => name === 'input')
  if (!argument) throw new Error(`${mutation} takes no input`)
  const choices: Choice[] = []
  const first = sample(argument.type, [], { mutation, ids, examples, choices }) as Input

  const done: Attempted[] = []
  const run = async (input: Input): Promise<Outcome> => {
    const outcome = await attempt(mutation, input)
    done.push({ mutation, input, outcome })
    return outcome
  }

  let accepted = first
  for (const { path } of choices.filter(({ isId }) => isId)) {
    const place = `${mutation}.${path.join('.')}`
    const options = await acceptedIds(run, accepted, path, accepts.get(place) ?? ids)
    if (options.length === 0) throw new Error(`${place} takes none of the ids there are`)
    accepts.set(place, options)
    accepted = withValue(accepted, path, options[0])
  }
  for (const { path, options } of choices.filter(({ isId }) => !isId)) {
    for (const option of options.slice(1)) await run(withValue(accepted, path, option))
  }
  if (done.length === 0) await run(accepted)
  return done.filter(({ outcome }) => !wrongIds(outcome).length)
}

/** Which ids an input takes at a place. */
async function acceptedIds(
  run: (input: Input) => Promise<Outcome>,
  input: Input,
  path: readonly string[],
  ids: readonly string[],
): Promise<string[]> {
  const accepted: string[] = []
  for (const id of ids) {
    const refused = wrongIds(await run(withValue(input, path, id)))
    if (!refused.includes(path.join('.'))) accepted.push(id)
  }
  return accepted
}

const wrongIds = ({ issues = [] }: Outcome): string[] =>
  issues
    .filter(({ code }) => code === 'WRONG_ID')
    .map(({ path }) => path.filter((part) => !/^\d+$/.test(part)).join('.'))

interface Sampling {
  readonly mutation: string
  readonly ids: readonly string[]
  readonly examples: Readonly<Record<string, unknown>>
  readonly choices: Choice[]
}

/** A value of the right shape; every field that can be left out is there, except the idempotency key. */
function sample(type: GraphQLInputType, path: readonly string[], sampling: Sampling): unknown {
  const { mutation, ids, examples, choices } = sampling
  const field = path.at(-1) ?? ''
  const ofMutation = `${mutation}.${field}`
  if (ofMutation in examples) return examples[ofMutation]
  if (field in examples) return examples[field]
  const nullable = getNullableType(type)
  if (isListType(nullable)) return [sample(nullable.ofType, path, sampling)]
  if (isInputObjectType(nullable)) {
    return Object.fromEntries(
      Object.values(nullable.getFields())
        .filter(({ name }) => name !== 'idempotencyKey')
        .map(({ name, type: inner }) => [name, sample(inner, [...path, name], sampling)]),
    )
  }
  if (isEnumType(nullable)) {
    const options = nullable.getValues().map(({ name }) => name)
    choices.push({ path, options, isId: false })
    return options[0]
  }
  switch (getNamedType(nullable).name) {
    case 'ID':
      choices.push({ path, options: ids, isId: true })
      return ids[0]
    case 'Int':
    case 'Float':
      return 1
    case 'BigInt':
      return '1'
    case 'Boolean':
      return true
    case 'Date':
      return '2098-12-01'
    case 'DateTime':
      return '2098-12-01T00:00:00+09:00'
    default:
      return 'ことば'
  }
}

/** The input with another value at a place; a list there holds it alone. */
function withValue(input: Input, [name = '', ...rest]: readonly string[], value: unknown): Input {
  const current = input[name]
  const isList = Array.isArray(current)
  const inner: unknown = isList ? current[0] : current
  const changed = rest.length > 0 ? withValue(inner as Input, rest, value) : value
  return { ...input, [name]: isList ? [changed] : changed }
}
