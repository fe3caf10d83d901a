import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReadPool } from '../../api/src/kernel/db.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import { tasks } from '../../api/src/kernel/jobs/task.ts'
import { createLog } from '../../api/src/kernel/log.ts'
import type { Viewer } from '../../api/src/kernel/viewer.ts'
import { acceptAidOffer } from '../../api/src/modules/mutualaid/commands/accept-aid-offer.ts'
import { dispatchAid } from '../../api/src/modules/mutualaid/commands/dispatch-aid.ts'
import { returnAid } from '../../api/src/modules/mutualaid/commands/return-aid.ts'
import '../../api/src/modules/mutualaid/reactions.ts'
import { aidActs, hours, shift, type AidActs } from '../support/aid-acts.ts'
import { aidWorld, type AidWorld } from '../support/aid-world.ts'
import { tracesOf } from '../support/canary.ts'
import { openTestGraph, TODAY, type TestGraph } from '../support/graph.ts'

// Who comes carries a name that nobody else carries; it is looked for everywhere.

const NAME = '見本ヘルパーカナリア'
const PHONE = '09099998888'

let graph: TestGraph
let there: AidWorld
let acts: AidActs
const pool = createReadPool(process.env.DATABASE_URL ?? '', 2)
beforeAll(async () => {
  graph = await openTestGraph()
  there = await aidWorld(graph)
  acts = await aidActs(graph, there)
})
afterAll(() => pool.end())

/** An offer of a person who is on the way under the name. */
async function onTheWay(label: string): Promise<string> {
  const request = await acts.asked(1, shift)
  const offer = await acts.offered(request, await acts.person(label), 1)
  await acts.act(acceptAidOffer, there.asking.director, offer, { quantity: 1 })
  await acts.act(dispatchAid, there.helping.director, offer, { helperName: NAME, helperPhone: PHONE })
  return offer
}

const looked = (viewer: Viewer) =>
  graph.db.auditEntry.count({ where: { command: 'lookAtPersonalData', actorUserId: viewer.userId } })
const read = async (offer: string, viewer: Viewer) =>
  (
    await graph.ask(`{ aidHelperPerson(aidOfferId: "${globalId('AidOffer', offer)}") { name phone } }`, {
      viewer,
    })
  ).aidHelperPerson

describe('the name of somebody who comes to help', () => {
  it('stands readable in no table: offer, changes, audit, events, keys of repetition, jobs', async () => {
    await onTheWay('看護師 日勤A')
    expect(await tracesOf(pool, NAME)).toEqual([])
    expect(await tracesOf(pool, PHONE)).toEqual([])
  })

  it('is read by both sides and the coordinator, each reading logged, and by nobody else in any role', async () => {
    const offer = await onTheWay('看護師 日勤B')
    const readers: string[] = []
    for (const [name, viewer] of Object.entries(there.viewers)) {
      const before = await looked(viewer)
      const person = await read(offer, viewer)
      expect([name, (await looked(viewer)) - before]).toEqual([name, person ? 1 : 0])
      expect([name, person ?? { name: NAME, phone: PHONE }]).toEqual([name, { name: NAME, phone: PHONE }])
      if (person) readers.push(name)
      // What the lists show says that somebody is known, not who; and only to those who may read it.
      const { aidRequests } = await graph
        .ask(
          `{ aidRequests(eventId: "${there.eventId}", first: 40) { nodes { offers(first: 9) { nodes { id label note helper { eraseOn } }  }
             changes(first: 9) { nodes { note } } } } }`,
          { viewer },
        )
        .catch(() => ({ aidRequests: null }))
      const shown = JSON.stringify(aidRequests)
      expect([name, shown.includes('カナリア')]).toEqual([name, false])
      const offers: { id: string; helper: unknown }[] = (aidRequests?.nodes ?? []).flatMap(
        (request: { offers: { nodes: object[] } }) => request.offers.nodes,
      )
      const mine = offers.find(({ id }) => id === globalId('AidOffer', offer))
      expect([name, (mine?.helper ?? null) !== null]).toEqual([name, person !== null])
    }
    expect(readers).toEqual([
      'asking director',
      'asking staff',
      'asking administrator',
      'helping director',
      'secretariat',
    ])
  })

  it('is gone with its key when the person is back, whoever notes it', async () => {
    const [told, behind] = [await onTheWay('看護師 日勤C'), await onTheWay('看護師 日勤D')]
    await acts.act(returnAid, there.helping.director, told, { cameBack: 0 }, hours(20))
    // The table sees to it, not the command alone.
    await graph.db.aidOffer.update({
      where: { id: behind },
      data: { state: 'RETURNED', returnedAt: hours(20) },
    })
    expect(await graph.db.aidHelper.count({ where: { offerId: { in: [told, behind] } } })).toBe(0)
    expect(await read(told, there.asking.director)).toBeNull()
  })

  it('is gone seven days after the shift although nobody has said that the person is back', async () => {
    const offer = await onTheWay('看護師 日勤E')
    const { eraseOn } = await graph.db.aidHelper.findUniqueOrThrow({ where: { offerId: offer } })
    const erase = (now: Date) =>
      tasks
        .get('daily:eraseAidHelpers')
        ?.run({}, { db: graph.db, clock: { now: () => now }, log: createLog('silent'), mailer: null })
    expect(eraseOn.getTime() - TODAY.getTime()).toBeGreaterThan(6 * 86_400_000)
    await erase(new Date(eraseOn.getTime() - 10 * 3_600_000))
    expect(await graph.db.aidHelper.count({ where: { offerId: offer } })).toBe(1)
    await erase(eraseOn)
    expect(await graph.db.aidHelper.count({ where: { offerId: offer } })).toBe(0)
  })

  it('cannot be put into the table in the clear', async () => {
    const offer = await onTheWay('看護師 日勤F')
    await expect(
      graph.db.aidHelper.update({
        where: { offerId: offer },
        data: { sealed: Buffer.from(NAME.slice(0, 6)) },
      }),
    ).rejects.toThrow('aid_helper_is_sealed')
  })
})
