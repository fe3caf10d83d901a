import { describe, expect, it } from 'vitest'
import type { AidOfferState } from '../../../generated/prisma/enums.ts'
import { answers, canBecome, hasLapsed, holds, stillWanted } from './quantities.ts'

const STATES: readonly AidOfferState[] = [
  'OFFERED',
  'ACCEPTED',
  'DISPATCHED',
  'ARRIVED',
  'RETURNED',
  'DECLINED',
  'WITHDRAWN',
  'EXPIRED',
]

describe('an offer of 10, of which 4 were accepted', () => {
  it.each([
    // state, holds of goods, holds of people, answers
    ['OFFERED', 10, 10, 0],
    ['ACCEPTED', 4, 4, 4],
    ['DISPATCHED', 0, 4, 4],
    ['ARRIVED', 0, 4, 4],
    ['RETURNED', 0, 0, 4],
    ['DECLINED', 0, 0, 0],
    ['WITHDRAWN', 0, 0, 0],
    ['EXPIRED', 0, 0, 0],
  ] as const)('holds and answers when %s', (state, ofGoods, ofPeople, answered) => {
    const offer = { state, quantity: 10, accepted: 4 }
    expect([
      holds({ ...offer, goods: true }),
      holds({ ...offer, goods: false }),
      answers({ ...offer, goods: true }),
    ]).toEqual([ofGoods, ofPeople, answered])
  })
})

it('steps lead on and never back', () => {
  const next = Object.fromEntries(
    STATES.map((from) => [from, STATES.filter((to) => canBecome(from, to)).join(' ')]),
  )
  expect(next).toEqual({
    OFFERED: 'ACCEPTED DECLINED WITHDRAWN EXPIRED',
    ACCEPTED: 'DISPATCHED WITHDRAWN',
    DISPATCHED: 'ARRIVED RETURNED',
    ARRIVED: 'RETURNED',
    RETURNED: '',
    DECLINED: '',
    WITHDRAWN: '',
    EXPIRED: '',
  })
})

it('an offer lapses at its last moment, and only while it waits', () => {
  const at = new Date('2026-11-23T03:00:00Z')
  expect(hasLapsed({ state: 'OFFERED', validUntil: at }, at)).toBe(true)
  expect(hasLapsed({ state: 'OFFERED', validUntil: new Date(at.getTime() + 1) }, at)).toBe(false)
  expect(hasLapsed({ state: 'OFFERED', validUntil: null }, at)).toBe(false)
  expect(hasLapsed({ state: 'ACCEPTED', validUntil: at }, at)).toBe(false)
})

/** A small generator, so that a failing run can be repeated. */
function seeded(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

describe('a night of offers', () => {
  it('promises nothing twice, loses nothing and gives back what it held: 2,000 seeded nights', () => {
    const wrong: number[] = []
    for (let seed = 1; seed <= 2_000; seed++) {
      const random = seeded(seed)
      const start = 5 + random(40)
      const lot = { quantity: start, away: 0 }
      const requests = Array.from({ length: 1 + random(4) }, () => ({ quantity: 1 + random(20) }))
      const offers: {
        request: number
        state: AidOfferState
        quantity: number
        accepted: number
        goods: true
      }[] = []
      const held = () => offers.reduce((sum, offer) => sum + holds(offer), 0)
      const promised = (request: number) =>
        offers.filter((offer) => offer.request === request).reduce((sum, offer) => sum + answers(offer), 0)
      for (let step = 0; step < 60; step++) {
        const request = random(requests.length)
        const wanted = requests[request]
        const offer = offers[random(Math.max(offers.length, 1))]
        // What the CHECKs let through: nothing beyond what is there, nothing beyond what is wanted.
        if (random(3) === 0 || !offer) {
          const quantity = 1 + random(15)
          if (held() + quantity <= lot.quantity)
            offers.push({ request, state: 'OFFERED', quantity, accepted: 0, goods: true })
        } else {
          const to = STATES[random(STATES.length)] ?? 'EXPIRED'
          if (!canBecome(offer.state, to)) continue
          const theirs = requests[offer.request]
          const left = stillWanted({ quantity: theirs?.quantity ?? 0, promised: promised(offer.request) })
          if (to === 'ACCEPTED') {
            const accepted = 1 + random(offer.quantity)
            if (accepted > left) continue
            offer.accepted = accepted
          }
          if (to === 'DISPATCHED') {
            lot.quantity -= offer.accepted
            lot.away += offer.accepted
          }
          if (to === 'RETURNED') {
            const unused = random(offer.accepted + 1)
            lot.quantity += unused
            lot.away -= unused
          }
          offer.state = to
        }
        const isRight =
          held() <= lot.quantity &&
          lot.quantity >= 0 &&
          lot.quantity + lot.away === start &&
          promised(request) <= (wanted?.quantity ?? 0)
        if (!isRight) wrong.push(seed)
      }
      const over = offers.every(({ state }) => !['OFFERED', 'ACCEPTED'].includes(state))
      if (over && held() !== 0) wrong.push(seed)
    }
    expect(wrong).toEqual([])
  })
})
