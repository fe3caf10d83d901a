import { describe, expect, it } from 'vitest'
import { distance, readPoint } from './place.ts'

const yamagataCity = { south: 38.1, west: 140.2, north: 38.4, east: 140.55 }

describe('readPoint', () => {
  it.each([
    ['38.2523', '140.2839', { value: { latitude: 38.2523, longitude: 140.2839 }, note: null }],
    ['', '', { value: null, note: null }],
    ['３８.２５２３', ' 140.2839', { value: { latitude: 38.2523, longitude: 140.2839 }, note: null }],
    ['0', '0', { value: null, note: null }],
    ['0.0', '', { value: null, note: 'POINT_UNREADABLE' }],
    ['140.2839', '38.2523', { value: null, note: 'POINT_SWAPPED', proposal: '38.2523, 140.2839' }],
    ['51.5', '-0.1', { value: null, note: 'POINT_OUTSIDE_JAPAN' }],
    ['38.2523', '', { value: null, note: 'POINT_UNREADABLE' }],
    ['0x26', '140.2839', { value: null, note: 'POINT_UNREADABLE' }],
    ['不明', '', { value: null, note: 'POINT_UNREADABLE' }],
    ['35.8255', '139.6708', { value: null, note: 'POINT_OUTSIDE_MUNICIPALITY' }],
  ])('reads %j, %j', (latitude, longitude, reading) =>
    expect(readPoint(latitude, longitude, yamagataCity)).toEqual(reading),
  )

  it('cannot tell for an area it does not know', () => {
    expect(readPoint('35.8255', '139.6708', null).note).toBeNull()
  })
})

it('measures the 111 km of a degree of latitude', () => {
  const metres = distance({ latitude: 38, longitude: 140 }, { latitude: 39, longitude: 140 })
  expect(Math.round(metres / 1000)).toBe(111)
})
