import { useEffect, useState } from 'react'
import { useClient } from 'urql'
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

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly nodes: readonly { readonly corporation: Body | null }[]
}

/** Reads page after page; undefined if one of them could not be read. */
async function everyOf(
  read: (after: string | null) => Promise<Page | undefined>,
): Promise<Body[] | undefined> {
  const found: Body[] = []
  let after: string | null = null
  for (;;) {
    const page: Page | undefined = await read(after)
    if (!page) return undefined
    found.push(...page.nodes.flatMap(({ corporation }) => corporation ?? []))
    if (!page.pageInfo.hasNextPage) return found
    after = page.pageInfo.endCursor
  }
}

interface Addressees {
  /** Version of the announcement with which they were read. */
  readonly version: number
  readonly members: readonly Body[]
  /** Whom an announcement goes to, those among them who left meanwhile as well. */
  readonly recipients: readonly Body[]
}

/**
 * All members of a network and all whom an announcement goes to, however many pages they fill: a form that knows some of
 * them only would drop the others. Undefined while they are read.
 */
export function useAddressees(platformId: string, announcementId: string, version: number) {
  const client = useClient()
  const [found, setFound] = useState<Addressees>()
  useEffect(() => {
    let left = false
    const again = { requestPolicy: 'network-only' } as const
    void Promise.all([
      everyOf(
        async (after) => (await client.query(Members, { id: platformId, after })).data?.platformMemberships,
      ),
      everyOf(
        async (after) =>
          (await client.query(Recipients, { id: announcementId, after }, again)).data?.announcement
            ?.recipients,
      ),
    ]).then(([members, recipients]) => {
      if (!left && members && recipients) setFound({ version, members, recipients })
    })
    return () => {
      left = true
    }
  }, [client, platformId, announcementId, version])
  return found
}
