import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, type TestGraph } from '../../../../tests/support/graph.ts'
import { viewerActingAs } from '../../../../tests/support/viewers.ts'
import { runCommand } from '../../kernel/command.ts'
import { globalId } from '../../kernel/ids.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { confirmFacilityUnchanged } from './commands/confirm-facility-unchanged.ts'
import { corporation, facility, serviceKind } from './fixtures.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const person = () =>
  graph.db.user.create({ data: { name: '見本 花子', email: `${randomUUID()}@mihon.example`, sample: true } })

describe('what is to be confirmed', () => {
  const TODOS = '{ todos { id kind code params dueOn overdue link } }'

  it('is listed for who may confirm it: never confirmed, stale, and soon due', async () => {
    const { id: corporationId } = await corporation(graph.db)
    const { id: facilityId, name } = await facility(graph.db, { corporationId })
    const { id: userId } = await person()
    const director = viewerActingAs(userId, 'FACILITY_DIRECTOR', { corporationId, facilityId })
    const confirmed = (block: string, at: string) =>
      runCommand(
        confirmFacilityUnchanged,
        { facilityId: globalId('Facility', facilityId), block },
        { db: graph.db, viewer: director, clock: { now: () => new Date(at) }, requestId: null },
      )
    await confirmed('EQUIPMENT', '2025-09-12T06:20:00Z')
    await confirmed('CONTACTS', '2025-12-10T06:20:00Z')
    for (const block of ['BASIC', 'RESOURCES', 'STAFF']) await confirmed(block, '2026-08-03T06:20:00Z')

    const { todos } = await graph.ask(TODOS, { viewer: director })
    const common = { kind: 'CONFIRM' }
    const link = (block: string) => `/facilities/${globalId('Facility', facilityId)}#${block}`
    expect(todos).toEqual([
      {
        ...common,
        id: `registry.confirm:${facilityId}:EQUIPMENT`,
        code: 'FACILITY_BLOCK_TO_CONFIRM_AGAIN',
        params: { facility: name, block: 'EQUIPMENT', confirmedOn: '2025-09-12' },
        dueOn: '2026-09-12',
        overdue: true,
        link: link('equipment'),
      },
      {
        ...common,
        id: `registry.confirm:${facilityId}:CONTACTS`,
        code: 'FACILITY_BLOCK_TO_CONFIRM_AGAIN',
        params: { facility: name, block: 'CONTACTS', confirmedOn: '2025-12-10' },
        dueOn: '2026-12-10',
        overdue: false,
        link: link('contacts'),
      },
      {
        ...common,
        id: `registry.confirm:${facilityId}:SERVICES`,
        code: 'FACILITY_BLOCK_TO_CONFIRM',
        params: { facility: name, block: 'SERVICES' },
        dueOn: null,
        overdue: false,
        link: link('services'),
      },
    ])

    const administrator = viewerActingAs(userId, 'CORPORATION_ADMIN', { corporationId })
    const { todos: administrators } = await graph.ask(TODOS, { viewer: administrator })
    // The corporation's own blocks come beside those of its facilities.
    const ofFacilities = ({ code }: { code: string }) => code.startsWith('FACILITY')
    expect(administrators.filter(ofFacilities)).toEqual(todos)
    for (const other of [
      viewerActingAs(userId, 'CORPORATION_REPORTER', { corporationId }),
      viewerActingAs(userId, 'FACILITY_DIRECTOR', { facilityId: randomUUID() }),
    ])
      expect((await graph.ask(TODOS, { viewer: other })).todos).toEqual([])
  })

  it('is one thing to do where several blocks of a facility fell due on one day', async () => {
    const { id: corporationId } = await corporation(graph.db)
    const { id: userId } = await person()
    const administrator = viewerActingAs(userId, 'CORPORATION_ADMIN', { corporationId })
    const facilities = await Promise.all(
      Array.from({ length: 20 }, () => facility(graph.db, { corporationId })),
    )
    const [first] = facilities
    const confirmed = (block: string, at: string) =>
      runCommand(
        confirmFacilityUnchanged,
        { facilityId: globalId('Facility', first?.id ?? ''), block },
        { db: graph.db, viewer: administrator, clock: { now: () => new Date(at) }, requestId: null },
      )
    // A quarter to midnight and a quarter past it in Japan are two days, whatever the day in Greenwich.
    await confirmed('BASIC', '2025-09-12T00:00:00Z')
    await confirmed('STAFF', '2025-09-12T14:45:00Z')
    await confirmed('SERVICES', '2025-09-12T15:15:00Z')

    const { todos } = await graph.ask(TODOS, { viewer: administrator })
    const ofFacilities = todos.filter(({ code }: { code: string }) => code.startsWith('FACILITY'))
    expect(ofFacilities).toHaveLength(19 + 3)
    expect(
      ofFacilities
        .filter(({ link }: { link: string }) => link.includes(globalId('Facility', first?.id ?? '')))
        .map(({ params: { block }, dueOn }: { params: { block: string }; dueOn: string | null }) => [
          block,
          dueOn,
        ]),
    ).toEqual([
      ['BASIC,STAFF', '2026-09-12'],
      ['SERVICES', '2026-09-13'],
      ['CONTACTS,EQUIPMENT,RESOURCES', null],
    ])
  })
})

describe('master data of services', () => {
  const EDIT = /* GraphQL */ `
    mutation Edit($input: EditServiceKindInput!) {
      editServiceKind(input: $input) {
        __typename
        ... on EditServiceKindPayload {
          serviceKind {
            name
            confirmed
            validTo
            version
          }
        }
        ... on Problem {
          code
        }
        ... on ConflictProblem {
          currentVersion
        }
      }
    }
  `
  const CONFIRM = /* GraphQL */ `
    mutation Confirm($input: ConfirmServiceKindInput!) {
      confirmServiceKind(input: $input) {
        __typename
        ... on ConfirmServiceKindPayload {
          serviceKind {
            source
            confirmed
            version
          }
        }
        ... on Problem {
          code
        }
      }
    }
  `
  let operator: Viewer
  beforeAll(async () => {
    operator = viewerActingAs((await person()).id, 'SYSTEM_OPERATOR')
  })
  const edited = (id: string, more: object = {}) => ({
    serviceKindId: globalId('ServiceKind', id),
    version: 1,
    name: '見本サービス',
    shortName: '見本',
    validFrom: '2000-04-01',
    validTo: null,
    ...more,
  })

  it('is confirmed with its source, and unconfirmed again when it is corrected', async () => {
    const { id } = await serviceKind(graph.db, `OTHER-${randomUUID()}`)
    const input = { serviceKindId: globalId('ServiceKind', id), version: 1, source: '厚生労働省告示 見本' }
    const { confirmServiceKind } = await graph.ask(CONFIRM, { viewer: operator, variables: { input } })
    expect(confirmServiceKind.serviceKind).toEqual({
      source: '厚生労働省告示 見本',
      confirmed: true,
      version: 2,
    })

    const variables = { input: edited(id, { version: 2, validTo: '2027-03-31' }) }
    const { editServiceKind } = await graph.ask(EDIT, { viewer: operator, variables })
    expect(editServiceKind.serviceKind).toEqual({
      name: '見本サービス',
      confirmed: false,
      validTo: '2027-03-31',
      version: 3,
    })
    const entries = await graph.db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { seq: 'asc' } })
    expect(entries.map(({ command }) => command)).toEqual(['confirmServiceKind', 'editServiceKind'])
  })

  it.each([
    [
      'a version that is gone',
      { version: 7 },
      { __typename: 'ConflictProblem', code: 'CONFLICT', currentVersion: 1 },
    ],
    [
      'an end before the start',
      { validTo: '1999-01-01' },
      { __typename: 'RuleProblem', code: 'SERVICE_KIND_ENDS_BEFORE_START' },
    ],
    ['a blank name', { name: ' ' }, { __typename: 'ValidationProblem', code: 'VALIDATION' }],
  ])('is not changed by %s', async (_what, more, problem) => {
    const { id } = await serviceKind(graph.db, `OTHER-${randomUUID()}`)
    const { editServiceKind } = await graph.ask(EDIT, {
      viewer: operator,
      variables: { input: edited(id, more) },
    })
    expect(editServiceKind).toEqual(problem)
    expect(await graph.db.serviceKind.findUnique({ where: { id } })).toMatchObject({ version: 1 })
  })

  it('is changed by nobody but the operator', async () => {
    const { id } = await serviceKind(graph.db, `OTHER-${randomUUID()}`)
    const viewer = viewerActingAs(randomUUID(), 'CORPORATION_ADMIN', { corporationId: randomUUID() })
    const { errors } = await graph.request(EDIT, { viewer, variables: { input: edited(id) } })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'ONLY_THE_OPERATOR' })
  })
})
