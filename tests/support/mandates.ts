import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { dateOf, dayInJapan } from '../../api/src/kernel/clock.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import type { Viewer } from '../../api/src/kernel/viewer.ts'
import { loadAccount } from '../../api/src/modules/identity/viewer/account.ts'
import { takeSeat } from '../../api/src/modules/identity/viewer/viewer-of.ts'
import { membership, platform } from '../../api/src/modules/platforms/fixtures.ts'
import { corporation, facility } from '../../api/src/modules/registry/fixtures.ts'
import { TODAY, type TestGraph } from './graph.ts'

const A_YEAR = 366 * 86_400_000

type Role = 'CORPORATION_ADMIN' | 'PLATFORM_SECRETARIAT' | 'CORPORATION_REPORTER' | 'FACILITY_DIRECTOR'
type Permission = 'CONFIRM_FACTS' | 'EDIT_FACTS' | 'SEE_ALL_CONTACTS'

/** The day of the tests, some days later. */
export const daysLater = (days: number): Date => new Date(TODAY.getTime() + days * 86_400_000)

interface Body {
  readonly id: string
  readonly name: string
}

interface Person {
  readonly id: string
  /** As the person is seen at a moment. */
  readonly at: (now?: Date) => Promise<Viewer>
}

interface World extends Readonly<
  Record<'admin' | 'director' | 'keeper' | 'reporter' | 'secretary', Person> &
    Record<'giver' | 'hub' | 'network', Body>
> {
  readonly place: Body & { readonly corporationId: string | null }
  readonly member: { readonly id: string }
}

/** A corporation that entrusts, a hub corporation and a network; who the people are is loaded as for a real session. */
export function mandateBench(graph: () => TestGraph, pool: () => pg.Pool) {
  /** A person with a session in which a second factor was passed. */
  async function person(role: Role, on: object) {
    const token = randomUUID()
    const user = await graph().db.user.create({
      data: {
        name: '見本 花子',
        email: `${randomUUID()}@mihon.example`,
        sample: true,
        roles: { create: { role, ...on, startsOn: dateOf('2020-04-01') } },
        sessions: { create: { token, expiresAt: new Date(TODAY.getTime() + A_YEAR), secondFactor: true } },
      },
    })
    const at = async (now = TODAY): Promise<Viewer> => {
      const day = dayInJapan(now)
      const account = await loadAccount(pool(), { session: token }, now, day)
      if (!account) throw new Error('The session is gone.')
      return takeSeat(account, null, dateOf(day))
    }
    return { id: user.id, at }
  }

  async function world(): Promise<World> {
    const { db } = graph()
    const giver = await corporation(db)
    const hub = await corporation(db)
    const place = await facility(db, { corporationId: giver.id })
    const network = await platform(db)
    const member = await membership(db, { platformId: network.id, corporationId: giver.id })
    return {
      giver,
      hub,
      place,
      network,
      member,
      admin: await person('CORPORATION_ADMIN', { corporationId: giver.id }),
      director: await person('FACILITY_DIRECTOR', { facilityId: place.id }),
      keeper: await person('CORPORATION_ADMIN', { corporationId: hub.id }),
      reporter: await person('CORPORATION_REPORTER', { corporationId: hub.id }),
      secretary: await person('PLATFORM_SECRETARIAT', { platformId: network.id }),
    }
  }

  async function send(name: string, viewer: Viewer, input: object, now = TODAY) {
    const Name = name.charAt(0).toUpperCase() + name.slice(1)
    const { data, errors } = await graph().request(
      /* GraphQL */ `mutation Send($input: ${Name}Input!) {
        ${name}(input: $input) { __typename ... on ValidationProblem { issues { path code } } ... on Problem { code } }
      }`,
      { viewer, variables: { input }, now },
    )
    const [error] = errors ?? []
    if (error) return String(error.extensions.reason ?? error.extensions.code)
    const answer = data[name]
    if (answer.__typename.endsWith('Payload')) return '✓'
    return String(answer.issues?.[0]?.code ?? answer.code)
  }

  const give = async (
    { giver, hub, network, admin }: World,
    permissions: readonly Permission[],
    { to = 'hub', now = TODAY, ...more }: { to?: 'hub' | 'network'; now?: Date; [key: string]: unknown } = {},
  ) =>
    send(
      'giveMandates',
      await admin.at(now),
      {
        corporationId: globalId('Corporation', giver.id),
        ...(to === 'hub'
          ? { holderCorporationId: globalId('Corporation', hub.id) }
          : { holderPlatformId: globalId('Platform', network.id) }),
        permissions,
        startsOn: dayInJapan(now),
        ...more,
      },
      now,
    )

  const confirm = async (
    { place }: World,
    viewer: Viewer,
    block: string | undefined = 'BASIC',
    now = TODAY,
  ) => send('confirmFacilityUnchanged', viewer, { facilityId: globalId('Facility', place.id), block }, now)

  const edit = async ({ place }: World, viewer: Viewer, now = TODAY) => {
    const { version } = await graph().db.facility.findUniqueOrThrow({ where: { id: place.id } })
    return send(
      'editFacilityStaff',
      viewer,
      {
        facilityId: globalId('Facility', place.id),
        version,
        qualifications: [{ id: null, qualification: `介護福祉士${randomUUID().slice(0, 4)}`, count: 3 }],
      },
      now,
    )
  }

  const mandateOf = ({ giver }: World, permission: Permission) =>
    graph().db.mandate.findFirstOrThrow({
      where: { corporationId: giver.id, permission },
      orderBy: { createdAt: 'desc' },
    })

  async function preview(given: World, permission: Permission, viewer: Viewer, now = TODAY) {
    const { id } = await mandateOf(given, permission)
    const { mandateEndPreview } = await graph().ask(
      /* GraphQL */ `
        query Preview($id: ID!) {
          mandateEndPreview(mandateId: $id) {
            key
            hiddenContacts
            contactsOutOfReach
            confirmed
            work {
              kind
              facilityName
              block
              on
              network
              ownPeople
            }
          }
        }
      `,
      { viewer, variables: { id: globalId('Mandate', id) }, now },
    )
    return mandateEndPreview
  }

  const endIt = async (
    given: World,
    permission: Permission,
    viewer: Viewer,
    previewKey: string,
    now = TODAY,
  ) =>
    send(
      'endMandate',
      viewer,
      { mandateId: globalId('Mandate', (await mandateOf(given, permission)).id), previewKey },
      now,
    )

  return { world, send, give, confirm, edit, mandateOf, preview, endIt }
}
