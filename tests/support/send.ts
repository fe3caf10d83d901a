import { capitalized } from '../../api/src/kernel/words.ts'
import type { Viewer } from '../../api/src/kernel/viewer.ts'
import type { TestGraph } from './graph.ts'

/** What came of a mutation: the payload, a problem, or the code of a top-level error. */
export interface Sent {
  readonly typename?: string
  readonly code?: string
  readonly reason?: string
  readonly issues?: readonly { readonly path: readonly string[]; readonly code: string }[]
  readonly currentVersion?: number
  // oxlint-disable-next-line typescript/no-explicit-any -- what was selected differs by mutation
  readonly payload: Record<string, any>
}

/** Sends a mutation as somebody; `payload` is the selection inside its payload. */
export async function send(
  graph: TestGraph,
  name: string,
  input: object,
  { viewer, now, payload = 'viewer { signedIn }' }: { viewer?: Viewer; now?: Date; payload?: string } = {},
): Promise<Sent> {
  const Name = capitalized(name)
  const document = `mutation Send($input: ${Name}Input!) {
    ${name}(input: $input) {
      __typename
      ... on ${Name}Payload { ${payload} }
      ... on ValidationProblem { issues { path code } }
      ... on ConflictProblem { currentVersion }
      ... on RuleProblem { code }
    }
  }`
  const { data, errors } = await graph.request(document, {
    variables: { input },
    ...(viewer && { viewer }),
    ...(now && { now }),
  })
  const [error] = errors ?? []
  if (error) {
    const { code, reason } = error.extensions
    if (typeof code !== 'string' || code === 'INTERNAL_SERVER_ERROR') throw error.originalError ?? error
    return { code, ...(typeof reason === 'string' && { reason }), payload: {} }
  }
  const { __typename: typename, ...payloadOrProblem } = data?.[name] ?? {}
  return { typename, ...payloadOrProblem, payload: payloadOrProblem }
}
