import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { decisionWorld, type DecisionWorld } from '../../../../../tests/support/decision-world.ts'
import { openTestGraph, TODAY, type TestGraph } from '../../../../../tests/support/graph.ts'
import { runCommand } from '../../../kernel/command.ts'
import { globalId } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { systemViewer, type Viewer } from '../../../kernel/viewer.ts'
import { minutesFile } from '../documents/minutes-file.ts'
import { draftMinutes } from './draft-minutes.ts'
import { editMinutes } from './edit-minutes.ts'
import { fileMinutes } from './file-minutes.ts'
import { putMinutesToSigners } from './put-minutes-to-signers.ts'
import { signMinutes } from './sign-minutes.ts'
import { takeMinutesBack } from './take-minutes-back.ts'

const MINUTES = /* GraphQL */ `
  query Minutes($id: ID!) {
    minutes(meetingId: $id) {
      id
      state
      opening
      closing
      contentHash
      version
      facts {
        label
        attendance {
          onSite
          online
          proxy
          written
          absent
          total
        }
        items {
          number
          title
          decision {
            label
            present
            inFavour
            against
            abstaining
          }
          moves {
            presence
          }
        }
      }
      entries(first: 10) {
        nodes {
          text
          item {
            id
          }
        }
      }
      signers(first: 5) {
        nodes {
          id
          role
          signedName
          voter {
            name
          }
          viewerCan {
            sign {
              allowed
            }
          }
        }
      }
      viewerCan {
        edit {
          allowed
        }
      }
    }
  }
`

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const read = async ({ meetingId }: DecisionWorld, viewer: Viewer) =>
  (await graph.ask(MINUTES, { viewer, variables: { id: globalId('Meeting', meetingId) } })).minutes

/** How Prisma tells that a trigger refused (restrict_violation). */
const refused = { code: 'P2003' }

const refusalOf = async (attempt: Promise<unknown>): Promise<string> => {
  const error: unknown = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof RuleProblem) return error.code
  const { extensions } = (error ?? {}) as { extensions?: { reason?: string; code?: string } }
  return extensions?.reason ?? extensions?.code ?? String(error)
}

async function drafted() {
  const world = await decisionWorld(graph)
  const { run, secretariat, meetingId, voterIds } = world
  await run(draftMinutes, secretariat, { meetingId: globalId('Meeting', meetingId) })
  const put = async (places: readonly number[] = [2, 3]) => {
    const { id, version } = await read(world, secretariat)
    return run(putMinutesToSigners, secretariat, {
      minutesId: id,
      signerIds: places.map((place) => globalId('MeetingVoter', voterIds[place - 1] ?? '')),
      version,
    })
  }
  const sign = async (viewer: Viewer, as: number, name = '見本 一郎') => {
    const { signers, contentHash } = await read(world, secretariat)
    const input = { minutesSignerId: signers.nodes[as]?.id, name, contentHash }
    return run(signMinutes, viewer, input)
  }
  return { ...world, put, sign }
}

describe('a draft of minutes', () => {
  it('tells what happened, figure by figure', async () => {
    const world = await drafted()
    const minutes = await read(world, world.secretariat)
    expect(minutes.facts).toMatchObject({
      label: '令和8年-総会-第2回',
      attendance: { onSite: 3, online: 1, proxy: 1, written: 1, absent: 1, total: 7 },
    })
    expect(minutes.facts.items).toMatchObject([
      { number: 1, decision: null },
      { number: 1, decision: { present: 5, inFavour: 4, against: 1, abstaining: 0 }, moves: [] },
      { number: 2, decision: { present: 5, inFavour: 2, against: 3 }, moves: [{ presence: 'LEFT' }] },
    ])
    expect(minutes.opening).toBe(
      '14時00分、議長が開会を告げた。定足数は総会員の過半数の4法人であり、委任状と書面を含めて6法人が出席したため、総会は成立した（会則第14条1項）。招集の通知は2026年11月2日（令和8年・月）に発した。',
    )
    expect(minutes.entries.nodes.map(({ text }: { text: string }) => text.split('\n'))).toMatchObject([
      ['事務局が報告した。'],
      [expect.stringContaining('会則第16条により審議と議決に加わらなかった'), '車両部会長が説明した。'],
      [expect.stringMatching(/^14時\d\d分に.*が退席した。$/)],
    ])
  })

  it('is seen by the officers alone, and written by secretariat and chair', async () => {
    const world = await drafted()
    const input = { meetingId: globalId('Meeting', world.meetingId) }
    expect(await read(world, await world.member(2))).toBeNull()
    expect((await read(world, await world.auditor())).viewerCan.edit.allowed).toBe(false)
    expect((await read(world, await world.chair())).viewerCan.edit.allowed).toBe(true)
    expect(await refusalOf(world.run(draftMinutes, await world.auditor(), input))).toBe(
      'ONLY_SECRETARIAT_AND_CHAIR_RUN_MEETINGS',
    )
    expect(await refusalOf(world.run(draftMinutes, await world.member(1), input))).toBe(
      'ONLY_SECRETARIAT_AND_CHAIR_RUN_MEETINGS',
    )
  })

  it('keeps what somebody has written when it is filled in again', async () => {
    const world = await drafted()
    const { id, version, entries } = await read(world, world.secretariat)
    const itemId = entries.nodes[0].item.id
    const written = { minutesId: id, opening: '開会した。', closing: '', version }
    await world.run(editMinutes, world.secretariat, {
      ...written,
      entries: [{ itemId, text: '質問はなかった。' }],
    })
    await world.run(draftMinutes, world.secretariat, { meetingId: globalId('Meeting', world.meetingId) })
    const again = await read(world, world.secretariat)
    expect(again.opening).toBe('開会した。')
    expect(again.entries.nodes[0].text).toBe('質問はなかった。')
    expect(again.closing).toContain('署名する。')
  })
})

describe('minutes before their signers', () => {
  it.each([
    ['the chair is no signer beside itself', [1, 2], 'SIGNERS_NOT_DIFFERENT'],
    ['one signer is not two', [2, 2], 'SIGNERS_NOT_DIFFERENT'],
    ['who gave a proxy was not there', [2, 4], 'SIGNER_WAS_NOT_THERE'],
    ['who voted in writing was not there', [3, 5], 'SIGNER_WAS_NOT_THERE'],
  ])('%s', async (_title, places, code) => {
    const world = await drafted()
    expect(await refusalOf(world.put(places))).toBe(code)
  })

  it('are signed by each signer’s own people and by nobody else', async () => {
    const world = await drafted()
    await world.put()
    const second = await world.member(2)
    const seen = await read(world, second)
    expect(
      seen.signers.nodes.map(
        ({ viewerCan }: never) => (viewerCan as { sign: { allowed: boolean } }).sign.allowed,
      ),
    ).toEqual([false, true, false])
    expect(await refusalOf(world.sign(second, 0))).toBe('NOT_YOUR_CORPORATION')
    expect(await refusalOf(world.sign(world.secretariat, 1))).toBe('ONLY_DIRECTORS_SPEAK_FOR_A_CORPORATION')
    // Nobody who does not sign sees them yet.
    expect(await refusalOf(world.sign(await world.member(6), 1))).toBe('NOT_FOUND')
    await world.sign(second, 1, '見本 二葉')
    expect(await refusalOf(world.sign(second, 1))).toBe('SIGNED_ALREADY')
  })

  it('are not signed by what is no longer shown', async () => {
    const world = await drafted()
    await world.put()
    const { signers } = await read(world, world.secretariat)
    const stale = { minutesSignerId: signers.nodes[0].id, name: '見本', contentHash: 'ab'.repeat(32) }
    expect(await refusalOf(world.run(signMinutes, await world.member(1), stale))).toBe('MINUTES_NOT_AS_SHOWN')
  })

  it('rest: an edit needs them back, and that voids the signatures', async () => {
    const world = await drafted()
    await world.put()
    await world.sign(await world.member(2), 1)
    const { id, version, opening, closing } = await read(world, world.secretariat)
    const edit = { minutesId: id, opening: `${opening}追加。`, closing, entries: [], version }
    expect(await refusalOf(world.run(editMinutes, world.secretariat, edit))).toBe('MINUTES_BEFORE_SIGNERS')
    await expect(
      graph.db.minutesEntry.updateMany({
        where: { minutes: { meetingId: world.meetingId } },
        data: { text: '別' },
      }),
    ).rejects.toMatchObject(refused)

    await world.run(takeMinutesBack, world.secretariat, {
      minutesId: id,
      reason: '数字の確認のため',
      version,
    })
    const back = await read(world, world.secretariat)
    expect(back.state).toBe('DRAFT')
    expect(back.contentHash).toBeNull()
    expect(back.signers.nodes.map(({ signedName }: { signedName: string | null }) => signedName)).toEqual([
      null,
      null,
      null,
    ])
    const event = await graph.db.eventLog.findFirstOrThrow({
      where: {
        name: 'meetings.MinutesWithdrawn.v1',
        payload: { path: ['meetingId'], equals: world.meetingId },
      },
    })
    expect(event.payload).toMatchObject({ voidedIds: [world.voterIds[1]] })
    await world.run(editMinutes, world.secretariat, { ...edit, version: back.version })
  })

  it('lock when all have signed, also at the same moment; then nothing changes any more', async () => {
    const world = await drafted()
    await world.put()
    const people = await Promise.all([1, 2, 3].map((n) => world.member(n)))
    await Promise.all(people.map((person, as) => world.sign(person, as, `見本 署名${as + 1}`)))
    const minutes = await read(world, await world.member(6))
    expect(minutes.state).toBe('LOCKED')
    expect(
      minutes.signers.nodes.map(({ role, signedName }: { role: string; signedName: string }) => [
        role,
        signedName,
      ]),
    ).toEqual([
      ['CHAIR', '見本 署名1'],
      ['SIGNER', '見本 署名2'],
      ['SIGNER', '見本 署名3'],
    ])
    const { id, version } = minutes
    const back = { minutesId: id, reason: '直すため', version }
    expect(await refusalOf(world.run(takeMinutesBack, world.secretariat, back))).toBe('MINUTES_ARE_LOCKED')
    const where = { meetingId: world.meetingId }
    await expect(graph.db.minutes.updateMany({ where, data: { opening: '別' } })).rejects.toMatchObject(
      refused,
    )
    await expect(graph.db.minutesSigner.deleteMany({ where: { minutes: where } })).rejects.toMatchObject(
      refused,
    )
    await expect(graph.db.minutesEntry.deleteMany({ where: { minutes: where } })).rejects.toMatchObject(
      refused,
    )
  })

  it('cannot be locked in the database without all signatures', async () => {
    const world = await drafted()
    await world.put()
    await expect(
      graph.db.minutes.updateMany({
        where: { meetingId: world.meetingId },
        data: { state: 'LOCKED', lockedAt: new Date() },
      }),
    ).rejects.toMatchObject(refused)
  })
})

describe('the paper of minutes', () => {
  it('is for those who see the minutes, and the same to the last byte once they are locked', async () => {
    const world = await drafted()
    await world.put()
    for (const n of [1, 2, 3]) await world.sign(await world.member(n), n - 1, `見本 署名${n}`)
    const { id } = await graph.db.minutes.findUniqueOrThrow({ where: { meetingId: world.meetingId } })
    const { db } = graph
    const one = await minutesFile({ db, viewer: await world.member(6) }, id)
    const other = await minutesFile({ db, viewer: world.secretariat }, id)
    expect(one?.name).toBe('令和8年-総会-第2回-議事録.pdf')
    expect(one && other && Buffer.compare(one.bytes as Buffer, other.bytes as Buffer)).toBe(0)
    await runCommand(
      fileMinutes,
      { minutesId: id },
      { db, viewer: systemViewer, clock: { now: () => TODAY }, requestId: null },
    )
    const { minutes } = await graph.ask(
      `query ($id: ID!) { minutes(meetingId: $id) { file { sha256 document { title versions(first: 2) { nodes { sha256 } } } } } }`,
      { viewer: await world.member(6), variables: { id: globalId('Meeting', world.meetingId) } },
    )
    const hash = createHash('sha256')
      .update(one?.bytes as Buffer)
      .digest('hex')
    const document = { title: '令和8年-総会-第2回 議事録', versions: { nodes: [{ sha256: hash }] } }
    expect(minutes.file).toEqual({ sha256: hash, document })
    const stranger = (await decisionWorld(graph)).secretariat
    expect(await minutesFile({ db, viewer: stranger }, id)).toBeNull()
  })
})
