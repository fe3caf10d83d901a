import { globalId } from '../../api/src/kernel/ids.ts'
import { minutesIn, nth, type DisasterWorld } from './disaster-world.ts'
import type { TestGraph } from './graph.ts'
import { send } from './send.ts'

/** What the facilities of a night have in peace time, and nobody has to think of a disaster for it. */
export async function peaceBefore(graph: TestGraph, there: DisasterWorld) {
  const { db } = graph
  const helping = nth(there.places, 1)
  const by = { viewer: helping.director, now: minutesIn(-60) }
  for (const { id } of there.places)
    await db.welfareShelter.create({
      data: {
        facilityId: id,
        dayPlaces: 20,
        nightPlaces: 10,
        acceptedPersons: '要配慮者と家族',
        places: { create: [{ need: 'OLDER_PERSON', day: 12, night: 8 }] },
      },
    })
  const { id: item } = await db.stockItem.findUniqueOrThrow({ where: { code: 'BLANKET' } })
  const itemId = globalId('StockItem', item)
  const lot = await send(
    graph,
    'addStockLot',
    {
      facilityId: helping.gid,
      itemId,
      quantity: 40,
      lotNumber: '',
      place: '',
      expiresOn: null,
      owner: 'FACILITY',
    },
    { ...by, payload: 'stockLot { id }' },
  )
  const nurse = await send(
    graph,
    'registerAidResource',
    {
      facilityId: helping.gid,
      kind: 'STAFF',
      label: '介護福祉士 夜勤A',
      skill: 'CARE_WORKER',
      units: 1,
    },
    { ...by, payload: 'aidResource { id }' },
  )
  const device = await send(
    graph,
    'enrolDevice',
    { facilityId: nth(there.places, 0).gid, name: '事務室の電話', pin: '4271' },
    { viewer: nth(there.places, 0).director, now: minutesIn(-60), payload: 'secret' },
  )
  return {
    itemId,
    lotId: String(lot.payload.stockLot.id),
    resourceId: String(nurse.payload.aidResource.id),
    deviceSecret: String(device.payload.secret),
  }
}
export type Peace = Awaited<ReturnType<typeof peaceBefore>>
