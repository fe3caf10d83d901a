import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from 'urql'
import { ConfirmDialog } from '../../features/identity/ConfirmDialog.tsx'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { AdoptDialog } from '../../features/rulebooks/AdoptDialog.tsx'
import { DraftForm } from '../../features/rulebooks/DraftForm.tsx'
import { StatuteFaults } from '../../features/rulebooks/StatuteFaults.tsx'
import { RulebookShown } from '../../features/rulebooks/RulebookShown.tsx'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { useRulebookText } from '../../locales/rulebook.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Button } from '../../ui/Button/Button.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import '../../features/rulebooks/rulebook.css'

const NetworkRulebookDraft_query = graphql(`
  query NetworkRulebookDraftPage($id: ID!) {
    platform(id: $id) {
      id
      name
      sample
      rulebooks(first: 2) {
        nodes {
          id
          number
          effectiveOn
          version
          viewerCan {
            change {
              allowed
            }
          }
        }
      }
    }
  }
`)

// The rules of a version are many fields: one version is read, and only once it is known which.
const DraftRules_query = graphql(`
  query NetworkRulebookDraftRules($id: ID!) {
    rulebookVersion(id: $id) {
      id
      version
      rules {
        ...Rulebook_rules
      }
      articles {
        ...ArticleList_articles
      }
      ...DraftForm_version
    }
  }
`)

const Drop = graphql(`
  mutation NetworkRulebookDraft_drop($input: DropRulebookDraftInput!) {
    dropRulebookDraft(input: $input) {
      __typename
      ... on DropRulebookDraftPayload {
        platform {
          id
          rulebooks(first: 50) {
            nodes {
              id
            }
          }
        }
      }
      ...Refusal
    }
  }
`)

const route = getRouteApi('/network/rulebook/draft')

/** 改正案: a form for those who write it, a page to read for everybody else. */
export function NetworkRulebookDraftPage() {
  const { id } = route.useSearch()
  return <ChosenNetwork id={id}>{(chosen) => <Draft platformId={chosen} />}</ChosenNetwork>
}

function Draft({ platformId }: { platformId: string }) {
  const text = useRulebookText()
  const navigate = useNavigate()
  const drop = useCommand(Drop)
  const [asking, ask] = useState<'adopt' | 'drop'>()
  const [result, readAgain] = useQuery({
    query: NetworkRulebookDraft_query,
    variables: { id: platformId },
  })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  const leave = (said: string) => {
    announce(said)
    void navigate({ to: '/network/rulebook', search: { id: platformId } })
  }
  return (
    <>
      <Breadcrumbs current={text.draft}>
        <Link to="/network/rulebook" search={{ id: platformId }}>
          {text.title}
        </Link>
      </Breadcrumbs>
      <Loaded result={result} retry={again} lines={30}>
        {({ platform }) => {
          const [draft, before] = platform?.rulebooks.nodes ?? []
          if (!platform || !draft || draft.effectiveOn)
            return (
              <>
                <PageHead title={text.draft} kicker={platform?.name} sample={platform?.sample} />
                <EmptyState title={text.draftNone}>
                  <Link to="/network/rulebook" search={{ id: platformId }}>
                    {text.edit.leave}
                  </Link>
                </EmptyState>
              </>
            )
          const writes = draft.viewerCan.change.allowed
          return (
            <>
              <PageHead
                title={text.draftOf(draft.number)}
                kicker={platform.name}
                sample={platform.sample}
                lead={writes && <p>{text.edit.lead}</p>}
                actions={
                  writes && (
                    <>
                      <Button onClick={() => ask('adopt')}>{text.adopt.open}</Button>
                      <Button kind="text" onClick={() => ask('drop')}>
                        {text.drop.open}
                      </Button>
                    </>
                  )
                }
              />
              <Notice>{text.draftNotice}</Notice>
              <StatuteFaults versionId={draft.id} version={draft.version} />
              <DraftRules platformId={platformId} versionId={draft.id} writes={writes} />
              <AdoptDialog
                platformId={platformId}
                draft={draft}
                first={!before}
                open={asking === 'adopt'}
                onClose={() => ask(undefined)}
                onDone={() => leave(text.adopt.done)}
              />
              <ConfirmDialog
                title={text.drop.title}
                body={text.drop.body}
                submit={text.drop.submit}
                open={asking === 'drop'}
                onClose={() => ask(undefined)}
                send={() => drop({ input: { rulebookVersionId: draft.id, version: draft.version } })}
                onDone={() => leave(text.drop.done)}
              />
            </>
          )
        }}
      </Loaded>
    </>
  )
}

interface DraftRulesProps {
  platformId: string
  versionId: string
  writes: boolean
}

function DraftRules({ platformId, versionId, writes }: DraftRulesProps) {
  const text = useRulebookText()
  const [result, readAgain] = useQuery({ query: DraftRules_query, variables: { id: versionId } })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <Loaded result={result} retry={again} lines={30}>
      {({ rulebookVersion }) =>
        rulebookVersion &&
        (writes ? (
          <DraftForm
            platformId={platformId}
            version={rulebookVersion}
            onDone={() => announce(text.edit.saved)}
            onConflict={again}
          />
        ) : (
          <RulebookShown {...rulebookVersion} />
        ))
      }
    </Loaded>
  )
}
