import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { generateWorld, sizes } from './generate.ts'
import { worldDay } from './generate/registry.ts'

const demo = generateWorld(sizes.demo)
const large = generateWorld(sizes.large)

const fingerprint = (world: object) => createHash('sha256').update(JSON.stringify(world)).digest('hex')

it('makes the same rows from the same seed, and others from another', () => {
  const first = fingerprint(generateWorld(sizes.demo, 7))
  expect(fingerprint(generateWorld(sizes.demo, 7))).toBe(first)
  expect(fingerprint(generateWorld(sizes.demo, 8))).not.toBe(first)
})

it('makes as many rows as the size says', () => {
  const { corporation, facility, platform, serviceOffice } = large
  expect([corporation.length, facility.length, platform.length]).toEqual([2_000, 20_000, 40])
  expect(serviceOffice.length / facility.length).toBeCloseTo(2.2, 1)
})

it('marks everything as invented', () => {
  const { corporation, facility, serviceOffice, shelter, platform, user } = demo
  for (const row of [corporation, facility, serviceOffice, shelter, platform, user].flat()) {
    expect(row).toMatchObject({ sample: true, name: expect.stringMatching(/^見本/) })
  }
})

it.each([demo, large])(
  'gives the first network nineteen members today',
  ({ platform, platformMembership }) => {
    const current = platformMembership.filter(
      ({ platformId, endsOn }) => platformId === platform[0]?.id && (endsOn == null || endsOn > worldDay),
    )
    expect(new Set(current.map(({ corporationId }) => corporationId)).size).toBe(19)
  },
)
