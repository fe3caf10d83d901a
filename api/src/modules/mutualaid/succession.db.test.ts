import { expect, it } from 'vitest'
import { endingBench, idOf } from '../../../../tests/support/endings.ts'
import { openTestGraph } from '../../../../tests/support/graph.ts'

const graph = await openTestGraph()
const { db } = graph
const { world, done, merge, undo } = endingBench(() => graph)

/** An agreement of a network with these corporations, and a city by its name. */
const agreed = (platformId: string, corporationIds: readonly string[]) =>
  db.mutualAidAgreement.create({
    data: {
      platformId,
      name: '見本の応援協定',
      what: '職員と物資',
      validFrom: new Date('2020-04-01'),
      parties: {
        create: [...corporationIds.map((corporationId) => ({ corporationId })), { name: '見本市' }].map(
          (party, position) => ({ ...party, position }),
        ),
      },
    },
  })
const partiesOf = async (agreementId: string) =>
  (await db.mutualAidParty.findMany({ where: { agreementId }, select: { corporationId: true, name: true } }))
    .map(({ corporationId, name }) => corporationId ?? name ?? '')
    .toSorted()

it('a successor is party to what was agreed, once, and is not any more when the merger is taken back', async () => {
  const given = await world()
  const { oldId, newId, bothId } = given
  const alone = await agreed(bothId, [oldId])
  const together = await agreed(bothId, [oldId, newId])
  const { corporationSuccession } = await merge(given)
  expect(await partiesOf(alone.id)).toEqual([newId, '見本市'].toSorted())
  expect(await partiesOf(together.id)).toEqual([oldId, newId, '見本市'].toSorted())
  await undo(given, corporationSuccession.id)
  expect(await partiesOf(alone.id)).toEqual([oldId, '見本市'].toSorted())
  expect(await partiesOf(together.id)).toEqual([oldId, newId, '見本市'].toSorted())
})

it('a corporation that ends without a successor stays named in what it agreed', async () => {
  const given = await world()
  const { id } = await agreed(given.bothId, [given.oldId])
  await done('recordDissolution', given.secretariat, {
    corporationId: idOf(given.oldId),
    onDate: '2026-11-23',
    reason: '解散の決議による。',
  })
  expect(await partiesOf(id)).toEqual([given.oldId, '見本市'].toSorted())
})
