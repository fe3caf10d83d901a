import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { fingerprint } from './generate.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yui-generate-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

it('the fingerprint of inputs changes with a name or a content, and with nothing generated', () => {
  const put = (file: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    fs.writeFileSync(path.join(folder, file), text)
    return fingerprint([folder])
  }
  const first = put('src/a.ts', '1')
  expect(put('src/generated/types.ts', '1')).toBe(first)
  const changed = put('src/a.ts', '2')
  const added = put('src/b.ts', '')
  fs.renameSync(path.join(folder, 'src/b.ts'), path.join(folder, 'src/c.ts'))
  const renamed = fingerprint([folder])
  expect(new Set([first, changed, added, renamed]).size).toBe(4)
  expect(put('src/a.ts', '2')).toBe(renamed)
})
