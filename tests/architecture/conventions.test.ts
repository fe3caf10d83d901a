import { describe, expect, it } from 'vitest'
import { cleanliness } from './conventions/cleanliness.ts'
import { doors, ownQuestions, question } from './conventions/doors.ts'
import { names } from './conventions/names.ts'
import { texts } from './conventions/texts.ts'
import { readSources } from './sources.ts'

const project = readSources()

it('reads the whole project', () => {
  expect(project.length).toBeGreaterThan(100)
  for (const path of [
    'README.md',
    'api/src/kernel/command.ts',
    'web/src/lib/ime.ts',
    'prisma/schema.prisma',
  ]) {
    expect(project.map((source) => source.path)).toContain(path)
  }
})

describe.each([...doors, ...names, ...texts, ...cleanliness])('$name', ({ because, check, broken, kept }) => {
  it('holds in the project', () => {
    expect({ because, found: check(project) }).toEqual({ because, found: [] })
  })

  it.each(broken)('is seen broken in $path', (source) => {
    expect(check([source])).not.toEqual([])
  })

  it.each(kept)('is seen kept in $path', (source) => {
    expect(check([source])).toEqual([])
  })
})

it('every exception to "only the read path asks" is still needed', () => {
  const unused = Object.keys(ownQuestions).filter(
    (door) => !project.some(({ path, text }) => path.startsWith(door) && text.search(question) >= 0),
  )
  expect(unused).toEqual([])
})
