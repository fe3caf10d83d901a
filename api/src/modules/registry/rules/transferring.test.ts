import { describe, expect, it } from 'vitest'
import { transferFaults } from './transferring.ts'

const today = new Date('2026-11-23')
const facility = { corporationId: 'old', sample: false, openedOn: new Date('2001-04-01') }
const active = { status: 'ACTIVE', sample: false }

describe('another corporation runs a facility', () => {
  it.each([
    ['from today on', today, 'new', active, []],
    ['from a day before on', new Date('2026-04-01'), 'new', active, []],
    ['from tomorrow on', new Date('2026-11-24'), 'new', active, ['onDate DAY_IN_FUTURE']],
    ['before it was opened', new Date('2001-03-31'), 'new', active, ['onDate ENDS_BEFORE_OPENING']],
    ['that runs it already', today, 'old', active, ['corporationId SUCCESSOR_IS_ITSELF']],
    ['that is not registered', today, 'new', null, ['corporationId WRONG_VALUE']],
    ['that has merged', today, 'new', { ...active, status: 'MERGED' }, ['corporationId WRONG_VALUE']],
    ['that is invented', today, 'new', { ...active, sample: true }, ['corporationId WRONG_VALUE']],
  ])('%s', (_name, onDate, corporationId, corporation, faults) => {
    const found = transferFaults(facility, { onDate, corporationId, corporation }, today)
    expect(found.map(({ path, code }) => `${path.join()} ${code}`)).toEqual(faults)
  })
})
