import { expect, it } from 'vitest'
import { careServiceCode, SERVICE_KINDS } from './service-kinds.ts'

it.each([
  ['介護老人福祉施設', '510'],
  ['短期入所療養介護(療養病床を有する病院等）', '230'],
  ['特定施設入居者生活介護（有料老人ホーム（サービス付き高齢者向け住宅））', '334'],
  ['認知症対応型共同生活介護', '320'],
  ['介護', null],
])('%s has the code %s', (name, code) => expect(careServiceCode(name)).toBe(code))

it('uses every code once within its scheme, though 介護 and 障害 share some', () => {
  const keys = SERVICE_KINDS.map(({ scheme, code }) => `${scheme}-${code}`)
  expect(new Set(keys).size).toBe(keys.length)
  expect(SERVICE_KINDS.filter(({ code }) => code === '34').map(({ scheme }) => scheme)).toEqual([
    'KAIGO',
    'SHOGAI',
  ])
})

it('takes for confirmed only what the published files themselves show', () => {
  const confirmed = SERVICE_KINDS.filter((kind) => kind.confirmed)
  expect(confirmed).toHaveLength(21)
  expect(new Set(confirmed.map(({ source }) => source)).size).toBe(1)
})
