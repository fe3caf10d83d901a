import { useEffect, useState } from 'react'
import { useClient, type CombinedError } from 'urql'
import { graphql } from '../../generated/gql.ts'

const Members = graphql(`
  query EveryMember($id: ID!, $after: String) {
    platformMemberships(platformId: $id, first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        corporation {
          id
          name
        }
      }
    }
  }
`)

const Papers = graphql(`
  query EveryPaperOfNetwork($id: ID!, $after: String) {
    documents(platformId: $id, first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        title
        audience
        latestNumber
      }
    }
  }
`)

const Recipients = graphql(`
  query EveryRecipient($id: ID!, $after: String) {
    announcement(id: $id) {
      id
      recipients(first: 100, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          corporation {
            id
            name
          }
        }
      }
    }
  }
`)

interface Body {
  readonly id: string
  readonly name: string
}

interface Paper {
  readonly id: string
  readonly title: string
}

interface Page<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly nodes: readonly Node[]
}

interface Answer<Node> {
  readonly page: Page<Node> | undefined
  readonly error: CombinedError | undefined
}

/** Reads page after page to the last; throws if one of them could not be read. */
async function everyOf<Node>(read: (after: string | null) => Promise<Answer<Node>>): Promise<Node[]> {
  const found: Node[] = []
  let after: string | null = null
  for (;;) {
    const { page, error }: Answer<Node> = await read(after)
    // oxlint-disable-next-line typescript/only-throw-error
    if (error) throw error
    if (!page) return found
    found.push(...page.nodes)
    if (!page.pageInfo.hasNextPage) return found
    after = page.pageInfo.endCursor
  }
}

interface Announceable {
  /** All members of the network, however many pages they fill. */
  readonly members: readonly Body[]
  /** Whom the announcement goes to, those among them who left meanwhile as well; nobody for one that is being written. */
  readonly recipients: readonly Body[]
  /** Papers on the shelf that members can read. */
  readonly documents: readonly Paper[]
}

interface State {
  /** With which version of the announcement, and at which attempt, it was read. */
  readonly of?: { readonly version: number | undefined; readonly attempt: number }
  readonly data?: Announceable
  readonly error?: CombinedError
}

/**
 * What the form of an announcement chooses from, whole: a form that knows some members only would drop the others. What was
 * read stays while it is read again with another version of the announcement.
 */
export function useAnnounceable(platformId: string, announcement?: { id: string; version: number }) {
  const client = useClient()
  const { id: announcementId, version } = announcement ?? {}
  const [state, setState] = useState<State>({})
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let left = false
    const again = { requestPolicy: 'network-only' } as const
    const bodies = (nodes: readonly { readonly corporation: Body | null }[]) =>
      nodes.flatMap(({ corporation }) => corporation ?? [])
    void Promise.all([
      everyOf(async (after) => {
        const { data, error } = await client.query(Members, { id: platformId, after }, again)
        return { page: data?.platformMemberships, error }
      }),
      everyOf(async (after) => {
        const { data, error } = await client.query(Papers, { id: platformId, after }, again)
        return { page: data?.documents, error }
      }),
      announcementId === undefined
        ? []
        : everyOf(async (after) => {
            const { data, error } = await client.query(Recipients, { id: announcementId, after }, again)
            return { page: data?.announcement?.recipients, error }
          }),
    ]).then(
      ([members, documents, recipients]) => {
        if (left) return
        const readable = documents.filter(
          ({ audience, latestNumber }) => audience === 'MEMBERS' && latestNumber > 0,
        )
        setState({
          of: { version, attempt },
          data: { members: bodies(members), recipients: bodies(recipients), documents: readable },
        })
      },
      (error: CombinedError) => {
        if (!left) setState((before) => ({ ...before, of: { version, attempt }, error }))
      },
    )
    return () => {
      left = true
    }
  }, [client, platformId, announcementId, version, attempt])
  const { of, data, error } = state
  return {
    data,
    error,
    fetching: of?.version !== version || of?.attempt !== attempt,
    retry: () => setAttempt((count) => count + 1),
  }
}
