import {
  getArgumentValues,
  getNamedType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql'
import { collectSubfields } from 'graphql/execution/collectFields.js'
import { forbidden } from '../problems.ts'
import type { Viewer } from '../viewer.ts'
import { argumentNames, argumentsKey, type ReadNeed } from './need.ts'
import { scopeOf } from './registry.ts'
import { noNeeds, noPageNeeds, type Filter, type Ordering, type PageNeeds, type RowNeeds } from './tree.ts'
import { Unsupported } from './unsupported.ts'
import { windowOf } from './window.ts'

/** What walking a selection needs: the document (of graphql-js or graphql-jit alike) and who asks. */
export interface Walk {
  readonly info: Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>
  readonly viewer: Viewer
  readonly now: Date
}

type Arguments = Readonly<Record<string, unknown>>
type Field = GraphQLField<unknown, unknown>

/** Selected fields of a type, those of one name together; fragments, @skip and @include are already applied. */
function selected(
  { info }: Walk,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): [Field, FieldNode[]][] {
  const found = collectSubfields(info.schema, info.fragments, info.variableValues, type, [...nodes])
  return [...found.values()].flatMap((same): [Field, FieldNode[]][] => {
    const [first] = same
    const field = first && type.getFields()[first.name.value]
    return field ? [[field, [...same]]] : []
  })
}

const objectTypeOf = (field: Field): GraphQLObjectType => {
  const type = getNamedType(field.type)
  if (!isObjectType(type)) throw new Unsupported(`the field ${field.name} below a row is of no object type`)
  return type
}

/** Adds what is selected of a row to its needs. */
export function walkRow(
  walk: Walk,
  model: string,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  needs: RowNeeds = noNeeds(),
): RowNeeds {
  assertScope(walk.viewer, model)
  walkFields(walk, type, nodes, needs)
  return needs
}

function walkFields(walk: Walk, type: GraphQLObjectType, nodes: readonly FieldNode[], needs: RowNeeds) {
  for (const [field, same] of selected(walk, type, nodes)) {
    const need = field.extensions.read as ReadNeed | undefined
    if (!need) continue
    switch (need.kind) {
      case 'columns':
        for (const column of need.columns) needs.columns.add(column)
        break
      case 'policy': {
        for (const column of need.columns) needs.columns.add(column)
        if (!need.related) break
        const { name, through, relation, where } = need.related
        // Only yes or no comes of it, about the asker's own standing, so no scope is asked for.
        const holder = through === undefined ? needs : (needs.ones.get(through) ?? noNeeds())
        if (through !== undefined) needs.ones.set(through, holder)
        holder.counts.set(name, { relation, filter: where(walk.viewer) })
        break
      }
      case 'group':
        walkFields(walk, objectTypeOf(field), same, needs)
        break
      case 'one':
        needs.ones.set(
          need.relation,
          walkRow(walk, need.model, objectTypeOf(field), same, needs.ones.get(need.relation)),
        )
        break
      case 'count':
        assertScope(walk.viewer, need.model)
        needs.counts.set(placeOf(field, argumentsOf(walk, field, same)), {
          relation: need.relation,
          filter: need.filter(argumentsOf(walk, field, same), walk.viewer, walk.now),
        })
        break
      case 'many': {
        const args = argumentsOf(walk, field, same)
        const key = placeOf(field, args)
        const known = needs.pages.get(key)
        const page = walkPage(
          walk,
          need.model,
          field,
          same,
          args,
          need.filter(args, walk.viewer, walk.now),
          need.ordering(args),
          known,
        )
        needs.pages.set(key, { ...page, relation: need.relation })
      }
    }
  }
}

const placeOf = (field: Field, args: Arguments): string =>
  argumentsKey(field.name, argumentNames(field.args.map(({ name }) => name)), args)

/** Fields of one response name have the same arguments, or the document would not be valid. */
function argumentsOf({ info }: Walk, field: Field, [first]: readonly FieldNode[]): Arguments {
  return first ? getArgumentValues(field, first, info.variableValues) : {}
}

/** Adds what is selected of a connection to its needs. */
export function walkPage(
  walk: Walk,
  model: string,
  field: Field,
  nodes: readonly FieldNode[],
  args: Arguments,
  filter: Filter,
  ordering: Ordering,
  known?: PageNeeds,
): PageNeeds {
  assertScope(walk.viewer, model)
  const page = known ?? noPageNeeds(filter, ordering, windowOf(field.name, model, ordering, args))
  const row = (node: Field, same: readonly FieldNode[]) => {
    page.rows = walkRow(walk, model, objectTypeOf(node), same, page.rows ?? noNeeds())
  }
  for (const [part, same] of selected(walk, objectTypeOf(field), nodes)) {
    if (part.name === 'totalCount') page.total = true
    if (part.name === 'nodes') {
      page.nodes = true
      row(part, same)
    }
    if (part.name === 'edges') {
      page.edges = true
      for (const [inner, again] of selected(walk, objectTypeOf(part), same))
        if (inner.name === 'node') row(inner, again)
        else page.cursors = true
    }
    if (part.name === 'pageInfo')
      for (const [inner] of selected(walk, objectTypeOf(part), same)) {
        if (inner.name === 'hasNextPage') page.hasNext = true
        else if (inner.name === 'hasPreviousPage') page.hasPrevious = true
        else page.cursors = true
      }
  }
  return page
}

/** A token reads only what its scopes name, however it gets there. */
function assertScope(viewer: Viewer, model: string): void {
  const scope = scopeOf(model)
  if (viewer.scopes !== null && !viewer.scopes.includes(scope)) throw forbidden('SCOPE_MISSING')
}
