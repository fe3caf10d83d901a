import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangedPlaces, type Place } from '../../features/platforms/ChangedPlaces.tsx'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import {
  CHANGE_KINDS,
  HEADLINES,
  monthsBefore,
  periodOf,
  type ChangeSearch,
} from '../../features/platforms/change-search.ts'
import { PeriodForm } from '../../features/platforms/PeriodForm.tsx'
import { fromStart } from '../../features/registry/search.ts'
import { graphql } from '../../generated/gql.ts'
import type { NetworkChangesPageQuery } from '../../generated/graphql.ts'
import { fiscalYear, formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useToday } from '../../lib/today.ts'
import { useChangesText } from '../../locales/changes.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Choices } from '../../ui/Choices/Choices.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const NetworkChanges_query = graphql(`
  query NetworkChangesPage(
    $platformId: ID
    $corporationId: ID
    $corporation: ID!
    $one: Boolean!
    $since: Date!
    $until: Date!
    $kinds: [ChangeKind!]
    $corporationKinds: [ChangeKind!]
    $all: Boolean!
    $after: String
  ) {
    corporation(id: $corporation) @include(if: $one) {
      id
      name
      sample
    }
    facilities: changedFacilities(
      platformId: $platformId
      corporationId: $corporationId
      since: $since
      until: $until
      kinds: $kinds
      first: 15
      after: $after
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ChangedFacility
      }
    }
    corporations: changedCorporations(
      platformId: $platformId
      corporationId: $corporationId
      since: $since
      until: $until
      kinds: $corporationKinds
      first: 8
    ) {
      totalCount
      nodes {
        ...ChangedCorporation
      }
    }
    others: changedFacilities(
      platformId: $platformId
      corporationId: $corporationId
      since: $since
      until: $until
      kinds: [OTHER]
      first: 15
    ) @include(if: $all) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ChangedFacility
      }
    }
  }
`)

const route = getRouteApi('/network/changes')

/** What changed in the registry since the same day last month, of a network or of one corporation. */
export function NetworkChangesPage() {
  const { id, member } = route.useSearch()
  // A corporation's own changes are there for who sees no network, too.
  if (member && !id) return <Changes platformId={undefined} />
  return <ChosenNetwork id={id}>{(chosen) => <Changes platformId={chosen} />}</ChosenNetwork>
}

function Changes({ platformId }: { platformId: string | undefined }) {
  const text = useChangesText()
  const networkText = useNetworkText()
  const language = useLanguage()
  const search = route.useSearch()
  const today = useToday()
  const { since, until } = periodOf(search, today)
  const { member, kind } = search
  const [result, readAgain] = useQuery({
    query: NetworkChanges_query,
    variables: {
      platformId,
      corporationId: member,
      corporation: member ?? '',
      one: member !== undefined,
      since,
      until,
      kinds: kind ? [kind] : [...HEADLINES],
      corporationKinds: kind && [kind],
      all: kind === undefined,
      after: search.after,
    },
  })
  return (
    <>
      <Breadcrumbs current={text.title}>
        {platformId ? (
          <Link to="/network" search={{ id: platformId }}>
            {networkText.title}
          </Link>
        ) : (
          <Link to="/corporations/$corporationId" params={{ corporationId: member ?? '' }}>
            {text.corporation}
          </Link>
        )}
      </Breadcrumbs>
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
        {(data) => (
          <>
            <PageHead
              title={text.title}
              kicker={data.corporation?.name}
              sample={data.corporation?.sample}
              lead={<p>{text.period(formatDate(since, language), formatDate(until, language))}</p>}
              actions={<PrintButton />}
            />
            <Narrowing search={search} today={today} />
            <Found data={data} search={search} />
          </>
        )}
      </Loaded>
    </>
  )
}

function Found({ data, search }: { data: NetworkChangesPageQuery; search: ChangeSearch }) {
  const text = useChangesText()
  const { kind } = search
  const { facilities, corporations, others } = data
  if (facilities.totalCount + corporations.totalCount + (others?.totalCount ?? 0) === 0)
    return (
      <EmptyState title={text.none}>
        <p>{text.noneBody}</p>
      </EmptyState>
    )
  return (
    <>
      {(kind ?? facilities.totalCount > 0) && (
        <Section title={text.facilities(kind ? text.kinds[kind] : text.headlines, facilities.totalCount)}>
          <ChangedPlaces places={facilities.nodes.map((facility): Place => ({ facility }))} />
          <Pager label={text.pages} position={text.position(facilities.nodes.length, facilities.totalCount)}>
            {search.after && (
              <Link to="/network/changes" search={fromStart(search)}>
                {text.fromStart}
              </Link>
            )}
            {facilities.pageInfo.hasNextPage && (
              <Link
                to="/network/changes"
                search={{ ...fromStart(search), after: facilities.pageInfo.endCursor ?? undefined }}
              >
                {text.next}
              </Link>
            )}
          </Pager>
        </Section>
      )}
      {corporations.totalCount > 0 && (
        <Section title={text.corporations(corporations.totalCount)}>
          <ChangedPlaces places={corporations.nodes.map((corporation): Place => ({ corporation }))} />
          {corporations.totalCount > corporations.nodes.length && (
            <p className="prose-note">{text.position(corporations.nodes.length, corporations.totalCount)}</p>
          )}
        </Section>
      )}
      {others && others.totalCount > 0 && (
        <Section title={text.facilities(text.kinds.OTHER, others.totalCount)}>
          <ChangedPlaces places={others.nodes.map((facility): Place => ({ facility }))} />
          {others.pageInfo.hasNextPage && (
            <Pager label={text.pages} position={text.position(others.nodes.length, others.totalCount)}>
              <Link
                to="/network/changes"
                search={{
                  ...fromStart(search),
                  kind: 'OTHER',
                  after: others.pageInfo.endCursor ?? undefined,
                }}
              >
                {text.next}
              </Link>
            </Pager>
          )}
        </Section>
      )}
    </>
  )
}

/** Which days and which kind; each choice stands in the address. */
function Narrowing({ search, today }: { search: ChangeSearch; today: string }) {
  const text = useChangesText()
  const navigate = useNavigate()
  const { id, member, kind, since, until } = search
  const kept = { ...(id && { id }), ...(member && { member }), ...(kind && { kind }) }
  const days = { ...(since && { since }), ...(until && { until }) }
  const starts = {
    month: undefined,
    quarter: monthsBefore(today, 3),
    year: `${fiscalYear(today)}-04-01`,
  }
  const chosen = until ? undefined : Object.entries(starts).find(([, start]) => start === since)?.[0]
  return (
    <div className="yui-no-print">
      <Choices label={text.periodChoice}>
        {Object.entries(starts).map(([name, start]) => (
          <Link
            key={name}
            to="/network/changes"
            search={{ ...kept, ...(start && { since: start }) }}
            resetScroll={false}
            activeOptions={{ exact: true }}
            aria-current={name === chosen || undefined}
          >
            {text.periods[name as keyof typeof starts]}
          </Link>
        ))}
      </Choices>
      <Choices label={text.kindChoice}>
        {[undefined, ...CHANGE_KINDS].map((one) => (
          <Link
            key={one ?? 'all'}
            to="/network/changes"
            search={{ ...(id && { id }), ...(member && { member }), ...days, ...(one && { kind: one }) }}
            resetScroll={false}
            activeOptions={{ exact: true }}
            aria-current={one === kind || undefined}
          >
            {one ? text.kinds[one] : text.everything}
          </Link>
        ))}
      </Choices>
      {member && id && (
        <p>
          {text.oneMember}{' '}
          <Link to="/network/changes" search={{ id, ...days, ...(kind && { kind }) }}>
            {text.everyMember}
          </Link>
        </p>
      )}
      <Disclosure summary={text.otherPeriod} open={chosen === undefined}>
        <PeriodForm
          key={`${since} ${until}`}
          {...periodOf(search, today)}
          today={today}
          onChosen={(period) => void navigate({ to: '/network/changes', search: { ...kept, ...period } })}
        />
      </Disclosure>
    </div>
  )
}
