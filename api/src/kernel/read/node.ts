import { builder } from '../graphql/builder.ts'
import type { ModelName } from '../ids.ts'
import { noteOf } from './access.ts'
import { badInput } from './bad-input.ts'
import { readGlobalId } from './key.ts'
import { keyColumn, modelOf } from './models.ts'
import { nodeRef, withType } from './node-interface.ts'
import { objectType, readPages, rowsWhere, walkOf } from './read-pages.ts'
import { isDeclared } from './registry.ts'
import type { Row } from './result.ts'
import { walkRow } from './selection.ts'
import { MAX_PAGE } from './window.ts'

const note = { access: noteOf('public', null) }

builder.queryField('node', (t) =>
  t.field({
    type: nodeRef,
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'Any Relay id.' }) },
    description: 'What has this id; null when there is no such thing or the asker may not see it.',
    extensions: note,
    resolve: async (_root, { id }, context, info) => (await readNodes([id], context, info))[0] ?? null,
  }),
)

builder.queryField('nodes', (t) =>
  t.field({
    type: [nodeRef],
    nullable: { list: false, items: true },
    args: { ids: t.arg.idList({ required: true, description: 'Relay ids of any types, at most 100.' }) },
    description: 'What has these ids, in their order; null in place of what the asker may not see.',
    complexity: ({ ids }) => ({ field: 1, multiplier: Math.min(Math.max(ids.length, 1), MAX_PAGE) }),
    extensions: note,
    resolve(_root, { ids }, context, info) {
      if (ids.length > MAX_PAGE) throw badInput(`nodes: at most ${MAX_PAGE} ids; there were ${ids.length}.`)
      return readNodes(ids, context, info)
    },
  }),
)

type ReadInfo = Parameters<typeof objectType>[0]
type ReadContext = Parameters<typeof readPages>[0]

/** Rows by global ids of any models, in one statement. */
async function readNodes(
  ids: readonly string[],
  context: ReadContext,
  info: ReadInfo,
): Promise<(Row | null)[]> {
  const wanted = ids.map(readGlobalId)
  const keys = new Map<ModelName, Set<string>>()
  for (const id of wanted) {
    if (!id || !isDeclared(id.model)) continue
    keys.set(id.model, (keys.get(id.model) ?? new Set()).add(id.key))
  }
  if (keys.size === 0) return ids.map(() => null)

  const reads = [...keys].map(([model, values]) => {
    const column = keyColumn(modelOf(model))
    const rows = walkRow(walkOf(context, info), model, objectType(info, model), info.fieldNodes)
    rows.columns.add(column)
    return { model, column, page: rowsWhere(model, { [column]: { in: [...values] } }, rows, values.size) }
  })
  const pages = await readPages(context, reads)
  const found = new Map(
    reads.flatMap(({ model, column }, index) =>
      (pages[index]?.nodes ?? []).map((row) => [`${model}:${String(row[column])}`, withType(model, row)]),
    ),
  )
  return wanted.map((id) => (id ? (found.get(`${id.model}:${id.key}`) ?? null) : null))
}
