import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { newDataKey, readKeyring, seal, unseal, unwrap, wrap } from './sealing.ts'

const one = `1:${randomBytes(32).toString('base64')}`
const two = `2:${randomBytes(32).toString('base64')}`
const old = readKeyring({ YUI_SEALING_KEYS: one })
const both = readKeyring({ YUI_SEALING_KEYS: `${two},${one}` })

describe('a sealed value', () => {
  const { key, kept } = newDataKey('book a', old)
  const sealed = seal(key, '見本 花子', 'entry 1 NAME')

  it('opens with its key at its place, and says nothing without', () => {
    expect(unseal(unwrap(kept, 'book a', old), sealed, 'entry 1 NAME')).toBe('見本 花子')
    expect(Buffer.from(sealed).includes(Buffer.from('花子'))).toBe(false)
    expect(Buffer.from(seal(key, '見本 花子', 'entry 1 NAME'))).not.toEqual(Buffer.from(sealed))
  })

  it('does not open at another place, under another key, for another record, or with a bit changed', () => {
    const touched = sealed.map((byte, index) => (index === sealed.length - 1 ? byte ^ 1 : byte))
    expect(() => unseal(key, sealed, 'entry 2 NAME')).toThrow('authenticate')
    expect(() => unseal(newDataKey('book a', old).key, sealed, 'entry 1 NAME')).toThrow('authenticate')
    expect(() => unwrap(kept, 'book b', old)).toThrow('authenticate')
    expect(() => unseal(key, touched, 'entry 1 NAME')).toThrow('authenticate')
  })

  it('opens after the installation has a new key, and can be wrapped anew without being sealed again', () => {
    const again = unwrap(kept, 'book a', both)
    const rewrapped = wrap(again, 'book a', both)
    expect(rewrapped.version).toBe(2)
    const onlyNew = readKeyring({ YUI_SEALING_KEYS: two })
    expect(unseal(unwrap(rewrapped, 'book a', onlyNew), sealed, 'entry 1 NAME')).toBe('見本 花子')
    expect(() => unwrap(kept, 'book a', onlyNew)).toThrow('version 1')
  })
})

it('keys come from the environment: listed, or one derived from the secret', () => {
  expect(readKeyring({ YUI_SECRET: 'x'.repeat(32) }).current).toBe(0)
  expect(both.current).toBe(2)
  expect(() => readKeyring({})).toThrow('YUI_SEALING_KEYS')
  expect(() => readKeyring({ YUI_SEALING_KEYS: '1:c2hvcnQ=' })).toThrow('32 bytes')
})
