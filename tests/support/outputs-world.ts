import type { Prisma } from '../../api/src/generated/prisma/client.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import type { RoleName, Viewer } from '../../api/src/kernel/viewer.ts'
import { membership, platform } from '../../api/src/modules/platforms/fixtures.ts'
import { corporation, facility } from '../../api/src/modules/registry/fixtures.ts'
import type { TestGraph } from './graph.ts'
import { somebody } from './network-world.ts'
import { viewerActingAs } from './viewers.ts'

const START = new Date('2026-11-23T00:00:00Z')

/** An event, or a drill, of a network that is there already. */
export const disaster = (
  { db }: Pick<TestGraph, 'db'>,
  platformId: string,
  over: Partial<Prisma.DisasterEventUncheckedCreateInput> = {},
) =>
  db.disasterEvent.create({
    data: {
      platformId,
      name: '見本の地震',
      hazard: 'EARTHQUAKE',
      startedAt: START,
      openedAt: START,
      firstReportMinutes: 60,
      reportEveryMinutes: 180,
      presumedSeriousMinutes: 60,
      buddyMinutes: 30,
      councilMinutes: 30,
      ...over,
    },
  })

/** A network with one shelter in one event: called, decided, open; and everybody who might look. */
export async function outputsWorld(
  graph: Pick<TestGraph, 'db'>,
  over: { readonly drill?: boolean; readonly name?: string } = {},
) {
  const { db } = graph
  const { id: platformId, name: network } = await platform(db)
  const inNetwork = { platformIds: [platformId] }
  const { id: corporationId, name: corporationName } = await corporation(db)
  await membership(db, { platformId, corporationId })
  const place = await facility(db, { corporationId, phone: '023-000-0000' })
  await db.welfareShelter.create({
    data: {
      facilityId: place.id,
      dayPlaces: 20,
      nightPlaces: 10,
      directEvacuation: false,
      acceptedPersons: '要配慮者と家族',
      places: { create: [{ need: 'OLDER_PERSON', day: 12, night: 8 }] },
    },
  })
  const event = await disaster(graph, platformId, { name: `見本の地震 ${network}`, ...over })
  await db.calledFacility.create({ data: { eventId: event.id, facilityId: place.id, calledAt: START } })
  await db.shelterOpening.create({
    data: {
      eventId: event.id,
      facilityId: place.id,
      state: 'OPEN',
      requestedAt: START,
      decidedAt: START,
      openedAt: START,
    },
  })
  const viewer = async (role: RoleName, body: object = {}) =>
    viewerActingAs((await somebody(graph)).id, role, { ...inNetwork, ...body })
  const viewers: Readonly<Record<string, Viewer>> = {
    secretariat: await viewer('PLATFORM_SECRETARIAT', { platformId }),
    chair: await viewer('PLATFORM_CHAIR', { platformId }),
    auditor: await viewer('PLATFORM_AUDITOR', { platformId }),
    liaison: await viewer('MUNICIPAL_LIAISON', { municipalityCode: '062014' }),
    director: await viewer('FACILITY_DIRECTOR', { facilityId: place.id, corporationId }),
    administrator: await viewer('CORPORATION_ADMIN', { corporationId }),
    operator: viewerActingAs((await somebody(graph)).id, 'SYSTEM_OPERATOR'),
    stranger: viewerActingAs((await somebody(graph)).id, 'CORPORATION_ADMIN', {
      corporationId: (await corporation(db)).id,
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
    corporationName,
    facility: place,
    event,
    eventGid: globalId('DisasterEvent', event.id),
    viewers,
    as,
  }
}
