import { describe, expect, it } from 'vitest'
import { openTestGraph, TODAY } from '../../../../tests/support/graph.ts'
import { readinessWorld, sendReadiness } from '../../../../tests/support/readiness-world.ts'
import { parseGlobalId } from '../../kernel/ids.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { draftReadinessAnswers, readinessOf } from './public.ts'

const graph = await openTestGraph()
type World = Awaited<ReturnType<typeof readinessWorld>>

const begin = (world: World, viewer: Viewer, more: object = {}) =>
  sendReadiness(
    graph,
    viewer,
    'beginMentorship',
    {
      platformId: world.platform,
      mentorFacilityId: world.mentor.gid,
      menteeFacilityId: world.mentee.gid,
      startedOn: '2026-05-12',
      grounds: '電話で相談',
      ...more,
    },
    'mentorship { id version stage }',
  )

describe('a mentorship', () => {
  it('goes one stage after the other, each shown by something, to the designation in the register', async () => {
    const world = await readinessWorld(graph)
    const { mentor, mentee, secretariat } = world.viewers
    await expect(begin(world, mentee)).rejects.toThrow('ONLY_THE_MENTOR_OR_SECRETARIAT_BEGINS')
    const { mentorship } = await begin(world, mentor)
    const { id } = mentorship
    const MENTORSHIP = 'mentorship { version stage endedOn }'
    let version = 1
    const act = async (viewer: Viewer, name: string, input: object) => {
      const answer = await sendReadiness(graph, viewer, name, { mentorshipId: id, ...input }, MENTORSHIP)
      if (answer.mentorship) version = answer.mentorship.version
      return answer.code ?? answer.mentorship
    }
    const reach = (stage: string, onDay: string) =>
      act(mentee, 'reachMentoringStage', { stage, onDay, grounds: '記録', version })
    expect(await reach('PREPARATION', '2026-07-03')).toBe('STAGE_OUT_OF_ORDER')
    expect(await reach('SITE_VISIT', '2026-07-03')).toMatchObject({ stage: 'SITE_VISIT' })
    expect(await reach('PREPARATION', '2026-09-25')).toBe('NO_VISIT_YET')
    await act(mentor, 'planMentoringVisit', { onDay: '2026-09-25', held: true, note: '発電機を見た' })
    expect(await act(mentor, 'planMentoringVisit', { onDay: '2026-09-25', held: true, note: '' })).toBe(
      'VISIT_TWICE',
    )
    await reach('PREPARATION', '2026-09-25')
    expect(await reach('CITY_TALK', '2026-11-20')).toBe('NO_CITY_TALK_YET')
    await act(secretariat, 'scheduleMentoring', {
      cityTalkOn: '2026-11-18',
      expectedOn: '2027-03-31',
      version,
    })
    await reach('CITY_TALK', '2026-11-20')
    expect(await reach('DESIGNATION', '2026-11-22')).toBe('NOT_DESIGNATED_YET')
    await world.designate(world.mentee.id, new Date('2026-11-22T00:00:00Z'))
    expect(await reach('DESIGNATION', '2026-11-22')).toMatchObject({
      stage: 'DESIGNATION',
      endedOn: '2026-11-22',
    })
    await expect(act(mentor, 'giveUpMentorship', { because: 'x', version })).rejects.toThrow(
      'MENTORSHIP_HAS_ENDED',
    )

    const overview = `query ($id: ID!) { mentoringOverview(platformId: $id) {
      designated underWay dropped medianDaysToDesignation limit mentors { guides } lines { days stage } } }`
    const asked = { variables: { id: world.platform } }
    const { mentoringOverview } = await graph.ask(overview, { viewer: secretariat, ...asked })
    expect(mentoringOverview).toMatchObject({
      designated: 1,
      underWay: 0,
      dropped: 0,
      // 12 May to 22 November.
      medianDaysToDesignation: 194,
      limit: 2,
      mentors: [{ guides: 0 }, { guides: 0 }],
      lines: [{ days: 194, stage: 'DESIGNATION' }],
    })
    expect((await graph.ask(overview, { viewer: mentee, ...asked })).mentoringOverview).toBeNull()
    await expect(
      graph.db.mentorshipStep.updateMany({
        where: { mentorshipId: parseGlobalId(id)?.id ?? '' },
        data: { evidence: 'y' },
      }),
    ).rejects.toThrow('never changed')
  })

  it('is between a designated facility and one that is not and has no other', async () => {
    const world = await readinessWorld(graph)
    const { secretariat } = world.viewers
    const code = async (more: object) => (await begin(world, secretariat, more)).code
    expect(await code({ mentorFacilityId: world.other.gid })).toBe('MENTOR_NOT_DESIGNATED')
    expect(await code({ menteeFacilityId: world.mentor.gid })).toBe('GUIDES_ITSELF')
    await begin(world, secretariat)
    expect(await code({})).toBe('ALREADY_GUIDED')
    await expect(begin(world, world.viewers.stranger)).rejects.toThrow('NOT_FOUND')
  })
})

describe('the limit per mentor', () => {
  it('holds when many begin at once, and through a cohort that begins, ends and gives up at random', async () => {
    const world = await readinessWorld(graph)
    const { secretariat } = world.viewers
    const { db } = graph
    const mentorIds = [world.mentor]
    for (let n = 0; n < 2; n++) {
      const another = await world.place()
      await world.designate(another.id)
      mentorIds.push(another)
    }
    const mentees = await Promise.all(Array.from({ length: 9 }, () => world.place()))
    const most = async () => {
      const rows = await db.mentorship.groupBy({
        by: ['mentorFacilityId'],
        where: { platformId: world.platformId, endedOn: null },
        _count: true,
      })
      return Math.max(0, ...rows.map(({ _count }) => _count))
    }
    const atOnce = await Promise.all(
      mentees.slice(0, 6).map(({ gid }) => begin(world, secretariat, { menteeFacilityId: gid })),
    )
    expect(atOnce.filter(({ mentorship }) => mentorship)).toHaveLength(2)
    expect(new Set(atOnce.filter(({ code }) => code).map(({ code }) => code))).toEqual(
      new Set(['MENTOR_AT_THE_LIMIT']),
    )

    let seed = 7
    const below = (n: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % n
    let [begun, refused, given] = [0, 0, 0]
    for (let round = 0; round < 12; round++) {
      const acts = Array.from({ length: 4 }, () => ({
        mentor: mentorIds[below(3)]?.gid,
        mentee: mentees[below(9)]?.gid,
        ends: below(3) === 0,
      }))
      await Promise.all(
        acts.map(async (one) => {
          if (!one.ends) {
            const answer = await begin(world, secretariat, {
              mentorFacilityId: one.mentor,
              menteeFacilityId: one.mentee,
            })
            if (answer.mentorship) begun++
            else refused++
            return
          }
          const open = await db.mentorship.findFirst({
            where: { platformId: world.platformId, endedOn: null },
          })
          if (!open) return
          const gone = await sendReadiness(
            graph,
            secretariat,
            'giveUpMentorship',
            {
              mentorshipId: Buffer.from(`Mentorship:${open.id}`).toString('base64url'),
              because: '見送り',
              version: open.version,
            },
            'mentorship { id }',
          ).catch(() => null)
          if (gone?.mentorship) given++
        }),
      )
      expect(await most()).toBeLessThanOrEqual(2)
    }
    expect([begun > 2, refused > 2, given > 2]).toEqual([true, true, true])
  })
})

const SHEET = `query ($id: ID!) { readinessSheet(facilityId: $id) { answersAs unknown yes no items hardOpen lower upper unknownShare
  asked { key unknownBefore unknownAfterMost unknownAfterLeast settles }
  lines { key answer reason impliedBy choices { choiceId label } words { source answer } comments { text own } drafts { draftId version answer evidence } } } }`

describe('the checklist', () => {
  const sheetOf = async (viewer: Viewer, gid: string, now = TODAY) =>
    (await graph.ask(SHEET, { viewer, variables: { id: gid }, now })).readinessSheet
  const answer = (viewer: Viewer, input: object, now = TODAY) =>
    sendReadiness(
      graph,
      viewer,
      'answerReadinessItem',
      { grounds: '', ...input },
      'readinessAnswer { expiresOn source }',
      now,
    )
  // oxlint-disable-next-line typescript/no-explicit-any -- a line of the answer, as the document above asks for it
  const line = (sheet: any, key: string) => sheet.lines.find((one: { key: string }) => one.key === key)

  it('is answered by its own people, its mentor and the secretariat, each for themselves, and read by nobody else', async () => {
    const world = await readinessWorld(graph)
    const { viewers, mentee } = world
    const sees = async (name: keyof typeof viewers) => (await sheetOf(viewers[name], mentee.gid))?.answersAs
    expect(await sees('mentor')).toBeUndefined()
    await begin(world, viewers.secretariat)
    expect(
      await Promise.all(
        (Object.keys(viewers) as (keyof typeof viewers)[]).map(async (name) => [name, await sees(name)]),
      ),
    ).toEqual([
      ['mentor', 'MENTOR'],
      ['mentee', 'FACILITY'],
      ['staff', 'FACILITY'],
      ['administrator', 'FACILITY'],
      ['another member', undefined],
      ['secretariat', 'NETWORK'],
      ['auditor', null],
      ['liaison', undefined],
      ['operator', undefined],
      ['stranger', undefined],
    ])
    const given = { facilityId: mentee.gid, itemKey: 'SEISMIC', answer: 'YES' }
    expect((await answer(viewers.staff, given)).readinessAnswer).toEqual({
      source: 'FACILITY',
      expiresOn: null,
    })
    expect((await answer(viewers.mentor, { ...given, answer: 'NO' })).readinessAnswer.source).toBe('MENTOR')
    expect(line(await sheetOf(viewers.mentee, mentee.gid), 'SEISMIC')).toMatchObject({
      answer: 'UNKNOWN',
      reason: 'CONTRADICTED',
      words: [
        { source: 'FACILITY', answer: 'YES' },
        { source: 'MENTOR', answer: 'NO' },
      ],
    })
    await expect(answer(viewers.auditor, given)).rejects.toThrow('ONLY_WHO_HELPS_ANSWERS')
    for (const name of ['another member', 'liaison', 'operator', 'stranger'] as const)
      await expect(answer(viewers[name], given)).rejects.toThrow('NOT_FOUND')
    const comment = { facilityId: mentee.gid, itemKey: 'SEISMIC', text: '診断書を見せてください。' }
    await sendReadiness(graph, viewers.mentor, 'commentOnReadinessItem', comment, 'readinessComment { id }')
    expect(line(await sheetOf(viewers.secretariat, mentee.gid), 'SEISMIC').comments).toMatchObject([
      { text: comment.text },
    ])
  })

  it('asks first for who can come at night on foot: it settles three items; and what expires is asked again', async () => {
    const { viewers, mentee } = await readinessWorld(graph)
    const before = await sheetOf(viewers.mentee, mentee.gid)
    expect(before).toMatchObject({ items: 24, unknown: 24, lower: 0, upper: 1, unknownShare: 1, hardOpen: 5 })
    expect(before.asked).toMatchObject({
      key: 'NIGHT_STAFF',
      unknownBefore: 24,
      unknownAfterMost: 21,
      unknownAfterLeast: 21,
    })
    const [, , , many] = line(before, 'NIGHT_STAFF').choices
    expect(
      await answer(viewers.mentee, { facilityId: mentee.gid, itemKey: 'NIGHT_STAFF', answer: 'YES' }),
    ).toMatchObject({
      issues: [{ path: ['choiceId'], code: 'REQUIRED' }],
    })
    const given = await answer(viewers.mentee, {
      facilityId: mentee.gid,
      itemKey: 'NIGHT_STAFF',
      choiceId: many.choiceId,
    })
    expect(given.readinessAnswer.expiresOn).toBe('2027-05-23')
    const after = await sheetOf(viewers.mentee, mentee.gid)
    expect(after).toMatchObject({ unknown: 21, yes: 3 })
    expect(line(after, 'SHIFT')).toMatchObject({
      answer: 'YES',
      reason: 'IMPLIED',
      impliedBy: '夜間に歩いて30分以内で来られる職員がいる',
    })
    const old = await sheetOf(viewers.mentee, mentee.gid, new Date('2027-05-24T03:00:00Z'))
    expect(old).toMatchObject({ unknown: 24, unknownShare: 1 })
    expect(line(old, 'NIGHT_STAFF').reason).toBe('EXPIRED')

    const todos = async (now: string) =>
      (
        await graph.ask('{ todos { code params dueOn } }', { viewer: viewers.mentee, now: new Date(now) })
      ).todos.filter(({ code }: { code: string }) => code.startsWith('READINESS'))
    expect(await todos('2027-04-01T00:00:00Z')).toEqual([])
    expect(await todos('2027-05-20T00:00:00Z')).toMatchObject([
      { code: 'READINESS_ANSWERS_EXPIRE', dueOn: '2027-05-23', params: { count: 1 } },
    ])

    await graph.db.$transaction(async (tx) => {
      expect((await readinessOf(tx, [mentee.id], TODAY)).get(mentee.id)).toMatchObject({
        yes: 3,
        unknown: 21,
      })
    })
  })

  it('takes over what a drill has shown only when the facility says so', async () => {
    const { viewers, mentee, platformId } = await readinessWorld(graph)
    const now = TODAY
    const event = await graph.db.disasterEvent.create({
      data: {
        platformId,
        name: '見本の訓練',
        hazard: 'EARTHQUAKE',
        drill: true,
        startedAt: now,
        openedAt: now,
        firstReportMinutes: 30,
        reportEveryMinutes: 120,
        presumedSeriousMinutes: 60,
        buddyMinutes: 30,
        councilMinutes: 30,
        areas: [],
      },
    })
    const draft = {
      facilityId: mentee.id,
      itemKey: 'DRILL_DONE',
      answer: 'YES',
      evidence: '訓練に参加',
    } as const
    const unknown = { ...draft, itemKey: 'NO_SUCH_ITEM' }
    for (const evidence of ['はじめの下書き', '訓練に参加'])
      await graph.db.$transaction((tx) =>
        draftReadinessAnswers(tx, event.id, [{ ...draft, evidence }, unknown], now),
      )
    const before = await sheetOf(viewers.mentee, mentee.gid)
    expect(line(before, 'DRILL_DONE')).toMatchObject({
      answer: 'UNKNOWN',
      drafts: [{ answer: 'YES', evidence: '訓練に参加' }],
    })
    const [{ draftId, version }] = line(before, 'DRILL_DONE').drafts
    const decide = (viewer: Viewer) =>
      sendReadiness(
        graph,
        viewer,
        'decideReadinessDraft',
        { readinessDraftId: draftId, take: true, version },
        'readinessDraft { taken }',
      )
    await expect(decide(viewers.secretariat)).rejects.toThrow('ONLY_THE_FACILITY_DECIDES')
    await decide(viewers.mentee)
    expect(line(await sheetOf(viewers.mentee, mentee.gid), 'DRILL_DONE')).toMatchObject({
      answer: 'YES',
      drafts: [],
    })
    await expect(decide(viewers.mentee)).rejects.toThrow('DRAFT_IS_DECIDED')
  })

  it('is corrected and confirmed by the operator, from a day on', async () => {
    const { viewers } = await readinessWorld(graph)
    const { readinessItems } = await graph.ask(
      '{ readinessItems(first: 100) { nodes { id key version title confirmedAt } } }',
    )
    const item = readinessItems.nodes.find(({ key }: { key: string }) => key === 'PRIVACY')
    expect(item.confirmedAt).toBeNull()
    const correct = (viewer: Viewer, fromOn: string) =>
      sendReadiness(
        graph,
        viewer,
        'correctReadinessItem',
        {
          readinessItemId: item.id,
          version: item.version,
          title: '記録の消し方を決めた',
          question: '',
          advice: '',
          weight: 2,
          hard: false,
          validMonths: 12,
          source: '見本',
          fromOn,
        },
        'readinessItem { id title startsOn }',
      )
    await expect(correct(viewers.secretariat, '2098-04-01')).rejects.toThrow(
      'ONLY_THE_OPERATOR_EDITS_THE_CHECKLIST',
    )
    const { readinessItem } = await correct(viewers.operator, '2098-04-01')
    expect(readinessItem).toMatchObject({ title: '記録の消し方を決めた', startsOn: '2098-04-01' })
    const { readinessItems: today } = await graph.ask('{ readinessItems(first: 100) { totalCount } }')
    expect(today.totalCount).toBe(24)
  })
})
