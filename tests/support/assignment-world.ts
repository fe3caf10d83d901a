import type { CareNeed } from '../../api/src/generated/prisma/enums.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import type { RoleName, Viewer } from '../../api/src/kernel/viewer.ts'
import { platform } from '../../api/src/modules/platforms/fixtures.ts'
import { facility } from '../../api/src/modules/registry/fixtures.ts'
import { TODAY, type TestGraph } from './graph.ts'
import { somebody } from './network-world.ts'
import { viewerActingAs } from './viewers.ts'

/** A shelter of the event that is open, with its places by night. */
export interface ShelterSpec {
  readonly places: number
  readonly byNeed?: Partial<Record<CareNeed, number | null>>
  readonly equipment?: readonly string[]
  /** Kilometres north of the middle of the municipality. */
  readonly north?: number
}

/** An event of a network with open shelters, and everybody who might look. */
export async function assignmentWorld(
  graph: Pick<TestGraph, 'db'>,
  shelters: readonly ShelterSpec[],
  { drill = false }: { drill?: boolean } = {},
) {
  const { db } = graph
  const { id: platformId } = await platform(db)
  const elsewhere = await platform(db)
  const home = await municipality(db)
  const away = await municipality(db)
  const event = await db.disasterEvent.create({
    data: {
      platformId,
      name: '見本の地震',
      hazard: 'EARTHQUAKE',
      drill,
      startedAt: TODAY,
      openedAt: TODAY,
      areas: [],
      firstReportMinutes: 60,
      reportEveryMinutes: 120,
      presumedSeriousMinutes: 60,
      buddyMinutes: 20,
      councilMinutes: 20,
    },
  })
  const facilities: { id: string; gid: string; name: string }[] = []
  for (const { places, byNeed = {}, equipment = [], north = 0 } of shelters) {
    const { id } = await facility(db, {
      municipalityCode: home,
      latitude: MIDDLE.latitude + north / 111.2,
      longitude: MIDDLE.longitude,
    })
    const { name } = await db.facility.findUniqueOrThrow({ where: { id }, select: { name: true } })
    await db.welfareShelter.create({
      data: {
        facilityId: id,
        nightPlaces: places,
        places: {
          create: Object.entries(byNeed).map(([need, night]) => ({ need: need as CareNeed, night })),
        },
      },
    })
    await db.facilityEquipment.createMany({
      data: equipment.map((item, position) => ({ facilityId: id, item, state: 'YES' as const, position })),
    })
    await db.shelterOpening.create({
      data: { eventId: event.id, facilityId: id, state: 'OPEN', openedAt: TODAY },
    })
    facilities.push({ id, gid: globalId('Facility', id), name })
  }
  const viewer = async (role: RoleName, body: object, platformIds = [platformId]) =>
    viewerActingAs((await somebody(graph)).id, role, { platformIds, ...body })
  const viewers: Readonly<Record<string, Viewer>> = {
    secretariat: await viewer('PLATFORM_SECRETARIAT', { platformId }),
    liaison: await viewer('MUNICIPAL_LIAISON', { municipalityCode: home }),
    chair: await viewer('PLATFORM_CHAIR', { platformId }),
    auditor: await viewer('PLATFORM_AUDITOR', { platformId }),
    member: await viewer('CORPORATION_ADMIN', {}),
    operator: await viewer('SYSTEM_OPERATOR', {}, []),
    'secretariat elsewhere': await viewer('PLATFORM_SECRETARIAT', { platformId: elsewhere.id }, [
      elsewhere.id,
    ]),
  }
  return {
    platformId,
    eventId: event.id,
    event: globalId('DisasterEvent', event.id),
    home: { code: home, gid: globalId('Municipality', home) },
    away: { code: away, gid: globalId('Municipality', away) },
    facilities,
    viewers,
    as: (name: string): Viewer => {
      const found = viewers[name]
      if (!found) throw new Error(`nobody is ${name}`)
      return found
    },
  }
}

export type AssignmentWorld = Awaited<ReturnType<typeof assignmentWorld>>

const MIDDLE = { latitude: 38.25, longitude: 140.33 }
let next = 70_000

/** A municipality of its own with its extent, so that no other test closes its roads. */
async function municipality(db: TestGraph['db']): Promise<string> {
  const digits = String(next++)
  const sum = [6, 5, 4, 3, 2].reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  const code = `${digits}${(11 - (sum % 11)) % 10}`
  await db.municipality.upsert({
    where: { code },
    update: {},
    create: {
      code,
      name: `見本町${code}`,
      prefecture: '見本県',
      south: MIDDLE.latitude - 0.1,
      north: MIDDLE.latitude + 0.1,
      west: MIDDLE.longitude - 0.1,
      east: MIDDLE.longitude + 0.1,
    },
  })
  return code
}
