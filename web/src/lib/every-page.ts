import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useCallback, useEffect, useState } from 'react'
import { useClient, type AnyVariables } from 'urql'
import type { RequestError } from './problems.ts'

/** Rows that are read at most of what can be as long as the registry: what fits a folder of paper. */
export const FOLDER_OF_ROWS = 500
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

/** What is read, or was. */
export interface Reading<Data> {
  readonly data?: Data | undefined
  readonly error?: RequestError | undefined
  readonly fetching: boolean
  /** Rows that are there so far. */
  readonly read: number
  /** When it began to be read. */
  readonly at: Date
  readonly retry: () => void
}

interface Asked<Data, Variables, Node> {
  query: TypedDocumentNode<Data, Variables>
  /** The variables of a page; null while they are not known. */
  variables: Omit<Variables & object, 'first' | 'after'> | null
  /** The list in a page; nothing for what the viewer may not see. */
  connectionOf: (data: Data) => Connection<Node> | null | undefined
  /** Rows after which reading ends; all are read if it is left out. */
  most?: number
}

/** Reads a list to its end, a hundred rows at a time, for what is printed as a whole; always anew. */
export function useEveryPage<Data, Variables extends AnyVariables, Node>({
  query,
  variables,
  connectionOf,
  most = Infinity,
}: Asked<Data, Variables, Node>): Reading<EveryPage<Data, Node>> {
  const client = useClient()
  const [state, setState] = useState<Omit<Reading<EveryPage<Data, Node>>, 'retry'>>({
    fetching: true,
    read: 0,
    at: new Date(),
  })
  const key = JSON.stringify(variables)
  const read = useCallback(
    async (isWanted: () => boolean) => {
      if (key === 'null') return
      const given = JSON.parse(key) as object
      const at = new Date()
      const nodes: Node[] = []
      let first: Data | undefined
      let after: string | null = null
      for (;;) {
        const page: Variables = { ...given, first: PAGE, after } as unknown as Variables
        const { data, error } = await client.query(query, page, { requestPolicy: 'network-only' }).toPromise()
        if (!isWanted()) return
        if (!data) return setState({ error, fetching: false, read: nodes.length, at })
        first ??= data
        const { nodes: more, pageInfo, totalCount } = connectionOf(data) ?? NOTHING
        nodes.push(...more)
        after = pageInfo.endCursor
        if (!pageInfo.hasNextPage || nodes.length >= most)
          return setState({ data: { first, nodes, totalCount }, fetching: false, read: nodes.length, at })
        setState({ fetching: true, read: nodes.length, at })
      }
    },
    // `connectionOf` is written in place and means the same at every drawing.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [client, query, key, most],
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

const NOTHING: Connection<never> = {
  totalCount: 0,
  pageInfo: { hasNextPage: false, endCursor: null },
  nodes: [],
}

/** Several lists as one: there when all of them are. */
export function together<Lists extends Readonly<Record<string, Reading<unknown>>>>(
  lists: Lists,
): Reading<{ readonly [Name in keyof Lists]: NonNullable<Lists[Name]['data']> }> {
  const all = Object.values(lists)
  const data = all.every((list) => list.data !== undefined)
    ? (Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.data])) as {
        readonly [Name in keyof Lists]: NonNullable<Lists[Name]['data']>
      })
    : undefined
  return {
    data,
    error: all.find(({ error }) => error)?.error,
    fetching: all.some(({ fetching }) => fetching),
    read: all.reduce((sum, { read }) => sum + read, 0),
    at: new Date(Math.min(...all.map(({ at }) => at.getTime()))),
    retry: () => {
      for (const list of all) list.retry()
    },
  }
}
