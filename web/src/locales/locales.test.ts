// @vitest-environment happy-dom
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const folder = import.meta.dirname
const areas = fs.readdirSync(path.join(folder, 'ja')).map((file) => path.basename(file, '.ts'))

/** Every sentence by its path; a function stands for itself with the number of values it takes. */
function sentencesOf(value: unknown, name: string): [name: string, sentence: unknown][] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => sentencesOf(inner, `${name}.${key}`))
  return [[name, value]]
}

async function load(language: string, area: string): Promise<Record<string, unknown>> {
  return (await import(path.join(folder, language, `${area}.ts`))) as Record<string, unknown>
}

/** Whatever a sentence may be given: a number or a word, a list of words, or words by name, each of them a day. */
const anything: unknown = new Proxy(Object('3') as object, {
  get: (three, name) => {
    if (name === 'join') return () => '2026-11-23'
    const own: unknown = Reflect.get(three, name)
    if (typeof own === 'function') return own.bind(three) as unknown
    return typeof name === 'symbol' ? own : '2026-11-23'
  },
})

test('there are texts to check', () => {
  expect(areas).toEqual(expect.arrayContaining(['ui', 'shell', 'home', 'reasons', 'rules']))
})

describe.each(areas)('%s', (area) => {
  test('says in English everything it says in Japanese', async () => {
    const japanese = sentencesOf(await load('ja', area), area)
    const english = sentencesOf(await load('en', area), area)
    expect(english.map(([name]) => name).toSorted()).toEqual(japanese.map(([name]) => name).toSorted())
  })

  test('puts everything it is given into the sentence', async () => {
    for (const language of ['ja', 'en'])
      for (const [name, sentence] of sentencesOf(await load(language, area), area)) {
        if (typeof sentence !== 'function') continue
        const said: unknown = sentence(...Array.from({ length: sentence.length }, () => anything))
        expect(said, `${language} ${name}`).toEqual(expect.any(String))
        expect(said, `${language} ${name}`).not.toMatch(/undefined|NaN|\[object/)
      }
  })
})
