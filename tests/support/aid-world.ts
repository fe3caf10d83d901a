import { dateOf } from '../../api/src/kernel/clock.ts'
import { runCommand, type Command, type CommandResult } from '../../api/src/kernel/command.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import type { RoleName, Viewer } from '../../api/src/kernel/viewer.ts'
import { membership, platform } from '../../api/src/modules/platforms/fixtures.ts'
import { corporation, facility } from '../../api/src/modules/registry/fixtures.ts'
import { TODAY, type TestGraph } from './graph.ts'
import { somebody } from './network-world.ts'
import { viewerActingAs } from './viewers.ts'

/** An event that is on: a row as module disasters writes it. */
export const disasterEvent = (
  { db }: Pick<TestGraph, 'db'>,
  platformId: string,
  { drill = false, closedAt = null }: { readonly drill?: boolean; readonly closedAt?: Date | null } = {},
) =>
  db.disasterEvent.create({
    data: {
      platformId,
      name: '見本の地震',
      hazard: 'EARTHQUAKE',
      drill,
      startedAt: new Date(TODAY.getTime() - 7_200_000),
      areas: [],
      firstReportMinutes: 30,
      reportEveryMinutes: 120,
      presumedSeriousMinutes: 60,
      buddyMinutes: 20,
      councilMinutes: 30,
      openedAt: new Date(TODAY.getTime() - 7_000_000),
      closedAt,
    },
  })

/** A network of three corporations with a facility each, an event that has called the three, and everybody around. */
export async function aidWorld(graph: TestGraph, options: { readonly drill?: boolean } = {}) {
  const { db } = graph
  const { id: platformId, name: network } = await platform(db)
  const inNetwork = { platformIds: [platformId] }
  const member = async (kana: string, position: number) => {
    const { id: corporationId } = await corporation(db, { kana })
    await membership(db, { platformId, corporationId, position })
    const place = await facility(db, { corporationId, kana })
    const person = await somebody(graph)
    await db.roleAssignment.create({
      data: {
        role: 'FACILITY_DIRECTOR',
        facilityId: place.id,
        userId: person.id,
        startsOn: dateOf('2020-04-01'),
      },
    })
    const director = viewerActingAs(person.id, 'FACILITY_DIRECTOR', {
      facilityId: place.id,
      corporationId,
      name: place.name,
      ...inNetwork,
    })
    return {
      corporationId,
      facilityId: place.id,
      gid: globalId('Facility', place.id),
      name: place.name,
      userId: person.id,
      director,
    }
  }
  const [asking, helping, third] = [await member('あ', 1), await member('い', 2), await member('う', 3)]
  const event = await disasterEvent(graph, platformId, options)
  for (const { facilityId } of [asking, helping, third])
    await db.calledFacility.create({ data: { eventId: event.id, facilityId, calledAt: event.openedAt } })
  const viewer = async (role: RoleName, body: object) =>
    viewerActingAs((await somebody(graph)).id, role, { ...inNetwork, ...body })
  const elsewhere = await platform(db)
  const viewers: Readonly<Record<string, Viewer>> = {
    'asking director': asking.director,
    'asking staff': await viewer('FACILITY_STAFF', asking),
    'asking administrator': await viewer('CORPORATION_ADMIN', { corporationId: asking.corporationId }),
    'helping director': helping.director,
    'third director': third.director,
    secretariat: await viewer('PLATFORM_SECRETARIAT', { platformId }),
    chair: await viewer('PLATFORM_CHAIR', { platformId }),
    auditor: await viewer('PLATFORM_AUDITOR', { platformId }),
    officer: await viewer('PLATFORM_OFFICER', { platformId }),
    liaison: await viewer('MUNICIPAL_LIAISON', { municipalityCode: '062014' }),
    operator: viewerActingAs((await somebody(graph)).id, 'SYSTEM_OPERATOR'),
    'director elsewhere': viewerActingAs((await somebody(graph)).id, 'FACILITY_DIRECTOR', {
      facilityId: (await facility(db)).id,
      platformIds: [elsewhere.id],
    }),
  }
  const as = (name: string): Viewer => {
    const found = viewers[name]
    if (!found) throw new Error(`nobody is ${name}`)
    return found
  }
  return {
    platformId,
    network,
    event,
    eventId: globalId('DisasterEvent', event.id),
    asking,
    helping,
    third,
    viewers,
    as,
    /** Runs a command as somebody. */
    run: <Result extends CommandResult>(
      // oxlint-disable-next-line typescript/no-explicit-any -- any command; what it answers is told by the second type
      command: Command<any, Result>,
      viewer: Viewer,
      input: object,
      now: Date = TODAY,
    ): Promise<Result> =>
      runCommand(command, input, { db, viewer, clock: { now: () => now }, requestId: null }),
  }
}

export type AidWorld = Awaited<ReturnType<typeof aidWorld>>

/** What a command objects to, as a code; null if it was done. */
export const objectionOf = (attempt: Promise<unknown>): Promise<string | null> =>
  attempt.then(
    () => null,
    (error: { code?: string; extensions?: { reason?: string; code?: string } }) =>
      error.extensions?.reason ?? error.extensions?.code ?? error.code ?? 'OTHER',
  )
