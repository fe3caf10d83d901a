import { useState } from 'react'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import type { Outcome } from '../../../lib/problems.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { RefusedNotice } from '../../../ui/Notice/RefusedNotice.tsx'
import { Button, Buttons } from '../../../ui/Button/Button.tsx'
import { ConfirmDialog } from '../../identity/ConfirmDialog.tsx'
import { isSettled, nextOf } from '../agenda.ts'
import { Close, Report, SettleConflict, TakeUp, Withdraw } from './acts.ts'
import { CheckInDialog } from './CheckInDialog.tsx'
import {
  CloseVoteDialog,
  ConflictDialog,
  LeaveDialog,
  OpenDialog,
  OpenVoteDialog,
  PutOffDialog,
  RecordVoteDialog,
} from './dialogs.tsx'
import type { RoomFigures, RoomItemFigures, RoomMeeting } from './room-data.ts'
import type { Room_ItemFragment } from '../../../generated/graphql.ts'

interface RoomActionsProps {
  meeting: RoomMeeting
  room: RoomFigures
  items: readonly Room_ItemFragment[]
  item: Room_ItemFragment | undefined
  figures: RoomItemFigures | undefined
  /** 議案第3号 */
  nameOf: (id: string) => string
}

type Ask =
  | 'checkIn'
  | 'open'
  | 'leave'
  | 'openVote'
  | 'closeVote'
  | 'recordVote'
  | 'conflict'
  | 'putOff'
  | 'withdraw'
  | 'close'

/** What the secretariat and the chair can do at this moment; what comes next is the one full button. */
export function RoomActions({ meeting, room, items, item, figures, nameOf }: RoomActionsProps) {
  const text = useMeetingsText().act
  const [asked, ask] = useState<Ask>()
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const [busy, setBusy] = useState(false)
  const takeUp = useCommand(TakeUp)
  const report = useCommand(Report)
  const settle = useCommand(SettleConflict)
  const withdraw = useCommand(Withdraw)
  const close = useCommand(Close)

  const act = async (sending: Promise<Outcome<unknown>>, done: string) => {
    setBusy(true)
    const result = await sending
    setBusy(false)
    setOutcome(result)
    if (result.kind === 'done') announce(done)
  }
  const dialog = (name: Ask) => ({ open: asked === name, onClose: () => ask(undefined) })
  const name = item ? nameOf(item.id) : ''
  const meets = meeting.form === 'ASSEMBLY'
  const running = meeting.state === 'OPEN'
  const pending = item?.state === 'UPCOMING' || item?.state === 'OPEN'
  const unsettled = item !== undefined && !isSettled(item.state)
  const next = nextOf(items)
  const declared = item?.exclusions.nodes.filter(({ acceptedAt }) => acceptedAt === null) ?? []

  const main = mainAct()
  return (
    <div className="yui-room-acts yui-no-print">
      {declared.map(({ id, voter, reason }) => (
        <div key={id} className="yui-declared">
          <p>
            <b>{text.declared(voter?.name ?? '')}</b>
            {reason}
          </p>
          <Buttons>
            <Button
              kind="main"
              busy={busy}
              onClick={() =>
                void act(settle({ input: { itemExclusionId: id, accept: true } }), text.accepted)
              }
            >
              {text.accept}
              <span className="sr-only">{text.of(voter?.name ?? '')}</span>
            </Button>
            <Button
              busy={busy}
              onClick={() =>
                void act(settle({ input: { itemExclusionId: id, accept: false } }), text.refused)
              }
            >
              {text.refuse}
              <span className="sr-only">{text.of(voter?.name ?? '')}</span>
            </Button>
          </Buttons>
        </div>
      ))}
      <RefusedNotice outcome={outcome} />
      <Buttons wide>
        {meets && (meeting.state === 'NOTICED' || running) && (
          <Button onClick={() => ask('checkIn')}>{text.checkIn}</Button>
        )}
        {running && item?.kind === 'RESOLUTION' && item.state === 'VOTING' && (
          <Button onClick={() => ask('recordVote')}>{text.recordVote}</Button>
        )}
        {meets && running && <Button onClick={() => ask('leave')}>{text.leave}</Button>}
        {(running || meeting.state === 'NOTICED') &&
          item?.kind === 'RESOLUTION' &&
          unsettled &&
          room.excludesConflicts && <Button onClick={() => ask('conflict')}>{text.conflict}</Button>}
        {main}
      </Buttons>
      {(running || meeting.state === 'NOTICED') && pending && item && (
        <Buttons>
          <Button kind="text" onClick={() => ask('putOff')}>
            {text.putOff(name)}
          </Button>
          <Button kind="text" onClick={() => ask('withdraw')}>
            {text.withdraw(name)}
          </Button>
        </Buttons>
      )}

      <CheckInDialog meetingId={meeting.id} voters={room.voters} {...dialog('checkIn')} />
      <OpenDialog meetingId={meeting.id} voters={room.voters} {...dialog('open')} />
      <LeaveDialog meetingId={meeting.id} voters={room.voters} {...dialog('leave')} />
      {item && (
        <>
          <OpenVoteDialog itemId={item.id} name={name} {...dialog('openVote')} />
          <CloseVoteDialog
            key={`close ${item.id}`}
            itemId={item.id}
            name={name}
            missing={figures?.missingIds.length ?? 0}
            {...dialog('closeVote')}
          />
          <RecordVoteDialog
            itemId={item.id}
            name={name}
            // Those who have not voted stand first: they are who is still called.
            voters={[...(figures?.missingIds ?? []), ...(figures?.votedIds ?? [])].flatMap(
              (id) => room.voters.find(({ voterId }) => voterId === id) ?? [],
            )}
            voted={figures?.votedIds ?? []}
            {...dialog('recordVote')}
          />
          <ConflictDialog
            itemId={item.id}
            name={name}
            voters={room.voters.filter(({ votes }) => votes > 0)}
            {...dialog('conflict')}
          />
          <PutOffDialog
            itemId={item.id}
            name={name}
            platformId={meeting.platform?.id ?? ''}
            organ={meeting.organ}
            inSeries={meeting.series !== null}
            {...dialog('putOff')}
          />
          <ConfirmDialog
            title={text.withdrawTitle(name)}
            body={text.withdrawBody}
            submit={text.withdraw(name)}
            {...dialog('withdraw')}
            send={() => withdraw({ input: { agendaItemId: item.id } })}
            onDone={() => announce(text.withdrawn(name))}
          />
        </>
      )}
      <ConfirmDialog
        title={text.closeTitle}
        body={text.closeBody}
        submit={text.close}
        kind="main"
        {...dialog('close')}
        send={() => close({ input: { meetingId: meeting.id } })}
        onDone={() => announce(text.closed)}
      />
    </div>
  )

  /** The one next step. */
  function mainAct() {
    if (meets && meeting.state === 'NOTICED')
      return (
        <Button kind="main" onClick={() => ask('open')}>
          {text.open}
        </Button>
      )
    if (!running) return null
    if (!next)
      return (
        <Button kind="main" onClick={() => ask('close')}>
          {text.close}
        </Button>
      )
    if (item?.state === 'VOTING')
      return (
        <Button kind="main" onClick={() => ask('closeVote')}>
          {text.closeVote}
        </Button>
      )
    if (item?.state === 'OPEN')
      return item.kind === 'RESOLUTION' ? (
        <Button kind="main" onClick={() => ask('openVote')}>
          {text.openVote}
        </Button>
      ) : (
        <Button
          kind="main"
          busy={busy}
          onClick={() => void act(report({ input: { agendaItemId: item.id } }), text.reported(name))}
        >
          {text.report}
        </Button>
      )
    const coming = item?.state === 'UPCOMING' ? item : next
    if (coming.state !== 'UPCOMING') return null
    return (
      <Button
        kind="main"
        busy={busy}
        onClick={() =>
          void act(takeUp({ input: { agendaItemId: coming.id } }), text.takenUp(nameOf(coming.id)))
        }
      >
        {text.takeUp(nameOf(coming.id))}
      </Button>
    )
  }
}
