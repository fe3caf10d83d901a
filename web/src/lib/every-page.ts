import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useCallback, useEffect, useState } from 'react'
import { useClient, type AnyVariables } from 'urql'
import type { RequestError } from './problems.ts'

/** Rows that are read at most: what fits a folder of paper. */
const MOST_ROWS = 500
const PAGE = 100

interface Connection<Node> {
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly nodes: readonly Node[]
}

interface EveryPage<Data, Node> {
  /** What the first page brought beside its rows. */
  readonly first: Data
  readonly nodes: readonly Node[]
  readonly totalCount: number
}

/** Reads a list to its end, a hundred rows at a time, for what is printed as a whole. */
export function useEveryPage<Data, Variables extends AnyVariables, Node>(
  query: TypedDocumentNode<Data, Variables>,
  /** The variables of a page; null while they are not known. Must stay the same object while they stay the same. */
  variables: Omit<Variables & object, 'first' | 'after'> | null,
  connectionOf: (data: Data) => Connection<Node>,
) {
  const client = useClient()
  const [state, setState] = useState<{
    data?: EveryPage<Data, Node>
    error?: RequestError
    fetching: boolean
    read: number
  }>({ fetching: true, read: 0 })
  const key = JSON.stringify(variables)
  const read = useCallback(
    async (isWanted: () => boolean) => {
      if (key === 'null') return
      const given = JSON.parse(key) as object
      const nodes: Node[] = []
      let first: Data | undefined
      let after: string | null = null
      for (;;) {
        const page: Variables = { ...given, first: PAGE, after } as unknown as Variables
        const { data, error } = await client.query(query, page).toPromise()
        if (!isWanted()) return
        if (!data) return setState({ error, fetching: false, read: nodes.length })
        first ??= data
        const { nodes: more, pageInfo, totalCount } = connectionOf(data)
        nodes.push(...more)
        after = pageInfo.endCursor
        if (!pageInfo.hasNextPage || nodes.length >= MOST_ROWS)
          return setState({ data: { first, nodes, totalCount }, fetching: false, read: nodes.length })
        setState({ fetching: true, read: nodes.length })
      }
    },
    // `connectionOf` is written in place and means the same at every drawing.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [client, query, key],
  )
  useEffect(() => {
    let isWanted = true
    void read(() => isWanted)
    return () => {
      isWanted = false
    }
  }, [read])
  return { ...state, retry: () => void read(() => true) }
}
