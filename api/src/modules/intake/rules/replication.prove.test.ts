import { describe, expect, it } from 'vitest'
import { simulate } from '../../../../../tests/support/intake-simulation.ts'
import { promise, proveRuns, proveSeed } from '../../../../../tests/support/prove.ts'

describe('desks without a steady network', () => {
  it('lose nobody, count nobody twice, put every disagreement to a person, and end alike to the byte', () => {
    const runs = proveRuns(150, 10_000)
    const seed = proveSeed()
    const sum = { entries: 0, repeated: 0, dropped: 0, conflicts: 0, moving: 0 }
    const kinds = new Set<string>()
    for (let run = 0; run < runs; run++) {
      const one = simulate(seed + run)
      const { before, humansHere } = one
      const report = { seed: seed + run, ...one, before: undefined, texts: one.texts.size, kinds: undefined }
      expect(report).toMatchObject({
        texts: 1,
        lost: [],
        unexplained: [],
        forgotten: [],
        soughtTwice: [],
        open: 0,
        heads: humansHere,
      })
      expect({ seed: seed + run, conflicts: before.conflicts }).toEqual({
        seed: seed + run,
        conflicts: before.expected,
      })
      sum.entries += one.entries
      sum.repeated += one.repeated
      sum.dropped += one.dropped
      sum.conflicts += before.conflicts.length
      sum.moving += one.moving
      for (const kind of one.kinds) kinds.add(kind)
    }
    expect([...kinds]).toEqual(
      expect.arrayContaining(['COUNT', 'FIELD', 'OVERDRAWN', 'PRESENCE', 'REFERRAL', 'SAMENESS']),
    )
    promise(
      'intake-replicas',
      `${runs} runs, ${sum.entries} entries, ${sum.dropped} messages lost, ${sum.repeated} repeated, ${sum.conflicts} conflicts, all found; ${sum.moving} people for whom a place is sought, each once`,
    )
  })
})
