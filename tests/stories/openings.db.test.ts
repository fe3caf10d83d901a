import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { mutations } from '../../api/src/kernel/graphql/mutation.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import { guest } from '../../api/src/kernel/viewer.ts'
import { voluntaryRulebook } from '../../api/src/modules/rulebooks/public.ts'
import { schema } from '../../api/src/schema.ts'
import { worldlyRoles } from './openings/people.ts'
import { queryArguments } from './openings/query-arguments.ts'
import { openTrial, type Sight, type Trial } from './openings/trial.ts'

// Nobody reads or changes what is not theirs. The test knows no module: it reads every field of the graph and attempts
// every mutation on records of another world, and watches for any word of that world and any change of any table.
// A new query, mutation or table is covered by itself, or fails here and says what example it needs.

/** Facts of the registry, which anybody may read. Everything else is private. */
const publicTables = new Set([
  'municipality',
  'service_kind',
  'data_source',
  'corporation',
  'facility',
  'service_office',
  'shelter',
  'facility_equipment',
  'facility_confirmation',
  'facility_resource',
  'facility_qualification',
  'community_area',
  // The history of what is public. What of it tells of contacts is found by the contacts' own words.
  'registry_revision',
  'change_act',
  'corporation_confirmation',
  'master_fact',
  // What the state asks of networks, alike for all of them.
  'filing_rule',
  // What the 気象庁 has said to everybody.
  'alert_message',
  'alert_area',
  'retention_rule',
  // The checklist of welfare shelters, alike for everybody.
  'readiness_item',
  'readiness_choice',
  'readiness_implication',
  // What a welfare shelter keeps, and under what costs are claimed: lists of the state's.
  'stock_item',
  'relief_category',
])

/** Mutations that begin something of the body that is acted for, whichever it is; only some roles may. */
const ownBeginnings = new Set(['startImport'])

/** Mutations that touch nothing but the asker's own affairs, so that even a stranger may. */
const ownAffairs: ReadonlySet<string> = new Set([
  'chooseNotice',
  'createApiToken',
  'endOtherSessions',
  'markAllNotificationsRead',
  'renameMyself',
  'saveSearch',
])

/** Roles that may put something new beside what others have, whoever's that is. */
const creators: Readonly<Record<string, readonly string[]>> = {
  registerCorporation: ['PLATFORM_SECRETARIAT'],
}

/** How a stranger is turned away. */
const refusals: ReadonlySet<string | undefined> = new Set(['FORBIDDEN', 'NOT_FOUND'])
/** Reasons that would hide whether the policy itself refuses. */
const sideReasons: ReadonlySet<string | undefined> = new Set([
  'SECOND_FACTOR_REQUIRED',
  'CHOOSE_ACTING',
  'SCOPE_MISSING',
])

const queryRoots = Object.values(schema.getQueryType()?.getFields() ?? {})
const subscriptionRoots = Object.values(schema.getSubscriptionType()?.getFields() ?? {})
const mutationNames = Object.keys(schema.getMutationType()?.getFields() ?? {})
const isPublic = (mutation: string) => mutations.get(mutation)?.public === true

// Whoever looks, looks through the whole graph: twenty seconds on two cores.
vi.setConfig({ testTimeout: 180_000 })

let trial: Trial
beforeAll(async () => {
  trial = await openTrial({
    schema,
    publicTables,
    inputs: {
      email: 'somebody@example.jp',
      scopes: ['registry:read'],
      filter: { text: '見本', conditions: { lendableRooms: 'YES' } },
      municipalityCode: '062014',
      postalCode: '990-0001',
      url: 'https://mihon.example',
      onlineUrl: 'https://mihon.example',
      resolutionKind: 'ORDINARY',
      rules: voluntaryRulebook,
      articles: [{ number: '1', heading: '見本', text: '見本' }],
      contentHash: '0'.repeat(64),
      meetings: [
        {
          title: '見本の定例会',
          number: null,
          startsAt: '2098-12-09T05:00:00Z',
          endsAt: null,
          place: '',
          onlineUrl: null,
          answerBy: '2098-12-08T08:00:00Z',
        },
      ],
      signerIds: [1, 2].map(() => globalId('MeetingVoter', randomUUID())),
      officeNumber: '0670100734',
      'sendIntakeEntries.entries': [
        {
          entryKey: randomUUID(),
          deviceKey: randomUUID(),
          sequence: 1,
          at: '2026-11-23T03:00:00Z',
          kind: 'HEADCOUNT',
          subjects: [],
          basedOn: [],
          field: null,
          value: null,
          people: 1,
          need: null,
          stay: 'NIGHT',
          destination: null,
        },
      ],
      'keyInIntakeSheet.lines': [{ lineKey: randomUUID(), name: '見本' }],
      headcountKey: null,
      personKey: randomUUID(),
      birthYear: '1941',
      ...Object.fromEntries(
        ['phone', 'fax', 'dayPhone', 'nightPhone', 'backupPhone'].map((name) => [name, '023-000-0000']),
      ),
      corporateNumber: null,
      seatPostalCode: '9900000',
      seatMunicipalityCode: '062014',
      code: '062014',
      memberClass: 'FULL',
      fiscalYear: 2026,
      publishedUrl: 'https://mihon.example',
      municipalityCodes: ['062014'],
      areas: ['062014'],
      pin: '4271',
      reportKey: randomUUID(),
      entryKey: randomUUID(),
      quotes: 2,
      // The terms of a tie: those of one stage, whichever it is; who may is told before they are judged.
      voluntary: { theme: '見本の勉強会' },
      ...Object.fromEntries(
        ['councilJoint', 'alliance', 'collaboration', 'board', 'transfer', 'merger'].map((name) => [
          name,
          null,
        ]),
      ),
      evidence: [{ kind: 'CONTRACT', reference: '見本の契約書' }],
      'noteAidCost.evidence': '見本の領収書',
      'countStaffSkill.minutes': 30,
      itemKey: 'SEISMIC',
    },
    queryArguments,
  })
})
afterAll(() => trial?.close())

const leaks = (sights: readonly Sight[]) => sights.filter(({ tables }) => tables.length > 0)
const faults = (sights: readonly Sight[], expected: string) =>
  sights.filter(({ codes }) => codes.some((code) => code !== expected))

describe('every query', () => {
  it('says who may ask it', () => {
    const silent = [...queryRoots, ...subscriptionRoots].filter(({ extensions }) => {
      const note = extensions.access as { access?: string } | undefined
      return !['public', 'signedIn', 'policy'].includes(note?.access ?? '')
    })
    expect(silent.map(({ name }) => name)).toEqual([])
    expect(queryRoots.length).toBeGreaterThan(10)
  })

  it('is asked here, and every field that can be reached is read', () => {
    const read = new Set(trial.looks.flatMap(({ reads }) => reads))
    expect(queryRoots.map(({ name }) => `Query.${name}`).filter((name) => !read.has(name))).toEqual([])
    expect(read.size).toBeGreaterThan(200)
  })

  it('shows a guest nothing private', async () => {
    const sights = await trial.sightsOf(guest)
    expect(leaks(sights)).toEqual([])
    expect(faults(sights, 'UNAUTHENTICATED')).toEqual([])
  })

  it.each(worldlyRoles)('shows a stranger nothing private: %s of another world', async (role) => {
    const stranger = await trial.somebody('own', role)
    expect(stranger.acting?.roles).toEqual([role])
    const sights = await trial.sightsOf(stranger)
    expect(leaks(sights)).toEqual([])
    expect(faults(sights, 'FORBIDDEN')).toEqual([])
  })

  it('would be caught here: insiders are seen to see what is theirs', async () => {
    const seen = new Set<string>()
    for (const role of [...worldlyRoles, 'SYSTEM_OPERATOR' as const]) {
      const sights = await trial.sightsOf(await trial.somebody('theirs', role))
      for (const { tables } of sights) for (const table of tables) seen.add(table)
    }
    const expected = ['facility_contact', 'platform', 'platform_membership', 'app_user', 'role_assignment']
    expect([...seen]).toEqual(expect.arrayContaining([...expected, 'invitation', 'role_handover']))
  })
})

describe('every mutation', () => {
  it('is a command', () => {
    expect(mutationNames.toSorted()).toEqual([...mutations.keys()].toSorted())
    expect(mutationNames.length).toBeGreaterThan(10)
  })

  it.each(mutationNames)('does nothing for a guest: %s', async (mutation) => {
    const attempts = await trial.attemptsOf(guest, mutation)
    const wrong = attempts.filter(
      ({ outcome: { code, typename }, changed }) =>
        changed.length > 0 ||
        (isPublic(mutation) ? typename?.endsWith('Payload') : code !== 'UNAUTHENTICATED'),
    )
    expect(attempts.length).toBeGreaterThan(0)
    expect(wrong).toEqual([])
  })

  const closed = mutationNames.filter(
    (name) => !ownAffairs.has(name) && !ownBeginnings.has(name) && !isPublic(name),
  )
  it.each(closed)('refuses every stranger and changes nothing: %s', async (mutation) => {
    for (const role of worldlyRoles.filter((name) => !creators[mutation]?.includes(name))) {
      const attempts = await trial.attemptsOf(await trial.somebody('own', role), mutation)
      const wrong = attempts.filter(
        ({ outcome: { code, reason }, changed }) =>
          changed.length > 0 || !refusals.has(code) || sideReasons.has(reason),
      )
      expect(attempts.length).toBeGreaterThan(0)
      expect({ role, wrong }).toEqual({ role, wrong: [] })
    }
  })

  it.each(Object.entries(creators))(
    'leaves the others alone when something new is made: %s',
    async (mutation, roles) => {
      const before = await trial.theirRecords()
      for (const role of worldlyRoles.filter((name) => roles.includes(name)))
        await trial.attemptsOf(await trial.somebody('own', role), mutation)
      expect(await trial.theirRecords()).toEqual(before)
    },
  )
  it.each([...ownBeginnings])('begins something of the own body only: %s', async (mutation) => {
    const before = await trial.theirRecords()
    const attempts = await trial.attemptsOf(await trial.somebody('own', 'PLATFORM_SECRETARIAT'), mutation)
    expect(attempts.map(({ outcome }) => outcome.code)).toEqual(attempts.map(() => undefined))
    expect(await trial.theirRecords()).toEqual(before)
  })

  it.each([...ownAffairs])('leaves the others alone: %s', async (mutation) => {
    const before = await trial.theirRecords()
    const attempts = await trial.attemptsOf(await trial.somebody('own', 'FACILITY_STAFF'), mutation)
    expect(attempts.map(({ outcome }) => outcome.code)).toEqual(attempts.map(() => undefined))
    expect(await trial.theirRecords()).toEqual(before)
  })
})

/** What a secretariat sees for other work than its network's: whose acts they are, an auditor reads in the record of acts. */
const notTheNetworks = [
  // Roles are seen by whoever looks after them; of people an auditor reads the name beside what they wrote.
  'role_assignment',
  'role_handover',
  'handover_item',
  // The registry is kept clean by secretariats; a member's limits are the member's.
  'corporation_succession',
  'match_proposal',
  'registry_merge',
  'mistake_report',
  'procurement_limit',
]

/** What an auditor does all the same: reads, with a receipt; subscribes; objects to a resolution in writing (一般法人法96条). */
const ofAuditors = new Set([...ownAffairs, 'openAnnouncement', 'createCalendarFeed', 'objectToOmission'])

describe('the auditor of a network', () => {
  it('sees whatever of the network its secretariat sees', async () => {
    const sightsOf = async (role: 'PLATFORM_SECRETARIAT' | 'PLATFORM_AUDITOR') =>
      trial.sightsOf(await trial.somebody('theirs', role))
    const sights = await sightsOf('PLATFORM_AUDITOR')
    const auditor = new Set(sights.flatMap(({ tables }) => tables))
    const secretariat = new Set((await sightsOf('PLATFORM_SECRETARIAT')).flatMap(({ tables }) => tables))
    // Who comes to help is told to both facilities and to who coordinates; that one of them has looked stands in the record
    // of acts, by the key.
    const helpers = sights.filter(({ tables }) => tables.includes('aid_helper'))
    expect(helpers.filter(({ look }) => !/audit/i.test(look.document))).toEqual([])
    const missed = [...secretariat].filter((table) => !auditor.has(table) && table !== 'aid_helper')
    expect(missed.toSorted()).toEqual(notTheNetworks.toSorted())
    expect(auditor.size).toBeGreaterThan(30)
  })

  it.each(mutationNames.filter((name) => !ofAuditors.has(name) && !isPublic(name)))(
    'writes nothing: %s',
    async (mutation) => {
      const attempts = await trial.attemptsOf(await trial.somebody('theirs', 'PLATFORM_AUDITOR'), mutation)
      const wrong = attempts.filter(
        ({ outcome: { code }, changed }) => changed.length > 0 || !refusals.has(code),
      )
      expect(attempts.length).toBeGreaterThan(0)
      expect(wrong).toEqual([])
    },
  )
})
