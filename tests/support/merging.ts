import { globalId } from '../../api/src/kernel/ids.ts'
import type { Viewer } from '../../api/src/kernel/viewer.ts'
import type { TestGraph } from './graph.ts'
import { send } from './send.ts'

const PREVIEW = `query Preview($keptId: ID!, $absorbedId: ID!) {
  mergePreview(keptId: $keptId, absorbedId: $absorbedId) {
    key keptName absorbedName obstacle filled moves { relation count } stays { code what }
  }
}`

type Model = 'Facility' | 'Corporation'

/** What would happen if two records were made one. */
export const previewMerge = (
  graph: TestGraph,
  model: Model,
  kept: string,
  absorbed: string,
  viewer: Viewer,
) =>
  graph.request(PREVIEW, {
    viewer,
    variables: { keptId: globalId(model, kept), absorbedId: globalId(model, absorbed) },
  })

/** Makes two records one, as a viewer who has seen what the operator is shown. */
export async function mergeRecords(
  graph: TestGraph,
  model: Model,
  kept: string,
  absorbed: string,
  { operator, viewer = operator, more = {} }: { operator: Viewer; viewer?: Viewer; more?: object },
) {
  const shown = await previewMerge(graph, model, kept, absorbed, operator)
  return send(
    graph,
    model === 'Facility' ? 'mergeFacilities' : 'mergeCorporations',
    {
      [`kept${model}Id`]: globalId(model, kept),
      [`absorbed${model}Id`]: globalId(model, absorbed),
      previewKey: shown.data?.mergePreview.key ?? '',
      ...more,
    },
    { viewer, payload: 'registryMerge { id version moveCount }' },
  )
}

export const undoMerge = (graph: TestGraph, id: string, viewer: Viewer, version = 1) =>
  send(graph, 'undoMerge', { registryMergeId: id, version }, { viewer })

const KEPT_BY_THE_SERVER = new Set([
  'audit_entry',
  'event_log',
  'ledger_head',
  'change_act',
  'registry_revision',
  'registry_merge',
  'registry_merge_move',
  'idempotency_key',
  'notification',
])

/** Everything that any table says about some records, without what only counts changes. */
export async function standOf({ db }: TestGraph, ids: readonly string[]): Promise<unknown> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`
  const stand: Record<string, unknown> = {}
  for (const { name } of tables)
    if (!KEPT_BY_THE_SERVER.has(name))
      stand[name] = await db.$queryRawUnsafe(
        `SELECT to_jsonb(t) - '{version,updated_at}'::text[] AS row FROM "${name}" AS t
         WHERE to_jsonb(t)::text ~ $1 ORDER BY to_jsonb(t) ->> 'id'`,
        ids.join('|'),
      )
  return stand
}
