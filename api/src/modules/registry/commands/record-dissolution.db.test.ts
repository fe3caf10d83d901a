import { beforeAll, describe, expect, it } from 'vitest'
import { AFTER, BEFORE, endingBench, idOf, type EndingWorld } from '../../../../../tests/support/endings.ts'
import { openTestGraph, TODAY, type TestGraph } from '../../../../../tests/support/graph.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { dateOf } from '../../../kernel/clock.ts'
import { guest, type Viewer } from '../../../kernel/viewer.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const { someone, world, done, standing } = endingBench(() => graph)

describe('recordDissolution', () => {
  const dissolve = ({ oldId, secretariat }: EndingWorld, more: object = {}) =>
    done('recordDissolution', secretariat, {
      corporationId: idOf(oldId),
      onDate: '2026-11-23',
      reason: '解散の認可による。',
      ...more,
    })

  it('is refused while it runs facilities that nobody takes over', async () => {
    const given = await world()
    expect(await dissolve(given)).toMatchObject({ code: 'DISSOLVED_WITH_FACILITIES' })
  })

  it('ends memberships, roles and invitations where nobody follows', async () => {
    const given = await world()
    await graph.db.facility.update({
      where: { id: given.facilityId },
      data: { status: 'CLOSED', endedOn: dateOf('2026-10-31') },
    })
    const { corporation: ended, corporationSuccession } = await dissolve(given)
    expect(ended).toMatchObject({ status: 'DISSOLVED', successor: null })
    expect(await standing(given)).toMatchObject({
      facility: 'old',
      contacts: ['new 1 理事長', 'old 1 旧理事長'],
      roles: ['hanako old 2020-04-01…2026-11-22', 'taro new 2020-04-01…–', 'taro old 2020-04-01…2026-11-22'],
      memberships: ['new 4 2020-04-01…–', 'old 3 2020-04-01…2026-11-22', 'old 7 2020-04-01…2026-11-22'],
    })
    expect(
      (await graph.db.invitation.findUniqueOrThrow({ where: { id: given.invitationId } })).revokedAt,
    ).toEqual(TODAY)
    // No network of its own is left to take it back in: the operator does.
    const operator = viewerActingAs((await someone()).id, 'SYSTEM_OPERATOR')
    await done('undoSuccession', operator, {
      corporationSuccessionId: corporationSuccession.id,
      reason: '誤り',
    })
    expect(await standing(given)).toEqual(BEFORE)
  })

  it('with a successor carries everything as a merger does', async () => {
    const given = await world()
    await dissolve(given, { successorId: idOf(given.newId) })
    expect(await standing(given)).toEqual(AFTER)
  })
})

describe('successionPreview', () => {
  const PREVIEW = /* GraphQL */ `
    query Preview($corporationId: ID!, $successorId: ID, $onDate: Date!) {
      successionPreview(corporationId: $corporationId, successorId: $successorId, onDate: $onDate) {
        problem
        lines {
          what
          goes
          there
          ends
        }
      }
    }
  `
  const preview = (
    { oldId, newId, secretariat }: EndingWorld,
    viewer: Viewer = secretariat,
    more: object = {},
  ) =>
    graph.request(PREVIEW, {
      viewer,
      variables: { corporationId: idOf(oldId), successorId: idOf(newId), onDate: '2026-11-23', ...more },
    })

  it('says what would go where before it is done', async () => {
    const { data } = await preview(await world())
    expect(data.successionPreview.problem).toBeNull()
    expect(
      data.successionPreview.lines.map((one: Record<string, unknown>) =>
        Object.values(one).slice(0, 4).join(' '),
      ),
    ).toEqual([
      'FACILITIES 1 0 0',
      'OFFICES 1 0 0',
      'CONTACTS 1 0 0',
      'ROLES 1 1 0',
      'MEMBERSHIPS 1 1 0',
      'INVITATIONS 1 0 0',
      'LIMITS 0 0 1',
    ])
  })

  it('names the rule that forbids it', async () => {
    const given = await world()
    const { data } = await preview(given, given.secretariat, { successorId: null })
    expect(data.successionPreview.problem).toBe('DISSOLVED_WITH_FACILITIES')
  })

  it('is for those who may do it', async () => {
    const given = await world()
    const admin = viewerActingAs(given.hanako.id, 'CORPORATION_ADMIN', { corporationId: given.oldId })
    const refused = await preview(given, admin)
    expect(refused.errors?.[0]?.extensions).toMatchObject({ reason: 'ONLY_THE_SECRETARIAT_RECORDS' })
    const guests = await preview(given, guest)
    expect(guests.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
  })
})

describe('corporationPermissions', () => {
  it('says with its reason what the asker may do', async () => {
    const { oldId, secretariat } = await world()
    const ask = async (viewer: Viewer) => {
      const { corporationPermissions } = await graph.ask(
        'query May($id: ID!) { corporationPermissions(corporationId: $id) { confirm { reason } edit { allowed } editLimits { allowed } recordSuccession { allowed reason } undoSuccession { allowed } } }',
        { viewer, variables: { id: idOf(oldId) } },
      )
      return corporationPermissions
    }
    expect(await ask(secretariat)).toEqual({
      confirm: { reason: 'ONLY_THE_CORPORATION_CONFIRMS' },
      edit: { allowed: true },
      editLimits: { allowed: false },
      recordSuccession: { allowed: true, reason: null },
      undoSuccession: { allowed: true },
    })
    expect(await ask(guest)).toMatchObject({ confirm: { reason: 'SIGN_IN_FIRST' }, edit: { allowed: false } })
  })
})
