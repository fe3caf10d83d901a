import { useState } from 'react'
import type { Presence } from '../../../generated/graphql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import type { Outcome } from '../../../lib/problems.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { RefusedNotice } from '../../../ui/Notice/RefusedNotice.tsx'
import { Button, Buttons } from '../../../ui/Button/Button.tsx'
import { Dialog } from '../../../ui/Dialog/Dialog.tsx'
import { RecordPresence } from './acts.ts'
import type { RoomVoter } from './room-data.ts'

interface CheckInDialogProps {
  meetingId: string
  voters: readonly RoomVoter[]
  open: boolean
  onClose: () => void
}

type Here = Extract<Presence, 'ON_SITE' | 'ONLINE'>
const HERE = ['ON_SITE', 'ONLINE'] as const satisfies readonly Here[]

/** 受付: who is in the room or online, all in one go; what was answered is ticked already. */
export function CheckInDialog({ meetingId, voters, open, onClose }: CheckInDialogProps) {
  const text = useMeetingsText()
  return (
    <Dialog title={text.checkIn.title} open={open} onClose={onClose}>
      <CheckIn meetingId={meetingId} voters={voters} onClose={onClose} />
    </Dialog>
  )
}

/** Where a voter is noted to be, else where it said it would be. */
const expected = ({ since, standing, answer }: RoomVoter): Here | '' => {
  const said = since === null ? answer : standing
  return HERE.find((one) => one === said) ?? ''
}
const noted = ({ since, standing }: RoomVoter): Here | '' =>
  (since !== null && HERE.find((one) => one === standing)) || ''

function CheckIn({ meetingId, voters, onClose }: Omit<CheckInDialogProps, 'open'>) {
  const text = useMeetingsText()
  const record = useCommand(RecordPresence)
  const [here, setHere] = useState(() => new Map(voters.map((voter) => [voter.voterId, expected(voter)])))
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const save = async () => {
    setBusy(true)
    for (const presence of [...HERE, null]) {
      const changed = voters.filter(
        (voter) => (here.get(voter.voterId) || null) === presence && noted(voter) !== (presence ?? ''),
      )
      // Who has left stays so until it is ticked again.
      const voterIds = changed
        .filter(({ standing }) => presence !== null || standing !== 'LEFT')
        .map(({ voterId }) => voterId)
      if (voterIds.length === 0) continue
      const result = await record({
        input: { meetingId, voterIds, presence, idempotencyKey: crypto.randomUUID() },
      })
      if (result.kind !== 'done') {
        setBusy(false)
        return setOutcome(result)
      }
    }
    setBusy(false)
    const count = [...here.values()].filter((one) => one !== '').length
    announce(text.checkIn.done(count))
    onClose()
  }
  return (
    <>
      <p className="prose-sub">{text.checkIn.lead}</p>
      <ul className="yui-check-in">
        {voters.map((voter) => (
          <li key={voter.voterId}>
            <fieldset>
              <legend>
                {text.checkIn.line(voter.position, voter.name)}
                <small>{voter.answer ? text.answers[voter.answer] : text.status.waiting}</small>
              </legend>
              {[...HERE, '' as const].map((value) => (
                <label key={value} className="yui-choice">
                  <input
                    type="radio"
                    name={voter.voterId}
                    checked={here.get(voter.voterId) === value}
                    onChange={() => setHere(new Map(here).set(voter.voterId, value))}
                  />
                  <span>{value === '' ? text.checkIn.notHere : text.standings[value]}</span>
                </label>
              ))}
            </fieldset>
          </li>
        ))}
      </ul>
      <RefusedNotice outcome={outcome} />
      <Buttons wide>
        <Button kind="main" busy={busy} onClick={() => void save()}>
          {text.checkIn.save}
        </Button>
        <Button onClick={onClose}>{text.close}</Button>
      </Buttons>
    </>
  )
}
