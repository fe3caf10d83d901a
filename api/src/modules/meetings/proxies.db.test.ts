import { describe, expect, it } from 'vitest'
import { openTestGraph } from '../../../../tests/support/graph.ts'
import { calledMeeting, meetingWorld, send } from '../../../../tests/support/meeting-world.ts'
import { guest } from '../../kernel/viewer.ts'
import { voluntaryRulebook } from '../rulebooks/public.ts'

const graph = await openTestGraph()

/** A rulebook by which nobody holds more than two proxies. */
const twoEach = {
  ...voluntaryRulebook,
  organs: voluntaryRulebook.organs.map((organ) =>
    organ.organ === 'GENERAL_MEETING' ? { ...organ, proxy: { ...organ.proxy, perHolder: 2 } } : organ,
  ),
}

describe('a voter', () => {
  it('holds no more proxies than the rulebook lets it, however many are given at once', async () => {
    for (let round = 0; round < 4; round++) {
      const world = await meetingWorld(graph, 7, twoEach)
      const { voterIds } = await calledMeeting(graph, world)
      const give = (n: number, proxyHolderId: string | null | undefined) =>
        send(
          graph,
          'answerNotice',
          { meetingVoterId: voterIds[n], answer: 'PROXY', proxyHolderId, channel: 'PORTAL' },
          { viewer: world.members[n]?.director ?? guest },
        )
      const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => give(n, voterIds[0])))
      const codes = answers.map(({ code }) => code ?? 'GIVEN').toSorted()
      expect(codes).toEqual([
        'GIVEN',
        'GIVEN',
        'PROXY_HOLDER_HAS_ENOUGH',
        'PROXY_HOLDER_HAS_ENOUGH',
        'PROXY_HOLDER_HAS_ENOUGH',
      ])
      // To the chair (議長一任) there is no limit, and who has given it may say so again.
      expect(await give(6, null)).not.toHaveProperty('code')
      const given = answers.findIndex(({ code }) => code === undefined) + 1
      expect(await give(given, voterIds[0])).not.toHaveProperty('code')
    }
  })
})
