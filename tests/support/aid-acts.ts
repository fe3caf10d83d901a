import { globalId } from '../../api/src/kernel/ids.ts'
import { addStockLot } from '../../api/src/modules/mutualaid/commands/add-stock-lot.ts'
import { offerAid } from '../../api/src/modules/mutualaid/commands/offer-aid.ts'
import { registerAidResource } from '../../api/src/modules/mutualaid/commands/register-aid-resource.ts'
import { requestAid } from '../../api/src/modules/mutualaid/commands/request-aid.ts'
import type { AidWorld } from './aid-world.ts'
import { TODAY, type TestGraph } from './graph.ts'

/** Hours after the day on which tests stand. */
export const hours = (n: number) => new Date(TODAY.getTime() + n * 3_600_000)

/** A night shift that is asked for. */
export const shift = {
  kind: 'STAFF',
  itemId: null,
  skill: 'CARE_WORKER',
  startsAt: hours(4),
  endsAt: hours(12),
}

/** What tests of requests and offers do again and again in one world. */
export async function aidActs(graph: Pick<TestGraph, 'db'>, there: AidWorld) {
  const item = await graph.db.stockItem.findUniqueOrThrow({ where: { code: 'BLANKET' } })
  const blanket = globalId('StockItem', item.id)

  /** A lot of blankets at the helping facility. */
  const lotOf = async (quantity: number, more: object = {}) => {
    const { stockLotId } = await there.run(addStockLot, there.helping.director, {
      facilityId: there.helping.gid,
      itemId: blanket,
      quantity,
      expiresOn: null,
      owner: 'FACILITY',
      ...more,
    })
    return stockLotId
  }
  const asked = async (quantity: number, more: object = {}) => {
    const { aidRequestId } = await there.run(requestAid, there.asking.director, {
      eventId: there.eventId,
      kind: 'GOODS',
      facilityId: there.asking.gid,
      skill: null,
      itemId: blanket,
      quantity,
      neededBy: hours(3),
      startsAt: null,
      endsAt: null,
      ...more,
    })
    return aidRequestId
  }
  const offered = async (requestId: string, draw: object, quantity: number, more: object = {}) => {
    const { aidOfferId } = await there.run(offerAid, there.helping.director, {
      aidRequestId: globalId('AidRequest', requestId),
      lotId: null,
      resourceId: null,
      startsAt: null,
      endsAt: null,
      validUntil: null,
      ...draw,
      quantity,
      ...more,
    })
    return aidOfferId
  }
  const ofLot = (id: string) => ({ lotId: globalId('StockLot', id) })
  const stored = (id: string) => graph.db.aidOffer.findUniqueOrThrow({ where: { id } })
  const lot = (id: string) => graph.db.stockLot.findUniqueOrThrow({ where: { id } })
  const requested = (id: string) => graph.db.aidRequest.findUniqueOrThrow({ where: { id } })
  const act = async (
    command: Parameters<AidWorld['run']>[0],
    viewer: AidWorld['asking']['director'],
    id: string,
    more: object = {},
    now?: Date,
  ) =>
    there.run(
      command,
      viewer,
      { aidOfferId: globalId('AidOffer', id), version: (await stored(id)).version, ...more },
      now,
    )
  const person = async (label = '介護福祉士 夜勤A') => {
    const { aidResourceId } = await there.run(registerAidResource, there.helping.director, {
      facilityId: there.helping.gid,
      kind: 'STAFF',
      label,
      skill: 'CARE_WORKER',
      units: 1,
    })
    return { resourceId: globalId('AidResource', aidResourceId) }
  }
  return { blanket, lotOf, asked, offered, ofLot, stored, lot, requested, act, person }
}

export type AidActs = Awaited<ReturnType<typeof aidActs>>
