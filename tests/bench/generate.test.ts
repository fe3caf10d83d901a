import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { generateWorld, sizes } from './generate.ts'
import { worldDay } from './generate/registry.ts'

const fingerprint = (world: object) => createHash('sha256').update(JSON.stringify(world)).digest('hex')

it('makes the same rows from the same seed, and others from another', () => {
  const first = fingerprint(generateWorld(sizes.demo, 7))
  expect(fingerprint(generateWorld(sizes.demo, 7))).toBe(first)
  expect(fingerprint(generateWorld(sizes.demo, 8))).not.toBe(first)
})

it('makes as many rows as the size says', () => {
  const world = generateWorld(sizes.large)
  expect([world.corporation.length, world.facility.length, world.platform.length]).toEqual([
    2_000, 20_000, 40,
  ])
  expect(world.serviceOffice.length / world.facility.length).toBeCloseTo(2.2, 1)
})

it('marks everything as invented', () => {
  const { corporation, facility, serviceOffice, shelter, platform, user } = generateWorld(sizes.demo)
  for (const row of [corporation, facility, serviceOffice, shelter, platform, user].flat()) {
    expect(row).toMatchObject({ sample: true, name: expect.stringMatching(/^見本/) })
  }
})

it('gives the first network nineteen members today', () => {
  for (const size of [sizes.demo, sizes.large]) {
    const { platform, platformMembership } = generateWorld(size)
    const current = platformMembership.filter(
      ({ platformId, endsOn }) => platformId === platform[0]?.id && (endsOn == null || endsOn > worldDay),
    )
    expect(new Set(current.map(({ corporationId }) => corporationId)).size).toBe(19)
  }
})
