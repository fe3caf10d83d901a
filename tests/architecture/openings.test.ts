import { expect, it } from 'vitest'
import { mutations } from '../../api/src/kernel/graphql/mutation.ts'
import type { ModelName } from '../../api/src/kernel/ids.ts'
import { isDeclared, visibilityFor } from '../../api/src/kernel/read/registry.ts'
import { guest } from '../../api/src/kernel/viewer.ts'
import { schema } from '../../api/src/schema.ts'
import { openingsTable, readingDoor, writingDoor } from './openings.ts'
import { readTables } from './ownership.ts'
import { readSources } from './sources.ts'

/** Whether a guest sees every record of a kind, some, or none. */
function seenByGuests(model: ModelName): string {
  const filter = visibilityFor(guest)(model)
  if (Object.keys(filter).length === 0) return 'all'
  return JSON.stringify(filter).includes('"in":[]') ? 'none' : `those with ${JSON.stringify(filter)}`
}

it('who may go through which door of the graph is written down in schema/openings.md', async () => {
  const models = readTables(readSources('prisma/models')).map(({ model }) => model as ModelName)
  const records = models.filter(isDeclared).toSorted()
  const text = [
    '# Openings of the graph',
    '',
    'Written by `tests/architecture/openings.test.ts`. A change here is a door opened or closed: look twice, then accept',
    'it with `npx vitest run --project architecture openings --update`.',
    '',
    '## Queries and subscriptions',
    '',
    'What they then show is up to each record (below).',
    '',
    openingsTable(
      [schema.getQueryType(), schema.getSubscriptionType()].flatMap((type) =>
        Object.values(type?.getFields() ?? {}).map(readingDoor),
      ),
    ),
    '',
    '## Mutations',
    '',
    'Administrators need a second factor for all of them.',
    '',
    openingsTable([...mutations.values()].map(writingDoor)),
    '',
    '## Records that somebody sees who is not signed in',
    '',
    '| record | seen |',
    '|---|---|',
    ...records.map((model) => `| ${model} | ${seenByGuests(model)} |`),
    '',
  ].join('\n')
  await expect(text).toMatchFileSnapshot('../../schema/openings.md')
})

it('a door that does not say who may go through it is refused', () => {
  expect(() => readingDoor({ name: 'secrets', extensions: {} })).toThrow(
    'secrets does not say who may ask it',
  )
  expect(
    readingDoor({ name: 'towns', extensions: { access: { access: 'public', scope: 'registry:read' } } }),
  ).toEqual({
    name: 'towns',
    openTo: 'everybody',
    scope: 'registry:read',
    secondFactor: false,
  })
})

it('the widest doors stand first', () => {
  const doors = [
    writingDoor({ name: 'endRole', secondFactor: true }),
    writingDoor({ name: 'acceptInvitation', public: true }),
  ]
  expect(openingsTable(doors).split('\n').slice(2)).toEqual([
    '| everybody | acceptInvitation |  |  |',
    '| who its policy lets | endRole |  | always |',
  ])
})
