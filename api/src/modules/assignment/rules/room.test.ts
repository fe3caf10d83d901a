import { describe, expect, it } from 'vitest'
import { lacking, type Coming, type Room } from './room.ts'

const people = (persons: number, ...needs: string[]) => ({ persons, needs })
const room = (places: number, byNeed: Room['byNeed'] = null): Room => ({ places, byNeed })
const coming = (households: number, ...members: Coming['members'][number][]): Coming => ({
  households,
  members,
})

describe('what a shelter has too little of', () => {
  it.each<[string, Room | undefined, Coming[], string[]]>([
    ['nothing where all fit', room(4), [coming(2, people(1, 'INFANT'), people(1))], []],
    ['places where one is too many', room(3), [coming(2, people(1, 'INFANT'), people(1))], ['PLACES']],
    ['a kind of need that is full', room(9, { INFANT: 1 }), [coming(2, people(1, 'INFANT'))], ['INFANT']],
    ['a kind it does not take', room(9, { INFANT: 1 }), [coming(1, people(1, 'DISABILITY'))], ['DISABILITY']],
    ['nothing for a kind without a limit', room(9, { INFANT: null }), [coming(9, people(1, 'INFANT'))], []],
    [
      'both, of several entries together',
      room(2, { INFANT: 1 }),
      [coming(1, people(2)), coming(2, people(1, 'INFANT'))],
      ['PLACES', 'INFANT'],
    ],
    ['places where nobody has told the room', undefined, [coming(1, people(1, 'INFANT'))], ['PLACES']],
    ['nothing where nobody comes', undefined, [], []],
  ])('is %s', (_name, there, who, expected) => {
    expect(lacking(there, who)).toEqual(expected)
  })
})
