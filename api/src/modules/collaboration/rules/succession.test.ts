import { describe, expect, it } from 'vitest'
import { partyAfter, type PartyAfter } from './succession.ts'

const day = (iso: string) => new Date(`${iso}T00:00:00Z`)
const onDate = day('2027-04-01')

interface Case {
  readonly successor?: string | null
  readonly from?: string
  readonly startsOn?: string
  readonly stands?: boolean
  readonly parties?: readonly string[]
}

describe('the part of a corporation that ends', () => {
  it.each<[string, Case, PartyAfter]>([
    ['is the successor’s from the day on', {}, { party: 'FOLLOW', tie: 'GOES_ON' }],
    [
      'is the successor’s alone if it has not begun',
      { from: '2027-04-01' },
      { party: 'REPLACE', tie: 'GOES_ON' },
    ],
    [
      'that began as successor on the same day goes on to the next one',
      { startsOn: '2027-04-01' },
      { party: 'REPLACE', tie: 'GOES_ON' },
    ],
    ['ends the tie with its own successor', { successor: 'b' }, { party: 'END', tie: 'END' }],
    [
      'leaves a tie of three to the successor that is in it',
      { successor: 'b', parties: ['a', 'b', 'c'] },
      { party: 'END', tie: 'GOES_ON' },
    ],
    ['ends the tie if nobody follows', { successor: null }, { party: 'END', tie: 'END' }],
    [
      'leaves the others if nobody follows and two are left',
      { successor: null, parties: ['a', 'b', 'c'] },
      { party: 'END', tie: 'GOES_ON' },
    ],
    [
      'makes a proposal between the two come to nothing',
      { successor: 'b', stands: false },
      { party: 'END', tie: 'NEVER' },
    ],
    [
      'makes a tie to come between the two come to nothing',
      { successor: 'b', from: '2028-04-01' },
      { party: 'END', tie: 'NEVER' },
    ],
  ])(
    '%s',
    (
      _what,
      { successor = 's', from = '2020-04-01', startsOn, stands = true, parties = ['a', 'b'] },
      after,
    ) => {
      const held = parties.map((corporationId) => ({ corporationId, endsOn: null }))
      expect(
        partyAfter(
          { corporationId: 'a', successorId: successor, onDate },
          { validFrom: day(from), startsOn: startsOn ? day(startsOn) : null, stands, parties: held },
        ),
      ).toEqual(after)
    },
  )
})
