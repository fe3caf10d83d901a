import type { Prisma } from '../../../generated/prisma/client.ts'
import type { ImportState } from '../../../generated/prisma/enums.ts'
import { all, allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, isSystem, type RoleName, type Viewer } from '../../../kernel/viewer.ts'

/** Roles that may bring files in, each for what is its own (see `scopeOf`). */
const IMPORTING: readonly RoleName[] = [
  'SYSTEM_OPERATOR',
  'PLATFORM_SECRETARIAT',
  'CORPORATION_ADMIN',
  'CORPORATION_REPORTER',
]

/** What a policy must know of an import. */
export interface ImportRef {
  readonly bodyKey: string | null
  readonly state: ImportState
}

/** Who may begin an import, and read the list of them. */
export function start(viewer: Viewer): Verdict {
  if (isSystem(viewer)) return allow
  if (!viewer.userId) return deny('SIGN_IN_FIRST')
  if (!viewer.acting) return deny('CHOOSE_ACTING')
  return actsAs(viewer, ...IMPORTING) ? allow : deny('ONLY_WHO_IMPORTS')
}

/** Who may go on with an import: whoever acts for the body that began it, and the operator. */
export function work(viewer: Viewer, run: Pick<ImportRef, 'bodyKey'>): Verdict {
  if (isSystem(viewer) || actsAs(viewer, 'SYSTEM_OPERATOR')) return allow
  const verdict = start(viewer)
  if (!verdict.allowed) return verdict
  return viewer.acting?.key === run.bodyKey ? allow : deny('NOT_YOUR_IMPORT')
}

/** Files and cells may hold personal data: only the body that brought them and the operator see them. */
export function visibleTo(viewer: Viewer): Prisma.ImportRunWhereInput {
  if (isSystem(viewer) || actsAs(viewer, 'SYSTEM_OPERATOR')) return {}
  if (!start(viewer).allowed || !viewer.acting) return { id: { in: [] } }
  return { bodyKey: viewer.acting.key }
}

/** The same for what belongs to an import. */
export function partsVisibleTo(viewer: Viewer): { run?: { is: Prisma.ImportRunWhereInput } } {
  const where = visibleTo(viewer)
  return Object.keys(where).length === 0 ? {} : { run: { is: where } }
}

/** A mapping of columns is offered to the body that made it. */
export function mappingsVisibleTo(viewer: Viewer): Prisma.ImportMappingWhereInput {
  if (isSystem(viewer)) return {}
  return start(viewer).allowed && viewer.acting ? { bodyKey: viewer.acting.key } : { id: { in: [] } }
}

/** In which states each step can be taken. */
export const STATES = {
  describe: ['UPLOADING', 'CHECKED'],
  check: ['UPLOADING', 'CHECKED', 'CHECKING'],
  choose: ['CHECKED'],
  confirm: ['CHECKED'],
  drop: ['UPLOADING', 'CHECKING', 'CHECKED', 'APPLYING'],
  undo: ['APPLIED'],
} as const satisfies Record<string, readonly ImportState[]>

export type ImportStep = keyof typeof STATES

/** Whether an import has come as far as a step needs, and no farther. */
export const isReadyFor = (step: ImportStep, { state }: Pick<ImportRef, 'state'>): boolean =>
  (STATES[step] as readonly ImportState[]).includes(state)

/** What the portal offers: the right person at the right time. */
export const may =
  (step: ImportStep) =>
  (viewer: Viewer, run: ImportRef): Verdict =>
    all(work(viewer, run), isReadyFor(step, run) ? allow : deny('IMPORT_NOT_THERE_YET'))

/** What the worker does in the portal's name. */
export const onlyThePortal = (viewer: Viewer): Verdict => (isSystem(viewer) ? allow : deny('SYSTEM_ONLY'))
