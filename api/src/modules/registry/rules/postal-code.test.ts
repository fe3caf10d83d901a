import { expect, it } from 'vitest'
import { readPostalCode } from './postal-code.ts'

it.each([
  ['990-2301', '990-2301', null, undefined],
  ['〒990-2301', '990-2301', null, undefined],
  ['９９０－２３０１', '990-2301', null, undefined],
  ['9902301', '990-2301', null, undefined],
  ['0600001', '060-0001', null, undefined],
  ['600001', '060-0001', null, 'ZERO_RESTORED'],
  ['10001', '001-0001', null, 'ZERO_RESTORED'],
  ['9902301.0', '990-2301', null, undefined],
  ['', null, null, undefined],
  ['990-231', null, 'POSTAL_CODE_UNREADABLE', undefined],
  ['山形市', null, 'POSTAL_CODE_UNREADABLE', undefined],
])('reads %j', (cell, value, note, mended) => expect(readPostalCode(cell)).toEqual({ value, note, mended }))
