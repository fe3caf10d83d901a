import { describe, expect, it } from 'vitest'
import { addressOf, readSettings, wantsDemo } from './settings.ts'

describe('where to listen', () => {
  it.each([
    { env: {}, settings: { host: '127.0.0.1', port: 4000 } },
    { env: { PORT: '', HOST: '' }, settings: { host: '127.0.0.1', port: 4000 } },
    { env: { PORT: '8080', HOST: '0.0.0.0' }, settings: { host: '0.0.0.0', port: 8080 } },
  ])('$env', ({ env, settings }) => {
    expect(readSettings(env)).toEqual(settings)
  })

  it.each(['0', '65536', '-1', '40.5', 'http'])('is never port %s', (port) => {
    expect(() => readSettings({ PORT: port })).toThrow('PORT')
  })

  it.each([
    ['127.0.0.1', 'http://localhost:4000'],
    ['0.0.0.0', 'http://localhost:4000'],
    ['::', 'http://localhost:4000'],
    ['192.0.2.7', 'http://192.0.2.7:4000'],
    ['::1', 'http://[::1]:4000'],
  ])('%s is found at %s', (host, address) => {
    expect(addressOf({ host, port: 4000 })).toBe(address)
  })
})

describe('sample data', () => {
  it.each([
    { own: false, YUI_DEMO: undefined, wanted: true },
    { own: false, YUI_DEMO: '0', wanted: false },
    { own: true, YUI_DEMO: undefined, wanted: false },
    { own: true, YUI_DEMO: '1', wanted: true },
  ])('own database: $own, YUI_DEMO=$YUI_DEMO: $wanted', ({ own, YUI_DEMO, wanted }) => {
    expect(wantsDemo({ YUI_DEMO }, !own)).toBe(wanted)
  })
})
