import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { MeetingTable } from '../../features/meetings/list/MeetingTable.tsx'
import { EditSeriesForm } from '../../features/meetings/series/EditSeriesForm.tsx'
import { PlanMeetingsForm } from '../../features/meetings/series/PlanMeetingsForm.tsx'
import { readRules, type UsualAgenda } from '../../features/meetings/series/SeriesFields.tsx'
import { graphql } from '../../generated/gql.ts'
import type { MeetingSeriesPageQuery } from '../../generated/graphql.ts'
import { formatDate, today } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMeetingsText } from '../../locales/meetings.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'

const MeetingSeriesPage_query = graphql(`
  query MeetingSeriesPage($id: ID!) {
    meetingSeries(id: $id) {
      id
      title
      organ
      everyMonths
      agenda
      endedOn
      version
      committee {
        id
        name
      }
      platform {
        id
        name
        sample
      }
      meetings(first: 30) {
        totalCount
        nodes {
          id
          state
          ...MeetingTable_meeting
        }
      }
      backlog(first: 30) {
        nodes {
          id
          kind
          title
        }
      }
      viewerCan {
        edit {
          allowed
        }
      }
      ...EditSeriesForm_series
      ...PlanMeetingsForm_series
    }
  }
`)

const MeetingSeriesPage_rules = graphql(`
  query MeetingSeriesPage_rules($platformId: ID!) {
    meetingRules(platformId: $platformId) {
      ...SeriesFields_rules
    }
  }
`)

const route = getRouteApi('/network/meetings/series/$seriesId')

/** 定例の会議: its meetings, what waits for the next one, and for the secretariat the next ones to be prepared. */
export function MeetingSeriesPage() {
  const { seriesId } = route.useParams()
  const text = useMeetingsText()
  const [result, readAgain] = useQuery({
    query: MeetingSeriesPage_query,
    variables: { id: seriesId },
    requestPolicy: 'cache-and-network',
  })
  const platformId = result.data?.meetingSeries?.platform?.id ?? ''
  const [rules] = useQuery({
    query: MeetingSeriesPage_rules,
    variables: { platformId },
    pause: platformId === '',
  })
  const readNew = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <Loaded result={result} retry={readNew} lines={16}>
      {({ meetingSeries }) =>
        meetingSeries?.platform ? (
          <Shown series={meetingSeries} rules={rules.data?.meetingRules ?? null} readNew={readNew} />
        ) : (
          <PageHead title={text.series.noneSuch} lead={<p>{text.noneSuchBody}</p>} />
        )
      }
    </Loaded>
  )
}

interface ShownProps {
  series: NonNullable<MeetingSeriesPageQuery['meetingSeries']>
  rules: Parameters<typeof readRules>[0] | null
  readNew: () => void
}

function Shown({ series, rules, readNew }: ShownProps) {
  const text = useMeetingsText()
  const networkText = useNetworkText()
  const language = useLanguage()
  const { platform, committee, organ, everyMonths, endedOn, meetings, backlog, viewerCan } = series
  const agenda = series.agenda as UsualAgenda
  const organName = rules ? readRules(rules).organs.find((one) => one.organ === organ)?.name : undefined
  // They come latest first; what is ahead is read from the next one on.
  const ahead = meetings.nodes.filter(({ state }) => state !== 'CLOSED' && state !== 'CANCELLED')
  const past = meetings.nodes.filter((meeting) => !ahead.includes(meeting))
  const isOver = endedOn !== null && endedOn <= today()
  return (
    <>
      <Breadcrumbs current={series.title}>
        <Link to="/network" search={{ id: platform?.id }}>
          {networkText.title}
        </Link>
        <Link to="/network/meetings" search={{ id: platform?.id }}>
          {text.title}
        </Link>
      </Breadcrumbs>
      <PageHead
        title={series.title}
        kicker={text.series.heading}
        sample={platform?.sample ?? false}
        lead={<p>{platform?.name}</p>}
        actions={
          <LinkButton to="/network/meetings" search={{ id: platform?.id }}>
            {text.series.toAll}
          </LinkButton>
        }
      />
      <DefinitionList>
        {organName && <Fact name={text.series.facts.organ}>{organName}</Fact>}
        {committee && <Fact name={text.series.facts.committee}>{committee.name}</Fact>}
        <Fact name={text.series.facts.rhythm}>{text.series.every(everyMonths)}</Fact>
        <Fact name={text.series.facts.agenda}>
          {agenda.length === 0 ? (
            text.series.noAgenda
          ) : (
            <span className="yui-motion">
              {agenda.map(({ kind, title }) => text.kicker(text.kinds[kind], title)).join('\n')}
            </span>
          )}
        </Fact>
        {endedOn && <Fact name={text.series.endedOn}>{formatDate(endedOn, language)}</Fact>}
      </DefinitionList>
      {viewerCan.edit.allowed && rules && (
        <Disclosure summary={text.series.edit}>
          <EditSeriesForm series={series} rules={rules} onConflict={readNew} />
        </Disclosure>
      )}
      <Section title={text.series.meetings}>
        {meetings.nodes.length === 0 ? (
          <EmptyState title={text.series.noMeetings} />
        ) : (
          <MeetingTable caption={text.series.meetings} meetings={[...ahead.toReversed(), ...past]} />
        )}
      </Section>
      {backlog.nodes.length > 0 && (
        <Section title={text.series.backlog}>
          <p>{text.series.backlogLead}</p>
          <ul className="list-disc pl-6">
            {backlog.nodes.map(({ id, kind, title }) => (
              <li key={id}>{text.kicker(text.kinds[kind], title)}</li>
            ))}
          </ul>
        </Section>
      )}
      {viewerCan.edit.allowed && (
        <Section title={text.series.next}>
          {isOver ? (
            <p>{text.series.isOver}</p>
          ) : (
            <>
              <p>{text.series.nextLead}</p>
              <PlanMeetingsForm key={meetings.totalCount} series={series} onDone={readNew} />
            </>
          )}
        </Section>
      )}
    </>
  )
}
