import { useState } from 'react'
import type { Presence, Room_ItemFragment } from '../../../generated/graphql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import type { Outcome } from '../../../lib/problems.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { RefusedNotice } from '../../../ui/Notice/RefusedNotice.tsx'
import { Button, Buttons } from '../../../ui/Button/Button.tsx'
import { LinkButton } from '../../../ui/Link/Link.tsx'
import { CheckIn } from './acts.ts'
import type { RoomFigures, RoomItemFigures, RoomMeeting } from './room-data.ts'

interface OwnActionsProps {
  meeting: RoomMeeting
  room: RoomFigures
  item: Room_ItemFragment | undefined
  figures: RoomItemFigures | undefined
}

/** What a voter's own people can do: say that they are there, vote, leave. */
export function OwnActions({ meeting, room, item, figures }: OwnActionsProps) {
  const text = useMeetingsText().own
  const checkIn = useCommand(CheckIn)
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const [busy, setBusy] = useState(false)
  const mine = room.voters.filter((voter) => voter.mine)
  const voting = room.voters.filter(
    ({ voterId, mine: own, mineByProxy }) => (own || mineByProxy) && figures?.missingIds.includes(voterId),
  )
  if (mine.length === 0) return null
  const say = async (meetingVoterId: string, presence: Presence, done: string) => {
    setBusy(true)
    const result = await checkIn({
      input: { meetingVoterId, presence, idempotencyKey: crypto.randomUUID() },
    })
    setBusy(false)
    setOutcome(result)
    if (result.kind === 'done') announce(done)
  }
  const meets = meeting.form === 'ASSEMBLY' && (meeting.state === 'NOTICED' || meeting.state === 'OPEN')
  return (
    <div className="yui-room-acts yui-no-print">
      {mine.map((voter) => {
        const there = voter.standing === 'ON_SITE' || voter.standing === 'ONLINE'
        return (
          <div key={voter.voterId}>
            <p className="prose-strong">{text.as(voter.name)}</p>
            {meets && (
              <Buttons wide>
                {!there && (
                  <>
                    <Button busy={busy} onClick={() => void say(voter.voterId, 'ON_SITE', text.saidOnSite)}>
                      {text.onSite}
                    </Button>
                    <Button busy={busy} onClick={() => void say(voter.voterId, 'ONLINE', text.saidOnline)}>
                      {text.online}
                    </Button>
                  </>
                )}
                {there && (
                  <Button busy={busy} onClick={() => void say(voter.voterId, 'LEFT', text.saidLeft)}>
                    {text.leave}
                  </Button>
                )}
              </Buttons>
            )}
          </div>
        )
      })}
      <RefusedNotice outcome={outcome} />
      {item?.state === 'VOTING' && (
        <Buttons wide>
          <LinkButton
            to="/network/meetings/$meetingId/vote/$itemId"
            params={{ meetingId: meeting.id, itemId: item.id }}
            kind={voting.length > 0 ? 'main' : 'plain'}
            size="big"
          >
            {voting.length > 0 ? text.vote(voting.length) : text.seeVote}
          </LinkButton>
        </Buttons>
      )}
    </div>
  )
}
