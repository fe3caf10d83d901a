import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { BeginMinutes } from '../../features/meetings/minutes/BeginMinutes.tsx'
import { FiledPaper } from '../../features/meetings/minutes/FiledPaper.tsx'
import { MinutesForm } from '../../features/meetings/minutes/MinutesForm.tsx'
import { MinutesPaper } from '../../features/meetings/minutes/MinutesPaper.tsx'
import { PutForm } from '../../features/meetings/minutes/PutForm.tsx'
import { SignerList } from '../../features/meetings/minutes/SignerList.tsx'
import { TakeBack } from '../../features/meetings/minutes/TakeBack.tsx'
import { SaveFileButton } from '../../features/meetings/SaveFileButton.tsx'
import { graphql } from '../../generated/gql.ts'
import type { MinutesPageQuery } from '../../generated/graphql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useDecisionsText } from '../../locales/decisions.ts'
import { useMinutesText } from '../../locales/minutes.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'
import '../../features/meetings/minutes/Minutes.css'
import '../../features/meetings/decisions/Decisions.css'

const Minutes_query = graphql(`
  query MinutesPage($id: ID!) {
    meeting(id: $id) {
      id
      title
      state
      form
      chairVoter {
        id
      }
      platform {
        id
        sample
      }
      viewerCan {
        run {
          allowed
        }
      }
      voters(first: 100) {
        nodes {
          id
          name
          presence
        }
      }
      minutes {
        id
        state
        version
        lockedAt
        file {
          ...FiledPaper_file
        }
        facts {
          label
        }
        signers(first: 5) {
          nodes {
            id
            role
            voter {
              id
            }
          }
        }
        viewerCan {
          edit {
            allowed
          }
        }
        ...MinutesPaper_minutes
        ...MinutesForm_minutes
        ...SignerList_minutes
      }
    }
  }
`)

const route = getRouteApi('/network/meetings/$meetingId/minutes')

/** The minutes of a meeting: written, signed, kept. */
export function MinutesPage() {
  const text = useMinutesText()
  const { meetingId } = route.useParams()
  const [result, readAgain] = useQuery({ query: Minutes_query, variables: { id: meetingId } })
  const retry = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <Loaded result={result} retry={retry} lines={20}>
      {({ meeting }) =>
        meeting ? (
          <Shown meeting={meeting} readAgain={retry} />
        ) : (
          <PageHead title={text.missing} lead={<p>{text.missingBody}</p>} />
        )
      }
    </Loaded>
  )
}

type Meeting = NonNullable<MinutesPageQuery['meeting']>

interface ShownProps {
  meeting: Meeting
  readAgain: () => void
}

function Shown({ meeting, readAgain }: ShownProps) {
  const text = useMinutesText()
  const networkText = useNetworkText()
  const registerTitle = useDecisionsText().title
  const language = useLanguage()
  const { minutes, platform } = meeting
  return (
    <>
      <Breadcrumbs current={text.short}>
        <Link to="/network" search={{ id: platform?.id }}>
          {networkText.title}
        </Link>
        <Link to="/network/decisions" search={{ id: platform?.id }}>
          {registerTitle}
        </Link>
      </Breadcrumbs>
      <PageHead
        title={text.title(meeting.title)}
        kicker={minutes ? text.states[minutes.state] : undefined}
        sample={platform?.sample}
        lead={
          minutes && (
            <p>
              {text.stateNotes[minutes.state]}
              {minutes.lockedAt && text.lockedOn(formatDate(minutes.lockedAt, language))}
            </p>
          )
        }
        actions={
          minutes && (
            <>
              <SaveFileButton
                path={`/api/minutes/${minutes.id}.pdf`}
                name={text.pdfName(minutes.facts.label)}
              >
                {text.pdf}
              </SaveFileButton>
              <PrintButton />
              {minutes.state === 'SIGNING' && minutes.viewerCan.edit.allowed && (
                <TakeBack minutesId={minutes.id} version={minutes.version} onConflict={readAgain} />
              )}
            </>
          )
        }
      />
      {minutes ? (
        <Written meeting={meeting} minutes={minutes} readAgain={readAgain} />
      ) : (
        <NotYet meeting={meeting} readAgain={readAgain} />
      )}
    </>
  )
}

function NotYet({ meeting, readAgain }: ShownProps) {
  const text = useMinutesText()
  const begun = meeting.state === 'OPEN' || meeting.state === 'CLOSED'
  const writes = meeting.viewerCan.run.allowed
  return (
    <EmptyState title={text.none}>
      <p>{writes ? (begun ? text.noneToWrite : text.tooEarly) : text.noneBody}</p>
      {writes && begun && (
        <BeginMinutes
          meetingId={meeting.id}
          kind="main"
          words={text.begin}
          done={text.begun}
          onDone={readAgain}
        />
      )}
    </EmptyState>
  )
}

function Written({ meeting, minutes, readAgain }: ShownProps & { minutes: NonNullable<Meeting['minutes']> }) {
  const text = useMinutesText()
  const { chairVoter, voters, form } = meeting
  if (minutes.state !== 'DRAFT' || !minutes.viewerCan.edit.allowed)
    return (
      <>
        <MinutesPaper minutes={minutes} />
        {minutes.state !== 'DRAFT' && (
          <SignerList minutes={minutes} meeting={meeting.title} onConflict={readAgain} />
        )}
        {minutes.state === 'LOCKED' && <FiledPaper file={minutes.file ?? null} />}
      </>
    )
  return (
    <>
      <p className="prose-note">{text.form.refillNote}</p>
      <BeginMinutes
        meetingId={meeting.id}
        kind="plain"
        words={text.form.refill}
        done={text.form.refilled}
        onDone={readAgain}
      />
      <MinutesForm
        minutes={minutes}
        meetingId={meeting.id}
        title={text.title(meeting.title)}
        onConflict={readAgain}
      />
      <PutForm
        minutesId={minutes.id}
        version={minutes.version}
        voters={voters.nodes.filter(
          ({ id, presence }) => id !== chairVoter?.id && (presence !== null || form !== 'ASSEMBLY'),
        )}
        before={minutes.signers.nodes.flatMap(({ role, voter }) =>
          role === 'SIGNER' && voter ? [voter.id] : [],
        )}
        isOver={meeting.state === 'CLOSED'}
        onConflict={readAgain}
      />
    </>
  )
}
