import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { EventBand, headingOf, plainName } from '../../features/disasters/EventBand.tsx'
import { graphql } from '../../generated/gql.ts'
import type { DisasterReviewPageQuery } from '../../generated/graphql.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { Lines } from '../../ui/Lines/Lines.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const DisasterReviewPage_query = graphql(`
  query DisasterReviewPage($eventId: ID!) {
    eventReview(eventId: $eventId) {
      eventId
      name
      network
      sample
      drill
      startedAt
      closedAt
      areas
      closingNote
      firstReportMinutes
      called
      reported
      inTime
      medianFirstReport
      medianAnswer
      medianOpening
      facilities {
        facilityId
        name
        municipality
        firstReport
        lateBy
        reports
        requested
        answered
        decided
        opened
        filed
      }
    }
  }
`)

type Review = NonNullable<DisasterReviewPageQuery['eventReview']>
const route = getRouteApi('/disasters/$eventId/review')

/** 訓練報告（下書き）: what the records say, to be printed and written on. */
export function DisasterReviewPage() {
  const { eventId } = route.useParams()
  const text = useDisastersText()
  const [result, readAgain] = useQuery({ query: DisasterReviewPage_query, variables: { eventId } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={16}>
      {({ eventReview }) =>
        eventReview ? (
          <Draft review={eventReview} />
        ) : (
          <PageHead title={text.noneSuch} lead={<p>{text.noneSuchBody}</p>} />
        )
      }
    </Loaded>
  )
}

function Draft({ review }: { review: Review }) {
  const words = useDisastersText()
  const text = words.review
  const language = useLanguage()
  const late = review.facilities.filter(({ lateBy }) => lateBy !== 0)
  const age = (minutes: number | null) => (minutes === null ? text.none : words.minutes(Math.round(minutes)))
  return (
    <div className="yui-dz">
      <EventBand event={review} />
      <PageHead
        title={headingOf(review, text.title(review.drill))}
        sample={review.sample}
        lead={
          <>
            <p>
              {plainName(review.name)}　{review.network}
            </p>
            <p>
              {formatMoment(review.startedAt, language)}
              {review.closedAt && `〜${formatMoment(review.closedAt, language)}`}
            </p>
            <p>{text.lead}</p>
          </>
        }
        actions={<PrintButton />}
      />
      <dl className="yui-dz-figures">
        {[
          [text.figures.called, `${review.called}${words.board.places}`],
          [text.figures.reported, `${review.reported}${words.board.places}`],
          [text.figures.inTime, `${review.inTime}${words.board.places}`],
          [text.figures.median, age(review.medianFirstReport)],
          [text.figures.answer, age(review.medianAnswer)],
          [text.figures.opening, age(review.medianOpening)],
        ].map(([label, figure]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <b>{figure}</b>
            </dd>
          </div>
        ))}
      </dl>
      <Section title={late.length > 0 ? text.late(late.length) : text.nobodyLate}>
        {late.length > 0 && (
          <Lines>
            {late.map(({ facilityId, name, municipality, lateBy }) => (
              <li key={facilityId}>
                <b>{name}</b>　{municipality}　{lateBy === null ? text.never : text.lateBy(age(lateBy))}
              </li>
            ))}
          </Lines>
        )}
      </Section>
      <Section title={text.areas}>
        <p>{review.areas.length > 0 ? review.areas.join('、') : text.wholeNetwork}</p>
      </Section>
      {review.closingNote && (
        <Section title={text.closing}>
          <p>{review.closingNote}</p>
        </Section>
      )}
      <Section title={text.table}>
        <Table caption={text.table} captionHidden dense>
          <thead>
            <tr>
              <Head>{text.columns.name}</Head>
              <Head numeric>{text.columns.first}</Head>
              <Head>{text.columns.late}</Head>
              <Head numeric>{text.columns.requested}</Head>
              <Head numeric>{text.columns.answered}</Head>
              <Head numeric>{text.columns.decided}</Head>
              <Head numeric>{text.columns.opened}</Head>
              <Head>{text.columns.filed}</Head>
            </tr>
          </thead>
          <tbody>
            {review.facilities.map((line) => (
              <tr key={line.facilityId}>
                <th scope="row">{line.name}</th>
                <Cell label={text.columns.first} numeric>
                  {age(line.firstReport)}
                </Cell>
                <Cell label={text.columns.late}>
                  {line.lateBy === null && text.never}
                  {line.lateBy === 0 && text.inTime}
                  {line.lateBy !== null && line.lateBy > 0 && text.lateBy(age(line.lateBy))}
                </Cell>
                <Cell label={text.columns.requested} numeric>
                  {age(line.requested)}
                </Cell>
                <Cell label={text.columns.answered} numeric>
                  {age(line.answered)}
                </Cell>
                <Cell label={text.columns.decided} numeric>
                  {age(line.decided)}
                </Cell>
                <Cell label={text.columns.opened} numeric>
                  {age(line.opened)}
                </Cell>
                <Cell label={text.columns.filed}>{line.filed ? text.filed : text.none}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </Section>
      <p className="yui-no-print mt-6">
        <Link to="/disasters/$eventId" params={{ eventId: review.eventId }}>
          {words.goBoard}
        </Link>
      </p>
    </div>
  )
}
