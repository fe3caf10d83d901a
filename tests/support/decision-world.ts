import { runCommand, type Command, type CommandResult } from '../../api/src/kernel/command.ts'
import { dateOf } from '../../api/src/kernel/clock.ts'
import { noon } from '../../api/src/kernel/fixtures/viewers.ts'
import type { Viewer } from '../../api/src/kernel/viewer.ts'
import { holdMeeting, type Played } from '../../api/src/modules/meetings/fixtures/hold-meeting.ts'
import { membership, platform } from '../../api/src/modules/platforms/fixtures.ts'
import { corporation } from '../../api/src/modules/registry/fixtures.ts'
import { voluntaryRulebook } from '../../api/src/modules/rulebooks/public.ts'
import type { TestGraph } from './graph.ts'
import { somebody } from './network-world.ts'
import { viewerActingAs } from './viewers.ts'

const PLAY = {
  title: '令和8年度 第2回 総会',
  number: 2,
  place: '見本市総合福祉センター 2階 大会議室',
  online: true,
  noticeAt: new Date('2026-11-02T01:00:00Z'),
  startsAt: new Date('2026-11-19T05:00:00Z'),
  chair: 1,
  chairName: '見本 一郎',
  answers: { 4: 'PROXY', 5: 'WRITTEN' },
  present: { 1: 'ON_SITE', 2: 'ON_SITE', 3: 'ONLINE', 6: 'ON_SITE' },
  items: [
    { kind: 'REPORT', title: '上期の事業報告', text: '上期の事業を報告する。', presenter: '事務局' },
    {
      kind: 'RESOLUTION',
      title: '共同車両の賃借契約を結ぶこと',
      text: '福祉バス1台を借りる契約を結ぶ。',
      presenter: '車両部会長',
      excluded: { 2: '契約の相手方である' },
      against: [5],
    },
    {
      kind: 'RESOLUTION',
      title: '会費を改めること',
      text: '会費を定員の区分によるものに改める。',
      presenter: '',
      leaving: [6],
      against: [2, 3, 4],
    },
  ],
} as const satisfies Omit<Played, 'platformId' | 'secretariat'>

/** A network of seven members whose general meeting is over: one item carried, one rejected, one report. */
export async function decisionWorld(graph: Pick<TestGraph, 'db'>, play: Partial<typeof PLAY> = {}) {
  const { db } = graph
  const { id: platformId } = await platform(db)
  const corporationIds: string[] = []
  for (let n = 1; n <= 7; n++) {
    const { id } = await corporation(db)
    await membership(db, { platformId, corporationId: id, position: n })
    corporationIds.push(id)
  }
  await db.rulebookVersion.create({
    data: {
      platformId,
      number: 4,
      effectiveOn: dateOf('2025-04-01'),
      adoptedOn: dateOf('2025-03-20'),
      rules: structuredClone(voluntaryRulebook) as object,
      articles: [],
    },
  })
  const officer = async (role: 'PLATFORM_SECRETARIAT' | 'PLATFORM_CHAIR' | 'PLATFORM_AUDITOR') => {
    const user = await somebody(graph)
    return viewerActingAs(user.id, role, { platformId, platformIds: [platformId] })
  }
  const secretariat = await officer('PLATFORM_SECRETARIAT')
  /** Speaks for the nth member. */
  const member = async (n: number): Promise<Viewer> => {
    const user = await somebody(graph)
    const corporationId = corporationIds[n - 1] ?? ''
    return viewerActingAs(user.id, 'CORPORATION_ADMIN', { corporationId, platformIds: [platformId] })
  }
  const { meetingId, voterIds } = await holdMeeting(db, { ...PLAY, ...play, platformId, secretariat })
  const decisions = await db.decision.findMany({ where: { meetingId }, orderBy: { number: 'asc' } })
  const run = <Result extends CommandResult>(
    command: Command<never, Result> | Command<Command['input'], Result>,
    viewer: Viewer,
    input: unknown,
    now = noon,
  ) => runCommand(command as Command, input, { db, viewer, clock: { now: () => now }, requestId: null })
  return {
    platformId,
    corporationIds,
    meetingId,
    voterIds,
    decisionIds: decisions.map(({ id }) => id),
    secretariat,
    chair: () => officer('PLATFORM_CHAIR'),
    auditor: () => officer('PLATFORM_AUDITOR'),
    member,
    run,
  }
}
export type DecisionWorld = Awaited<ReturnType<typeof decisionWorld>>
