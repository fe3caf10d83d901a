import { expect, it } from 'vitest'
import { isOpen, isPossible, type OpeningAct } from './opening.ts'

const STATES = [null, 'REQUESTED', 'CAN', 'CANNOT', 'DECIDED', 'OPEN', 'FULL', 'CLOSED', 'WITHDRAWN'] as const

it.each<[OpeningAct, string]>([
  ['request', '✓··✓···✓✓'],
  ['answer', '·✓✓✓·····'],
  ['decide', '··✓······'],
  ['open', '····✓····'],
  ['deFacto', '✓✓✓✓✓··✓✓'],
  ['fill', '·····✓···'],
  ['resume', '······✓··'],
  ['figures', '·····✓✓··'],
  ['close', '·····✓✓··'],
  ['withdraw', '·✓✓✓✓····'],
])('%s: %s', (act, row) => {
  expect(STATES.map((state) => (isPossible(act, state) ? '✓' : '·')).join('')).toBe(row)
})

it('knows where people may be', () => {
  expect(STATES.filter(isOpen)).toEqual(['OPEN', 'FULL'])
})
