import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useQuery } from 'urql'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { RulebookShown } from '../../features/rulebooks/RulebookShown.tsx'
import { useVersionTime } from '../../features/rulebooks/version-words.ts'
import { VersionTable } from '../../features/rulebooks/VersionTable.tsx'
import { graphql } from '../../generated/gql.ts'
import type { NetworkRulebookPageQuery } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useRulebookText } from '../../locales/rulebook.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Loading } from '../../ui/Loading/Loading.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'
import '../../features/rulebooks/rulebook.css'

const NetworkRulebook_query = graphql(`
  query NetworkRulebookPage($id: ID!) {
    platform(id: $id) {
      id
      name
      sample
      rulebookViewerCan {
        draft {
          allowed
        }
      }
      rulebooks(first: 50) {
        nodes {
          id
          number
          effectiveOn
          rules {
            name
          }
          ...VersionTable_version
        }
      }
      rulebooksOn(first: 1) {
        nodes {
          id
        }
      }
    }
  }
`)

// The rules of a version are many fields: one version is read at a time.
const Shown_query = graphql(`
  query NetworkRulebookShown($id: ID!) {
    rulebookVersion(id: $id) {
      id
      rules {
        ...Rulebook_rules
      }
      articles {
        ...ArticleList_articles
      }
    }
  }
`)

// What only some open comes when they do.
const TryPanel = lazy(async () => ({
  default: (await import('../../features/rulebooks/TryPanel.tsx')).TryPanel,
}))
const StartDraft = lazy(async () => ({
  default: (await import('../../features/rulebooks/StartDraft.tsx')).StartDraft,
}))

const route = getRouteApi('/network/rulebook')

/** 会則: the version in force, or the one in the address, with all others below. */
export function NetworkRulebookPage() {
  const { id } = route.useSearch()
  return <ChosenNetwork id={id}>{(chosen) => <Rulebook platformId={chosen} />}</ChosenNetwork>
}

type Platform = NonNullable<NetworkRulebookPageQuery['platform']>

function Rulebook({ platformId }: { platformId: string }) {
  const text = useRulebookText()
  const { version } = route.useSearch()
  const [result, readAgain] = useQuery({
    query: NetworkRulebook_query,
    variables: { id: platformId },
  })
  return (
    <>
      <Breadcrumbs current={text.title}>
        <Link to="/network" search={{ id: platformId }}>
          {text.network}
        </Link>
      </Breadcrumbs>
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={30}>
        {({ platform }) => {
          if (!platform) return <PageHead title={text.none} />
          const versions = platform.rulebooks.nodes
          const [inForce] = platform.rulebooksOn.nodes
          const shown = versions.find(({ id }) => id === (version ?? inForce?.id))
          if (!shown) return <Without platform={platform} />
          return (
            <>
              <PageHead
                title={shown.rules.name}
                kicker={platform.name}
                sample={platform.sample}
                lead={<Time versions={platform.rulebooks.nodes} shown={shown} />}
                actions={
                  <>
                    <DraftLink platform={platform} />
                    <PrintButton />
                  </>
                }
              />
              {inForce && shown.id !== inForce.id && (
                <Notice>
                  <p>{text.notInForce}</p>
                  <Link to="/network/rulebook" search={{ id: platformId }}>
                    {text.seeInForce}
                  </Link>
                </Notice>
              )}
              <Shown key={shown.id} versionId={shown.id} />
              <Section title={text.versions}>
                <VersionTable platformId={platformId} versions={platform.rulebooks.nodes} />
              </Section>
              <Start platform={platform} />
            </>
          )
        }}
      </Loaded>
    </>
  )
}

function Shown({ versionId }: { versionId: string }) {
  const text = useRulebookText()
  const [result, readAgain] = useQuery({ query: Shown_query, variables: { id: versionId } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={30}>
      {({ rulebookVersion }) =>
        rulebookVersion && (
          <>
            <div className="yui-no-print mt-6">
              <Disclosure summary={text.trial.title}>
                <Suspense fallback={<Loading />}>
                  <TryPanel versionId={versionId} rules={rulebookVersion.rules} />
                </Suspense>
              </Disclosure>
            </div>
            <RulebookShown {...rulebookVersion} />
          </>
        )
      }
    </Loaded>
  )
}

interface TimeProps {
  versions: Platform['rulebooks']['nodes']
  shown: { readonly id: string; readonly number: number }
}

function Time({ versions, shown }: TimeProps) {
  const text = useRulebookText()
  const timeOf = useVersionTime()
  const place = versions.findIndex(({ id }) => id === shown.id)
  const effectiveOn = versions[place]?.effectiveOn
  return (
    <>
      <p>
        {text.version(shown.number)}
        {effectiveOn && `　${timeOf(effectiveOn, versions[place - 1]?.effectiveOn ?? null)}`}
      </p>
      <p>{text.lead}</p>
    </>
  )
}

const draftOf = ({ rulebooks }: Platform) => rulebooks.nodes.find(({ effectiveOn }) => !effectiveOn)

function DraftLink({ platform }: { platform: Platform }) {
  const text = useRulebookText()
  if (!draftOf(platform)) return null
  return (
    <LinkButton to="/network/rulebook/draft" search={{ id: platform.id }}>
      {text.start.openDraft}
    </LinkButton>
  )
}

/** The way to a new version, for those who write it. */
function Start({ platform }: { platform: Platform }) {
  const text = useRulebookText()
  const navigate = useNavigate()
  if (!platform.rulebookViewerCan.draft.allowed || draftOf(platform)) return null
  const first = platform.rulebooks.nodes.length === 0
  return (
    <div className="yui-no-print mt-8">
      <Disclosure summary={first ? text.start.first : text.start.title} open={first}>
        <Suspense fallback={<Loading />}>
          <StartDraft
            platformId={platform.id}
            first={first}
            onDone={() => {
              announce(text.start.made)
              void navigate({ to: '/network/rulebook/draft', search: { id: platform.id } })
            }}
          />
        </Suspense>
      </Disclosure>
    </div>
  )
}

function Without({ platform }: { platform: Platform }) {
  const text = useRulebookText()
  return (
    <>
      <PageHead
        title={text.title}
        kicker={platform.name}
        sample={platform.sample}
        actions={<DraftLink platform={platform} />}
      />
      <EmptyState title={text.none}>
        <p>{text.noneBody}</p>
        {!platform.rulebookViewerCan.draft.allowed && <p>{text.noneForReaders}</p>}
      </EmptyState>
      <Start platform={platform} />
    </>
  )
}
