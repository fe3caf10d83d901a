import { randomUUID } from 'node:crypto'
import { runCommand, type Command, type CommandResult } from '../../api/src/kernel/command.ts'
import { globalId, parseGlobalId, type ModelName } from '../../api/src/kernel/ids.ts'
import { systemViewer, type Viewer } from '../../api/src/kernel/viewer.ts'
import { handOutAndIn } from './night-papers.ts'
import { placePeople } from './night-placing.ts'
import type { Peace } from './peace-before.ts'
import { lapseAidOffer } from '../../api/src/modules/mutualaid/commands/lapse-aid-offer.ts'
import { exportIntake } from '../../api/src/modules/intake/commands/export-intake.ts'
import { disasterActs, minutesIn, nth, saidAt, SIX, type DisasterWorld } from './disaster-world.ts'
import type { TestGraph } from './graph.ts'
import { described, pen, sendEntries } from './intake-world.ts'
import { send } from './send.ts'
import * as write from '../../api/src/modules/intake/rules/writing.ts'

type Place = DisasterWorld['places'][number]

/**
 * A whole night with every command that can be given in an event. At its end the first facility is open as a welfare
 * shelter, and what was asked of the network stands open; a second event of the same kind is over.
 */
export async function wholeNight(graph: TestGraph, there: DisasterWorld, peace: Peace, drill: boolean) {
  const { db } = graph
  const { secretariat, liaison } = there
  // Another facility opens in a drill than in the night that is real, so that neither hides the other.
  const [one, other, third, fourth] = (drill ? [2, 1, 0, 3] : [0, 1, 2, 3]).map((place) =>
    nth(there.places, place),
  ) as [Place, Place, Place, Place]
  const ownDevice = drill ? third : one
  const { open, calledOf, report } = disasterActs(graph)
  let minute = 0
  /** One act, a minute after the one before; whatever is refused ends the test. */
  const act = async (name: string, input: object, viewer: Viewer, payload = 'viewer { signedIn }') => {
    minute += 1
    const sent = await send(graph, name, input, { viewer, now: minutesIn(minute), payload })
    if (!sent.typename?.endsWith('Payload'))
      throw new Error(`${name} was refused: ${JSON.stringify(sent)} ${JSON.stringify(input)}`)
    return sent.payload
  }
  const run = <Result extends CommandResult>(
    // oxlint-disable-next-line typescript/no-explicit-any -- any command; what it answers is told by the second type
    command: Command<any, Result>,
    viewer: Viewer,
    input: object,
  ): Promise<Result> =>
    runCommand(command, input, {
      db,
      viewer,
      clock: { now: () => minutesIn(minute) },
      requestId: null,
    })

  const kind = { drill, name: drill ? '地震想定訓練' : '見本の地震' }
  const opened = await open(there, kind)
  const event: string = opened.payload.disasterEvent.id
  const eventId = parseGlobalId(event)?.id ?? ''
  const [called, calledOther, calledThird, calledFourth] = await Promise.all(
    [one, other, third, fourth].map(({ id }) => calledOf(eventId, id)),
  )

  // Reports, and who is silent.
  await report(one.director, called ?? '', minutesIn((minute += 1)))
  await act(
    'sendReportByDevice',
    {
      deviceSecret: peace.deviceSecret,
      pin: '4271',
      reportKey: randomUUID(),
      calledFacilityId: await calledOf(eventId, ownDevice.id),
      ...SIX,
      note: '',
      reportedAt: saidAt(minute),
      reportedByName: '見本 花子',
    },
    one.director,
    'outcome',
  )
  const { version: calledVersion } = await db.calledFacility.findUniqueOrThrow({
    where: { eventId_facilityId: { eventId, facilityId: fourth.id } },
  })
  await act(
    'assignBuddy',
    { calledFacilityId: calledFourth, buddyFacilityId: one.gid, version: calledVersion },
    secretariat,
  )
  await act(
    'recordOutputFiling',
    { eventId: event, facilityId: one.gid, form: 'MINISTRY_SYSTEM', filedAt: saidAt(minute) },
    one.director,
  )
  minute = 60
  await act(
    'confirmSilentFacility',
    { calledFacilityId: calledFourth, finding: 'SAFE', means: 'PHONE', note: '' },
    secretariat,
  )

  // Openings: one all the way, one that cannot, one taken back, one that came by itself and is closed again.
  const opening = 'shelterOpening { id version }'
  const step = async (name: string, id: string, more: object, viewer: Viewer) => {
    const { version } = await db.shelterOpening.findUniqueOrThrow({
      where: { id: parseGlobalId(id)?.id ?? '' },
    })
    return act(name, { shelterOpeningId: id, version, ...more }, viewer)
  }
  const asked = async (calledFacilityId: string | undefined, viewer: Viewer): Promise<string> =>
    (await act('requestOpening', { calledFacilityId, note: '' }, viewer, opening)).shelterOpening.id
  const shelter = await asked(called, liaison)
  await step('answerOpening', shelter, { answer: 'CAN', note: '' }, one.director)
  await step('decideOpening', shelter, { opensAt: null, note: '' }, liaison)
  await step('openShelter', shelter, {}, one.director)
  const figures = (day: number) => ({
    entryKey: randomUUID(),
    shelterOpeningId: shelter,
    at: saidAt(minute),
    day,
    night: day,
    free: [{ need: 'OLDER_PERSON', free: 3 }],
  })
  await act('reportFigures', figures(5), one.director)
  await step('declareShelterFull', shelter, {}, one.director)
  await step('resumeAcceptance', shelter, {}, one.director)
  await act('reportFigures', figures(7), one.director)
  const refused = await asked(calledFourth, secretariat)
  await step('answerOpening', refused, { answer: 'CANNOT', reason: 'STAFF', note: '' }, secretariat)
  const undone = await asked(calledThird, secretariat)
  await step('withdrawOpeningRequest', undone, { note: '' }, secretariat)
  const byItself = await act(
    'recordDeFactoOpening',
    { calledFacilityId: calledOther, note: '' },
    other.director,
    opening,
  )
  const second: string = byItself.shelterOpening.id

  // People at the desk: heads, names, a printed sheet, a search, two transfers, an export.
  const desk = pen()
  const heads = described(desk, {
    NAME: '見本 達郎',
    KANA: 'みほん たつろう',
    BIRTH_YEAR: '1941',
    STAY: 'NIGHT',
  })
  minute += 1
  await sendEntries(graph, shelter, heads, one.staff, minutesIn(minute))
  const sheets = await act(
    'makeIntakeSheets',
    { openingId: shelter, count: 3, hours: 2, headcountKey: null },
    one.staff,
    'secrets',
  )
  await act('revokeIntakeSheet', { openingId: shelter, number: 3 }, one.staff)
  await act(
    'keyInIntakeSheet',
    {
      token: sheets.secrets[0],
      lines: [
        {
          lineKey: randomUUID(),
          name: '見本 良子',
          note: '',
          ...Object.fromEntries(
            ['kana', 'birthYear', 'sex', 'town', 'phone', 'needs', 'searchConsent'].map((name) => [
              name,
              null,
            ]),
          ),
        },
      ],
      idempotencyKey: randomUUID(),
    },
    one.staff,
    'taken',
  )
  await act(
    'searchForFamily',
    {
      openingId: second,
      asker: '見本 次郎',
      relation: '弟',
      checked: 'KNOWN',
      kana: 'みほん たつろう',
      birthYear: '1941',
      town: null,
    },
    other.staff,
    'found',
  )
  const proposed = async () =>
    (
      await act(
        'proposeTransfer',
        { openingId: shelter, personKey: heads[0]?.id, toOpeningId: second },
        one.staff,
        'transfer',
      )
    ).transfer
  const transfers = async () =>
    db.intakeTransfer.findMany({
      where: { book: { openingId: parseGlobalId(shelter)?.id ?? '' }, state: 'EXPECTED' },
      select: { id: true },
    })
  await proposed()
  const transfer = async () => globalId('IntakeTransfer', nth(await transfers(), 0).id)
  await act('declineTransfer', { transferId: await transfer(), because: 'STAFF' }, other.staff)
  await proposed()
  await act('acceptTransfer', { transferId: await transfer() }, other.staff)
  await run(exportIntake, one.director, { openingId: shelter })

  // Help between the facilities.
  const wanted = async (more: object) =>
    (
      await act(
        'requestAid',
        {
          eventId: event,
          kind: 'GOODS',
          facilityId: third.gid,
          skill: null,
          itemId: peace.itemId,
          detail: '',
          quantity: 10,
          neededBy: saidAt(600),
          startsAt: null,
          endsAt: null,
          place: '',
          ...more,
        },
        third.director,
        'aidRequest { id version }',
      )
    ).aidRequest as { id: string; version: number }
  const offered = async (aidRequestId: string, draw: object, quantity: number): Promise<string> =>
    (
      await act(
        'offerAid',
        {
          aidRequestId,
          lotId: null,
          resourceId: null,
          quantity,
          startsAt: null,
          endsAt: null,
          validUntil: null,
          note: '',
          ...draw,
        },
        other.director,
        'aidOffer { id }',
      )
    ).aidOffer.id
  const onOffer = async (
    name: string,
    aidOfferId: string,
    more: object,
    viewer: Viewer,
    payload?: string,
  ) => {
    const { version } = await db.aidOffer.findUniqueOrThrow({
      where: { id: parseGlobalId(aidOfferId)?.id ?? '' },
    })
    return act(name, { aidOfferId, version, ...more }, viewer, payload)
  }
  const ofLot = { lotId: peace.lotId }
  const blankets = await wanted({})
  await act('claimAidRequest', { aidRequestId: blankets.id, hours: 1 }, secretariat)
  await act('releaseAidClaim', { aidRequestId: blankets.id }, secretariat)
  await onOffer(
    'declineAidOffer',
    await offered(blankets.id, ofLot, 1),
    { because: '足りている' },
    third.director,
  )
  await onOffer(
    'withdrawAidOffer',
    await offered(blankets.id, ofLot, 1),
    { because: '使うため' },
    other.director,
  )
  const sent = await offered(blankets.id, ofLot, 8)
  await onOffer('acceptAidOffer', sent, { quantity: 8 }, third.director)
  await onOffer('dispatchAid', sent, { helperName: '', helperPhone: '' }, other.director)
  await onOffer('confirmAidArrival', sent, {}, third.director)
  const { id: category } = await db.reliefCategory.findFirstOrThrow({ orderBy: { code: 'asc' } })
  const cost = await act(
    'noteAidCost',
    {
      aidOfferId: sent,
      kind: 'OTHER',
      categoryId: globalId('ReliefCategory', category),
      onDate: '2026-11-23',
      what: '高速代',
      minutes: null,
      quantity: null,
      yen: 1_200,
      evidence: '',
    },
    other.director,
    'aidCost { id }',
  )
  await act('strikeAidCost', { aidCostId: cost.aidCost.id, because: '間違い' }, other.director)
  await onOffer('returnAid', sent, { cameBack: 2 }, other.director)
  // Somebody and blankets that stay promised.
  const carer = await wanted({
    kind: 'STAFF',
    skill: 'CARE_WORKER',
    itemId: null,
    quantity: 1,
    startsAt: saidAt(600),
    endsAt: saidAt(1_080),
  })
  await onOffer(
    'acceptAidOffer',
    await offered(carer.id, { resourceId: peace.resourceId }, 1),
    { quantity: 1 },
    third.director,
  )
  const unanswered = await offered(blankets.id, ofLot, 2)
  await run(lapseAidOffer, systemViewer, { aidOfferId: parseGlobalId(unanswered)?.id })
  const dropped = await wanted({})
  await act(
    'correctAidQuantity',
    { aidRequestId: dropped.id, version: dropped.version, quantity: 12 },
    third.director,
  )
  await act(
    'closeAidRequest',
    { aidRequestId: dropped.id, version: dropped.version + 1, because: 'もう要らない' },
    third.director,
  )
  const line = await act(
    'writeSituationLine',
    { eventId: event, text: 'ほかの施設に応援を頼んだ', decision: true, at: null, facilityId: one.gid },
    secretariat,
    'situationLine { id }',
  )
  await act(
    'correctSituationLine',
    { situationLineId: line.situationLine.id, text: '隣の施設に応援を頼んだ' },
    secretariat,
  )
  await act('markSituation', { eventId: event, until: saidAt(minute) }, secretariat)

  // Who goes where; somebody in the shelter has to move, and waits beside those who were typed by hand.
  const seek = async () => {
    const moving = described(desk, { NAME: '見本 咲子', NEEDS: 'PREGNANCY' }, heads)
    const movers = { persons: [nth(moving, 0).id], heads: null }
    minute += 1
    await sendEntries(
      graph,
      shelter,
      [...moving, write.refer(desk, movers, { urgency: 'SOON', needs: [], equipment: [] })],
      one.staff,
      minutesIn(minute),
    )
  }
  const { assignmentCaseId, proposalId, waiting } = await placePeople({
    db,
    act,
    secretariat,
    event,
    here: one.gid,
    cutOff: fourth.gid,
    seek,
    now: () => minutesIn(minute),
  })

  const suggestions = await handOutAndIn({ db, act, run, there, event, drill, now: () => minutesIn(minute) })

  // The other end: a shelter that closes, an event that is over.
  await step('closeShelter', second, { note: '' }, other.director)
  const short = await open(there, kind)
  const { id: shortId, version: shortVersion } = short.payload.disasterEvent
  await act(
    'closeEvent',
    { disasterEventId: shortId, note: '次は無線も使う', version: shortVersion },
    secretariat,
  )

  const of = (model: ModelName, id: string) => [model, globalId(model, id)] as const
  const { id: reportId } = await db.statusReport.findFirstOrThrow({
    where: { calledFacility: { is: { eventId } } },
  })
  return {
    event,
    eventId,
    shelter,
    secondEvent: shortId as string,
    /** The secret of a printed sheet that nobody has keyed in. */
    freeSheet: String(sheets.secrets[1]),
    /** A record of every kind that the night has made, by Relay id. */
    ids: new Map<string, string>([
      ['Platform', globalId('Platform', there.platformId)],
      ['Corporation', globalId('Corporation', one.corporationId)],
      ['Facility', one.gid],
      ['Municipality', globalId('Municipality', '062014')],
      ['DisasterEvent', event],
      ['CalledFacility', called ?? ''],
      ['ShelterOpening', shelter],
      of('StatusReport', reportId),
      ['AidRequest', blankets.id],
      ['AidOffer', sent],
      ['AidCost', cost.aidCost.id],
      ['SituationLine', line.situationLine.id],
      ['AssignmentCase', assignmentCaseId],
      ['AssignmentProposal', proposalId],
      ['AssignmentGroup', waiting],
      ...suggestions.map(({ id }) => of('AlertSuggestion', id)),
      ...suggestions.map(({ messageId }) => of('AlertMessage', messageId)),
    ]),
  }
}
export type Night = Awaited<ReturnType<typeof wholeNight>>
