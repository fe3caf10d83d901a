import type { Tx } from '../../kernel/db.ts'
import type { Emit } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import * as events from './events.ts'
import { visibleTo } from './policy.ts'
import { checkName, type NetworkKind } from './rules/kinds.ts'

/** Announces that something of a network was changed, to everybody of the network. */
export function announceChange(emit: Emit, platformId: string, ...records: readonly string[]): void {
  emit(
    events.NetworkChanged,
    { platformId },
    { audience: [`platform:${platformId}`], entities: [globalId('Platform', platformId), ...records] },
  )
}

/** A network that is yet to be. */
export interface NewNetwork {
  readonly name: string
  readonly kind: NetworkKind
  readonly description: string
  readonly municipalityCode: string | null
  readonly parentId: string | null
  readonly startsOn: Date
}

/** Begins a network, below another one if asked; answers its id. */
export async function beginNetwork(tx: Tx, { parentId, startsOn, ...network }: NewNetwork): Promise<string> {
  const { name, kind, municipalityCode } = network
  const sample = name.includes('見本')
  checkName(kind, name, sample)
  await checkMunicipality(tx, municipalityCode)
  const { id } = await tx.platform.create({ data: { ...network, sample }, select: { id: true } })
  if (parentId !== null)
    await tx.platformLink.create({ data: { fromId: id, toId: parentId, kind: 'PART_OF', startsOn } })
  return id
}

/** Refuses a municipality that the registry does not know. */
export async function checkMunicipality(tx: Tx, code: string | null): Promise<void> {
  if (code !== null && (await tx.municipality.count({ where: { code } })) === 0)
    throw new RuleProblem('MUNICIPALITY_UNKNOWN', 'The registry does not know this municipality.')
}

/** What the database refuses of a link, in the words of the rules. */
export const linkRefusals = {
  platform_link_once: () => new RuleProblem('LINKED_ALREADY', 'The two are linked on these days already.'),
  platform_link_goes_one_way: () =>
    new RuleProblem('LINK_GOES_IN_A_CIRCLE', 'A network would be a part of itself.'),
  platform_link_keeps_samples_apart: () =>
    new RuleProblem('SAMPLE_NETWORK_WITH_REAL', 'Invented networks are linked with invented ones.'),
}

/** The network below which something begins, if the viewer sees it; nothing is named without one. */
export const findParent = async (tx: Tx, parentId: string | undefined, viewer: Viewer) => {
  if (parentId === undefined) return { parentId: null, platformId: null }
  const parent = await tx.platform.findFirst({
    where: { AND: [{ id: parentId }, visibleTo(viewer)] },
    select: { id: true },
  })
  return parent && { parentId: parent.id, platformId: parent.id }
}
