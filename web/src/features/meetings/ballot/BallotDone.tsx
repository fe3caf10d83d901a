import type { ReactNode } from 'react'
import type { AnswerChannel, BallotChoice } from '../../../generated/graphql.ts'
import { formatTime } from '../../../lib/dates.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { DefinitionList, Fact } from '../../../ui/DefinitionList/DefinitionList.tsx'
import { Glyph } from '../Glyph.tsx'

interface BallotDoneProps {
  name: string
  ballot: {
    choice: BallotChoice
    castAt: string
    channel: AnswerChannel
    reason: string | null
    castByUser: { name: string } | null
  }
  /** Until when it can be changed, in words. */
  until: string
  /** What can be done now. */
  children: ReactNode
}

/** What was received: the choice, when, as whom and by whom, and until when it can be changed. */
export function BallotDone({ name, ballot, until, children }: BallotDoneProps) {
  const text = useMeetingsText()
  const { choice, castAt, channel, reason, castByUser } = ballot
  return (
    <>
      <div className="yui-received">
        <Glyph name="DONE" />
        <div>
          <h2>{text.ballot.accepted(text.choices[choice])}</h2>
          <p>{text.ballot.acceptedAs(formatTime(castAt), name)}</p>
        </div>
      </div>
      <DefinitionList>
        <Fact name={text.ballot.by}>
          {channel === 'PORTAL'
            ? (castByUser?.name ?? text.ballot.ownPeople)
            : text.ballot.recordedBy(text.channels[channel])}
        </Fact>
        {reason && <Fact name={text.ballot.reason}>{reason}</Fact>}
        <Fact name={text.ballot.changing}>{until}</Fact>
      </DefinitionList>
      {children}
    </>
  )
}
