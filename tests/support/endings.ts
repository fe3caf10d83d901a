import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { dateOf } from '../../api/src/kernel/clock.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import type { Viewer } from '../../api/src/kernel/viewer.ts'
import { membership, platform } from '../../api/src/modules/platforms/fixtures.ts'
import { corporation, facility, serviceKind } from '../../api/src/modules/registry/fixtures.ts'
import type { TestGraph } from './graph.ts'
import { viewerActingAs } from './viewers.ts'

/** The Relay id of a corporation. */
export const idOf = (id: string) => globalId('Corporation', id)

export interface EndingWorld {
  readonly oldId: string
  readonly newId: string
  readonly bothId: string
  readonly oldOnlyId: string
  readonly facilityId: string
  readonly officeId: string
  readonly invitationId: string
  readonly hanako: { readonly id: string }
  readonly taro: { readonly id: string }
  readonly director: { readonly id: string }
  readonly secretariat: Viewer
}

/** How a world stands before its old corporation merged into the new one, and after. */
export const BEFORE = {
  facility: 'old',
  office: 'old',
  invitation: 'old',
  contacts: ['new 1 理事長', 'old 1 旧理事長'],
  roles: ['hanako old 2020-04-01…–', 'taro new 2020-04-01…–', 'taro old 2020-04-01…–'],
  memberships: ['new 4 2020-04-01…–', 'old 3 2020-04-01…–', 'old 7 2020-04-01…–'],
}
export const AFTER = {
  facility: 'new',
  office: 'new',
  invitation: 'new',
  contacts: ['new 1 理事長', 'new 2 旧理事長'],
  roles: [
    'hanako new 2026-11-23…–',
    'hanako old 2020-04-01…2026-11-22',
    'taro new 2020-04-01…–',
    'taro old 2020-04-01…2026-11-22',
  ],
  memberships: [
    'new 4 2020-04-01…–',
    'new 7 2026-11-23…–',
    'old 3 2020-04-01…2026-11-22',
    'old 7 2020-04-01…2026-11-22',
  ],
}

/** Two members of a network, one of which is about to end, and what the commands about it are asked with. */
export function endingBench(graph: () => TestGraph) {
  const someone = () =>
    graph().db.user.create({
      data: { name: '見本 花子', email: `${randomUUID()}@mihon.example`, sample: true },
    })
  const role = (userId: string, corporationId: string, more: object = {}) =>
    graph().db.roleAssignment.create({
      data: { userId, corporationId, role: 'CORPORATION_ADMIN', startsOn: dateOf('2020-04-01'), ...more },
    })

  /** Two members of one network; the old one also of another, with a facility, an office, contacts, people, an invitation. */
  const world = async () => {
    const { db } = graph()
    const { id: oldId } = await corporation(db, {
      seatMunicipalityCode: (await facility(db)).municipalityCode,
    })
    const { id: newId } = await corporation(db)
    const { id: bothId } = await platform(db)
    const { id: oldOnlyId } = await platform(db)
    await membership(db, { platformId: bothId, corporationId: oldId, position: 3 })
    await membership(db, { platformId: bothId, corporationId: newId, position: 4 })
    await membership(db, { platformId: oldOnlyId, corporationId: oldId, position: 7 })
    const { id: facilityId } = await facility(db, { corporationId: oldId })
    const { id: serviceKindId } = await serviceKind(db)
    const { id: officeId } = await db.serviceOffice.create({
      data: { facilityId, corporationId: oldId, serviceKindId, name: '見本の事業所', sample: true },
    })
    await db.corporationContact.create({ data: { corporationId: oldId, position: 1, roleTitle: '旧理事長' } })
    await db.corporationContact.create({ data: { corporationId: newId, position: 1, roleTitle: '理事長' } })
    await db.procurementLimit.create({
      data: { corporationId: oldId, position: 1, method: 'TENDER', approver: '理事会' },
    })
    const [hanako, taro, director] = await Promise.all([someone(), someone(), someone()])
    await role(hanako.id, oldId)
    await role(taro.id, oldId)
    await role(taro.id, newId)
    await db.roleAssignment.create({
      data: { userId: director.id, facilityId, role: 'FACILITY_DIRECTOR', startsOn: dateOf('2020-04-01') },
    })
    const { id: invitationId } = await db.invitation.create({
      data: {
        email: `${randomUUID()}@mihon.example`,
        name: '見本 三郎',
        role: 'CORPORATION_REPORTER',
        corporationId: oldId,
        startsOn: dateOf('2026-11-23'),
        tokenHash: Buffer.from(randomUUID()),
        expiresAt: new Date('2026-12-20T00:00:00Z'),
        invitedByUserId: hanako.id,
      },
    })
    const secretary = await someone()
    const secretariat = viewerActingAs(secretary.id, 'PLATFORM_SECRETARIAT', {
      platformId: bothId,
      platformIds: [bothId],
    })
    return {
      oldId,
      newId,
      bothId,
      oldOnlyId,
      facilityId,
      officeId,
      hanako,
      taro,
      director,
      invitationId,
      secretariat,
    }
  }

  const send = (name: string, viewer: Viewer, input: object, now?: Date) => {
    const Name = name.charAt(0).toUpperCase() + name.slice(1)
    return graph().request(
      /* GraphQL */ `mutation Send($input: ${Name}Input!) {
        ${name}(input: $input) {
          __typename
          ... on ${Name}Payload { corporation { status endedOn successor { id } } corporationSuccession { id status } }
          ... on Problem { code }
        }
      }`,
      { viewer, variables: { input }, ...(now && { now }) },
    )
  }
  const done = async (...args: Parameters<typeof send>) => {
    const { data, errors } = await send(...args)
    expect(errors).toBeUndefined()
    return data[args[0]]
  }
  const merge = ({ oldId, newId, secretariat }: EndingWorld, onDate = '2026-11-23') =>
    done('recordMerger', secretariat, {
      corporationId: idOf(oldId),
      successorId: idOf(newId),
      onDate,
      reason: '合併契約（令和8年9月）による。',
    })

  /** Everything that a succession moves, as it stands. */
  const standing = async ({
    oldId,
    newId,
    facilityId,
    officeId,
    invitationId,
    hanako,
    taro,
  }: EndingWorld) => {
    const { db } = graph()
    const who = (id: string | null) => (id === oldId ? 'old' : id === newId ? 'new' : id)
    const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? '–'
    const roles = await db.roleAssignment.findMany({ where: { corporationId: { in: [oldId, newId] } } })
    const memberships = await db.platformMembership.findMany({
      where: { corporationId: { in: [oldId, newId] } },
    })
    const contacts = await db.corporationContact.findMany({
      where: { corporationId: { in: [oldId, newId] } },
      orderBy: { position: 'asc' },
    })
    return {
      facility: who((await db.facility.findUniqueOrThrow({ where: { id: facilityId } })).corporationId),
      office: who((await db.serviceOffice.findUniqueOrThrow({ where: { id: officeId } })).corporationId),
      invitation: who((await db.invitation.findUniqueOrThrow({ where: { id: invitationId } })).corporationId),
      contacts: contacts
        .map(({ corporationId, position, roleTitle }) => `${who(corporationId)} ${position} ${roleTitle}`)
        .toSorted(),
      roles: roles
        .map(
          (one) =>
            `${{ [hanako.id]: 'hanako', [taro.id]: 'taro' }[one.userId]} ${who(one.corporationId)} ${day(one.startsOn)}…${day(one.endsOn)}`,
        )
        .toSorted(),
      memberships: memberships
        .map((one) => `${who(one.corporationId)} ${one.position} ${day(one.startsOn)}…${day(one.endsOn)}`)
        .toSorted(),
    }
  }

  const undo = ({ secretariat }: EndingWorld, corporationSuccessionId: string) =>
    done('undoSuccession', secretariat, { corporationSuccessionId, reason: '誤って記録したため。' })

  return { someone, world, send, done, merge, undo, standing }
}
