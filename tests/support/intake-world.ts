import { randomUUID } from 'node:crypto'
import { globalId } from '../../api/src/kernel/ids.ts'
import type { Viewer } from '../../api/src/kernel/viewer.ts'
import { asSent, type Entry } from '../../api/src/modules/intake/rules/entries.ts'
import { fold } from '../../api/src/modules/intake/rules/fold.ts'
import type { Person } from '../../api/src/modules/intake/rules/people.ts'
import * as write from '../../api/src/modules/intake/rules/writing.ts'
import { membership, platform } from '../../api/src/modules/platforms/fixtures.ts'
import { corporation, facility } from '../../api/src/modules/registry/fixtures.ts'
import { TODAY, type TestGraph } from './graph.ts'
import { somebody } from './network-world.ts'
import { send } from './send.ts'
import { viewerActingAs } from './viewers.ts'

/** A drill of a network with two open shelters and the people around them. */
export async function intakeWorld({ db, ...graph }: TestGraph) {
  const { id: platformId } = await platform(db)
  const platformIds = [platformId]
  const event = await db.disasterEvent.create({
    data: {
      platformId,
      name: '見本の地震',
      hazard: 'EARTHQUAKE',
      drill: true,
      startedAt: TODAY,
      areas: [],
      firstReportMinutes: 60,
      reportEveryMinutes: 180,
      presumedSeriousMinutes: 120,
      buddyMinutes: 30,
      councilMinutes: 60,
      openedAt: TODAY,
    },
  })
  const shelter = async () => {
    const { id: corporationId } = await corporation(db)
    await membership(db, { platformId, corporationId, position: 1 })
    const { id: facilityId, name } = await facility(db, { corporationId })
    const opening = await db.shelterOpening.create({
      data: { eventId: event.id, facilityId, state: 'OPEN', openedAt: TODAY },
    })
    const person = async (role: 'FACILITY_DIRECTOR' | 'FACILITY_STAFF') => {
      const { id } = await somebody({ db, ...graph })
      return viewerActingAs(id, role, { facilityId, corporationId, platformIds })
    }
    return {
      openingId: opening.id,
      id: globalId('ShelterOpening', opening.id),
      name,
      facilityId,
      corporationId,
      director: await person('FACILITY_DIRECTOR'),
      staff: await person('FACILITY_STAFF'),
    }
  }
  const [one, other] = [await shelter(), await shelter()]
  const { id: userId } = await somebody({ db, ...graph })
  const officer = (
    role: 'PLATFORM_SECRETARIAT' | 'PLATFORM_CHAIR' | 'PLATFORM_AUDITOR' | 'PLATFORM_OFFICER',
  ) => viewerActingAs(userId, role, { platformId, platformIds })
  return {
    platformId,
    eventId: event.id,
    one,
    other,
    secretariat: officer('PLATFORM_SECRETARIAT'),
    chair: officer('PLATFORM_CHAIR'),
    auditor: officer('PLATFORM_AUDITOR'),
    officer: officer('PLATFORM_OFFICER'),
    liaison: viewerActingAs(userId, 'MUNICIPAL_LIAISON', { municipalityCode: '062014', platformIds }),
    admin: viewerActingAs(userId, 'CORPORATION_ADMIN', { corporationId: one.corporationId, platformIds }),
    reporter: viewerActingAs(userId, 'CORPORATION_REPORTER', {
      corporationId: one.corporationId,
      platformIds,
    }),
    otherAdmin: viewerActingAs(userId, 'CORPORATION_ADMIN', {
      corporationId: other.corporationId,
      platformIds,
    }),
    operator: viewerActingAs(userId, 'SYSTEM_OPERATOR'),
    stranger: viewerActingAs(userId, 'FACILITY_DIRECTOR', {
      facilityId: randomUUID(),
      corporationId: randomUUID(),
    }),
  }
}
export type IntakeWorld = Awaited<ReturnType<typeof intakeWorld>>

/** A device that writes and remembers what it wrote. */
export function pen(): write.Pen & { readonly written: Entry[] } {
  let sequence = 0
  return {
    deviceId: randomUUID(),
    written: [],
    next: () => ({ id: randomUUID(), sequence: ++sequence, at: TODAY.toISOString() }),
  }
}

/** A person with these values, as a device writes one who comes. */
export function described(
  by: write.Pen,
  values: Readonly<Partial<Record<Exclude<Entry['field'], null>, string>>>,
  before: readonly Entry[] = [],
): Entry[] {
  const added = write.addPerson(by, fold(before))
  const bare: Person = { id: added.id, members: [added.id], here: true, presence: [], fields: {} }
  return [
    added,
    ...Object.entries(values).map(([field, value]) => write.setField(by, bare, field as never, value)),
  ]
}

export const sendEntries = (
  graph: TestGraph,
  openingId: string,
  entries: readonly Entry[],
  viewer: Viewer,
  now: Date = TODAY,
) =>
  send(
    graph,
    'sendIntakeEntries',
    { openingId, entries: entries.map(asSent) },
    { viewer, now, payload: 'accepted refused refusedBecause' },
  )

const ENTRY = 'id deviceId sequence at kind subjects basedOn field value people need stay destination'

/** Everything a device would read, or null for who may not. */
export async function readAll(graph: TestGraph, openingId: string, viewer: Viewer): Promise<Entry[] | null> {
  const entries: Entry[] = []
  let after: string | null = null
  for (;;) {
    const { intakeSince }: { intakeSince: { entries: Entry[]; cursor: string; more: boolean } | null } =
      await graph.ask(
        `query ($openingId: ID!, $after: String) { intakeSince(openingId: $openingId, after: $after) { entries { ${ENTRY} } cursor more } }`,
        { viewer, variables: { openingId, after } },
      )
    if (!intakeSince) return null
    entries.push(...intakeSince.entries)
    if (!intakeSince.more) return entries
    after = intakeSince.cursor
  }
}

export const BOOK = `eventName drill facilityName sample closedAt keeps handsOut counts { need day night } exportedAt destroyOn
  sheets { number state expiresAt lines } departures { transferId state personId name needs shelter declinedBecause proposedAt }
  arrivals { transferId state personId name needs shelter declinedBecause proposedAt } others { openingId name }
  certificate { rule persons values searches exportedAt destroyedAt contentHash }`

export const bookOf = async (graph: TestGraph, openingId: string, viewer: Viewer) =>
  (
    await graph.ask(`query ($openingId: ID!) { intakeBook(openingId: $openingId) { ${BOOK} } }`, {
      viewer,
      variables: { openingId },
    })
  ).intakeBook
