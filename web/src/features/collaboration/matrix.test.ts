import { describe, expect, it } from 'vitest'
import { matrixOf } from './matrix.ts'

describe('the matrix', () => {
  it('has every pair once, with its stage whichever way round it comes', () => {
    const cells = matrixOf(
      ['a', 'b', 'c'],
      [
        { oneId: 'c', otherId: 'a', stage: 'MERGER' },
        { oneId: 'b', otherId: 'c', stage: 'VOLUNTARY' },
        { oneId: 'a', otherId: 'gone', stage: 'MERGER' },
      ],
    )
    expect(cells).toEqual([
      { row: 1, column: 0, stage: null },
      { row: 2, column: 0, stage: 'MERGER' },
      { row: 2, column: 1, stage: 'VOLUNTARY' },
    ])
  })

  it('of one member is empty', () => {
    expect(matrixOf(['a'], [])).toEqual([])
  })
})
