import { describe, expect, it } from 'vitest'
import type { PublishedMunicipality } from './published.ts'
import { readShelters } from './shelters.ts'

const yamagata: PublishedMunicipality = {
  code: '062014',
  prefecture: '山形県',
  district: null,
  name: '山形市',
  bounds: { south: 38.1, west: 140.2, north: 38.4, east: 140.55 },
}
const municipalities = new Map([[yamagata.code, yamagata]])

const file = (properties: object, coordinates = [140.33, 38.25]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        geometry: { type: 'Point', coordinates },
        properties: {
          共通ID: 'E06201',
          '施設・場所名': '見本会館',
          住所: '山形県山形市見本町1-2',
          ...properties,
        },
      },
    ],
  })
const read = (content: string, name = 'shelters/062014.json') =>
  readShelters('DESIGNATED_SHELTER', name, content, municipalities)

describe('readShelters', () => {
  it.each([
    [{ 受入対象者: '要配慮者' }, true, '要配慮者'],
    [{ 受入対象者: '妊婦や乳児世帯' }, true, '妊婦や乳児世帯'],
    [{ 受入対象者: '', その他市町村長が必要と認める事項: '福祉避難所' }, true, null],
    [{ 受入対象者: null, その他市町村長が必要と認める事項: '予備施設' }, false, null],
    [{}, false, null],
  ])('%j: welfare %s, accepts %s', (properties, welfare, acceptedPersons) => {
    expect(read(file(properties))?.rows[0]).toMatchObject({ welfare, acceptedPersons })
  })

  it('keeps the hazards a site is meant for', () => {
    expect(read(file({ 洪水: '1', 地震: '1', 津波: '' }))?.rows[0]?.hazards).toEqual(['洪水', '地震'])
  })

  it('reads place and address', () => {
    expect(read(file({}))?.rows[0]).toMatchObject({
      sourceKey: 'E06201',
      address: '山形市見本町1-2',
      addressKey: '見本町1-2',
      point: { latitude: 38.25, longitude: 140.33 },
    })
  })

  it('leaves out a point elsewhere, and says so', () => {
    const reading = read(file({}, [135, 35]))
    expect(reading?.rows[0]?.point).toBeNull()
    expect(reading?.noted).toEqual([
      { file: 'shelters/062014.json', line: 1, code: 'POINT_OUTSIDE_MUNICIPALITY' },
    ])
  })

  it.each([
    [{ 共通ID: '' }, 'shelters/062014.json', 'SOURCE_KEY_MISSING'],
    [{ '施設・場所名': '　' }, 'shelters/062014.json', 'NAME_MISSING'],
    [{}, 'shelters/999999.json', 'MUNICIPALITY_UNKNOWN'],
  ])('refuses %j of %s', (properties, name, code) => {
    expect(read(file(properties), name)?.refused).toEqual([{ file: name, line: 1, code }])
  })

  it('knows the notice that nothing is published', () => {
    expect(read('{"type":"unavailable","code":"063649"}')).toBeNull()
  })

  it('refuses any other file', () => {
    expect(() => read('{"type":"Topology"}')).toThrow('not a list of shelters')
  })
})
