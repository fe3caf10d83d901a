import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useReadAgain } from '../../features/disasters/ages.ts'
import { Board_event, isLate, type Board, type BoardLine } from '../../features/disasters/board-data.ts'
import { BuddyChoice } from '../../features/disasters/BuddyChoice.tsx'
import { EventBand, headingOf } from '../../features/disasters/EventBand.tsx'
import { FindOutForm } from '../../features/disasters/FindOutForm.tsx'
import { OpeningActs } from '../../features/disasters/OpeningActs.tsx'
import { SilenceText, StateText } from '../../features/disasters/StateText.tsx'
import { readFragment } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { DisasterShelterHistoryQuery } from '../../generated/graphql.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useKeptQuery } from '../../lib/kept.ts'
import { useLanguage } from '../../lib/language.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { Buttons } from '../../ui/Button/Button.tsx'
import { Lines } from '../../ui/Lines/Lines.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'

const DisasterShelterPage_query = graphql(`
  query DisasterShelterPage($eventId: ID!) {
    disasterBoard(eventId: $eventId) {
      ...Board_event
    }
  }
`)

const DisasterShelterHistory = graphql(`
  query DisasterShelterHistory($calledId: ID!, $openingId: ID!, $hasOpening: Boolean!) {
    calledFacility(id: $calledId) {
      id
      buddyFacility {
        id
        name
      }
      reports(first: 20) {
        nodes {
          id
          reportedAt
          reportedByName
          channel
        }
      }
      confirmations(first: 20) {
        nodes {
          id
          finding
          means
          actingName
          confirmedAt
        }
      }
    }
    shelterOpening(id: $openingId) @include(if: $hasOpening) {
      id
      steps(first: 50) {
        nodes {
          id
          state
          at
          actingName
          onBehalf
        }
      }
    }
  }
`)

const route = getRouteApi('/disasters/$eventId/shelters/$calledId')

/** One facility in an event: whether it opens, who is there, what was found out, and everything that was done. */
export function DisasterShelterPage() {
  const { eventId, calledId } = route.useParams()
  const text = useDisastersText()
  const [result, readAgain] = useKeptQuery({ query: DisasterShelterPage_query, variables: { eventId } })
  const again = useCallback(() => readAgain({ requestPolicy: 'network-only' }), [readAgain])
  return (
    <Loaded result={result} retry={again} lines={12}>
      {({ disasterBoard }) => {
        const board = disasterBoard && readFragment(Board_event, disasterBoard)
        const line = board?.rows.find(({ calledFacilityId }) => calledFacilityId === calledId)
        return board && line ? (
          <Shelter board={board} line={line} readAgain={again} />
        ) : (
          <PageHead title={text.noneSuch} lead={<p>{text.noneSuchBody}</p>} />
        )
      }}
    </Loaded>
  )
}

function Shelter({ board, line, readAgain }: { board: Board; line: BoardLine; readAgain: () => void }) {
  const words = useDisastersText()
  const text = words.shelter
  useReadAgain(readAgain, board.clockRate, board.closedAt !== null)
  const { eventId } = board
  const [{ data }] = useKeptQuery({
    query: DisasterShelterHistory,
    variables: {
      calledId: line.calledFacilityId,
      openingId: line.openingId ?? '',
      hasOpening: line.openingId !== null,
    },
  })
  return (
    <div className="yui-dz">
      <EventBand event={board} />
      <div className="yui-dz-narrow">
        <PageHead
          title={headingOf(board, line.name)}
          sample={board.sample}
          kicker={line.municipality}
          lead={
            <p>
              <StateText line={line} />　<SilenceText line={line} />
            </p>
          }
        />
        <Buttons>
          <LinkButton to="/disasters/$eventId" params={{ eventId }}>
            {text.back}
          </LinkButton>
          {line.can.includes('REPORT') && (
            <LinkButton
              to="/disasters/$eventId/report"
              params={{ eventId }}
              search={{ facility: line.calledFacilityId }}
            >
              {text.reportFor}
            </LinkButton>
          )}
          {line.openingId && line.state && ['OPEN', 'FULL', 'CLOSED'].includes(line.state) && (
            <LinkButton
              to="/disasters/$eventId/intake/$openingId"
              params={{ eventId, openingId: line.openingId }}
            >
              {takenInText(words, line)}
            </LinkButton>
          )}
        </Buttons>
        {isLate(line) && line.can.includes('FIND_OUT') && (
          <FindOutForm calledFacilityId={line.calledFacilityId} />
        )}
        {line.can.length > 0 && (
          <Section title={text.opening}>
            <OpeningActs eventId={eventId} line={line} needs={board.needs} clockRate={board.clockRate} />
          </Section>
        )}
        {data?.calledFacility && (
          <BuddyChoice
            key={line.version}
            line={line}
            others={board.rows.filter(({ facilityId }) => facilityId !== line.facilityId)}
            buddy={data.calledFacility.buddyFacility}
          />
        )}
        <Section title={text.history}>
          <History data={data} />
        </Section>
        <p>
          <Link to="/facilities/$facilityId" params={{ facilityId: line.facilityId }}>
            {line.name}
          </Link>
        </p>
      </div>
    </div>
  )
}

/** Its own people go on with the list; everybody else sees how many there are. */
function takenInText(
  { shelter, steps }: ReturnType<typeof useDisastersText>,
  { can, state }: BoardLine,
): string {
  if (!can.includes('OWN')) return shelter.takenIn
  return state === 'CLOSED' ? steps.handOut : steps.takeIn
}

function History({ data }: { data: DisasterShelterHistoryQuery | undefined }) {
  const words = useDisastersText()
  const text = words.shelter
  const language = useLanguage()
  const happened = [
    ...(data?.calledFacility?.reports.nodes ?? []).map(({ id, reportedAt, reportedByName, channel }) => ({
      id,
      at: reportedAt,
      words: text.reported(reportedByName, text.channels[channel]),
    })),
    ...(data?.calledFacility?.confirmations.nodes ?? []).map(
      ({ id, confirmedAt, finding, means, actingName }) => ({
        id,
        at: confirmedAt,
        words: text.foundBy(text.findings[finding], text.meanses[means], actingName),
      }),
    ),
    ...(data?.shelterOpening?.steps.nodes ?? []).map(({ id, at, state, actingName, onBehalf }) => ({
      id,
      at,
      words: text.steps(words.states[state], actingName, onBehalf),
    })),
  ].toSorted((one, other) => other.at.localeCompare(one.at))
  if (happened.length === 0) return <p>{text.noHistory}</p>
  return (
    <Lines>
      {happened.map(({ id, at, words: said }) => (
        <li key={id}>
          <small className="prose-note">{formatMoment(at, language)}</small>
          <br />
          {said}
        </li>
      ))}
    </Lines>
  )
}
