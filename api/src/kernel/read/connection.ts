import type { ObjectRef } from '@pothos/core'
import type { ModelName } from '../ids.ts'
import { builder } from '../graphql/builder.ts'
import type { BuilderTypes } from './pothos.ts'
import type { Edge, Page, PageInfo, Row } from './result.ts'
import { MAX_PAGE } from './window.ts'

const rowRefs = new Map<string, ReturnType<typeof builder.objectRef<Row>>>()
const connectionRefs = new Map<string, ObjectRef<BuilderTypes, Page>>()

/** The GraphQL type of a model; types meet by the model's name, so modules need not import each other. */
export function rowRef(model: ModelName) {
  let ref = rowRefs.get(model)
  if (!ref) rowRefs.set(model, (ref = builder.objectRef<Row>(model)))
  return ref
}

const pageInfoRef = builder.objectRef<PageInfo>('PageInfo').implement({
  description: 'Where a page of a connection stands in its list (Relay Cursor Connections).',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', {
      description: 'Whether there are items after this page.',
    }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
      description: 'Whether there are items before this page.',
    }),
    startCursor: t.exposeString('startCursor', {
      nullable: true,
      description: 'Cursor of the first item; null on an empty page. Give it as `before` to read backwards.',
    }),
    endCursor: t.exposeString('endCursor', {
      nullable: true,
      description: 'Cursor of the last item; null on an empty page. Give it as `after` to read on.',
    }),
  }),
})

/** The connection type over a model, made at its first use. */
export function connectionRef(model: ModelName) {
  const known = connectionRefs.get(model)
  if (known) return known
  const free = { field: 0, multiplier: 1 }
  const edge = builder.objectRef<Edge>(`${model}Edge`).implement({
    description: `One ${model} in a list, and its place there.`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', {
        description: 'The place in the list, opaque; it stays valid when the item changes or goes.',
      }),
      node: t.expose('node', { type: rowRef(model), description: `The ${model} itself.` }),
    }),
  })
  const ref = builder.objectRef<Page>(`${model}Connection`).implement({
    description: `A page of a list of ${model} that the asker may see (Relay Cursor Connections).`,
    fields: (t) => ({
      edges: t.expose('edges', {
        type: [edge],
        description: 'The items with their cursors.',
        complexity: free,
      }),
      nodes: t.expose('nodes', {
        type: [rowRef(model)],
        description: 'The items without cursors.',
        complexity: free,
      }),
      pageInfo: t.expose('pageInfo', {
        type: pageInfoRef,
        description: 'Where this page stands in the list.',
      }),
      totalCount: t.exposeInt('totalCount', {
        description: 'Number of items in the whole list that the asker may see. Counted only when asked for.',
      }),
    }),
  })
  connectionRefs.set(model, ref)
  return ref
}

/** A connection costs its fields once per item that may come. */
export const connectionComplexity = (args: { first?: number | null; last?: number | null }) => ({
  field: 1,
  multiplier: Math.min(Math.max(args.first ?? args.last ?? MAX_PAGE, 1), MAX_PAGE),
})
