import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { AddTaskForm } from '../../features/meetings/decisions/AddTaskForm.tsx'
import { AppliedRule } from '../../features/meetings/decisions/AppliedRule.tsx'
import { BallotList } from '../../features/meetings/decisions/BallotList.tsx'
import { OutcomeText } from '../../features/meetings/decisions/OutcomeText.tsx'
import { SupersedeForm } from '../../features/meetings/decisions/SupersedeForm.tsx'
import { TaskList } from '../../features/meetings/decisions/TaskList.tsx'
import { WhyList } from '../../features/meetings/decisions/WhyList.tsx'
import { SaveFileButton } from '../../features/meetings/SaveFileButton.tsx'
import { graphql } from '../../generated/gql.ts'
import type { DecisionPageQuery } from '../../generated/graphql.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useDecisionsText } from '../../locales/decisions.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Buttons } from '../../ui/Button/Button.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Columns, PageHead } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'
import '../../features/meetings/decisions/Decisions.css'

const Decision_query = graphql(`
  query DecisionPage($id: ID!) {
    decision(id: $id) {
      id
      label
      title
      text
      outcome
      decidedAt
      version
      meeting {
        id
        title
        minutes {
          id
        }
      }
      platform {
        id
        sample
        memberships(first: 100) {
          nodes {
            id
            corporation {
              id
              name
            }
          }
        }
        decisions(first: 50, holding: true) {
          nodes {
            id
            label
            title
            decidedAt
          }
        }
      }
      supersededBy {
        id
      }
      viewerCan {
        supersede {
          allowed
        }
        giveTask {
          allowed
        }
      }
      ...AppliedRule_decision
      ...TaskList_decision
    }
    decisionProof(id: $id) {
      itemNumber
      ...WhyList_proof
      ...BallotList_proof
      ...AppliedRule_proof
    }
  }
`)

const route = getRouteApi('/network/decisions/$decisionId')

/** One decision: what, why, by which rule, and what follows. */
export function DecisionPage() {
  const text = useDecisionsText()
  const { decisionId } = route.useParams()
  const [result, readAgain] = useQuery({ query: Decision_query, variables: { id: decisionId } })
  const retry = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <Loaded result={result} retry={retry} lines={20}>
      {({ decision, decisionProof }) =>
        decision && decisionProof ? (
          <Shown decision={decision} proof={decisionProof} readAgain={retry} />
        ) : (
          <PageHead title={text.missing} lead={<p>{text.missingBody}</p>} />
        )
      }
    </Loaded>
  )
}

interface ShownProps {
  decision: NonNullable<DecisionPageQuery['decision']>
  proof: NonNullable<DecisionPageQuery['decisionProof']>
  readAgain: () => void
}

function Shown({ decision, proof, readAgain }: ShownProps) {
  const text = useDecisionsText()
  const networkText = useNetworkText()
  const language = useLanguage()
  const { platform, meeting, viewerCan } = decision
  return (
    <>
      <Breadcrumbs current={decision.label}>
        <Link to="/network" search={{ id: platform?.id }}>
          {networkText.title}
        </Link>
        <Link to="/network/decisions" search={{ id: platform?.id }}>
          {text.title}
        </Link>
      </Breadcrumbs>
      <PageHead
        title={decision.title}
        sample={platform?.sample}
        lead={
          <p className="flex flex-wrap gap-x-4">
            <span>
              {text.number} <b className="prose-strong">{decision.label}</b>
            </span>
            <time dateTime={decision.decidedAt}>{formatMoment(decision.decidedAt, language)}</time>
            <span>{meeting?.title}</span>
            <span>{text.itemNumber(proof.itemNumber)}</span>
          </p>
        }
        actions={<OutcomeText outcome={decision.outcome} large />}
      />
      <Columns kind="aside">
        <div>
          <blockquote className="yui-motion">{decision.text}</blockquote>
          <WhyList outcome={decision.outcome} proof={proof} />
          <BallotList proof={proof} />
        </div>
        <aside className="yui-decision-aside">
          <h2>{text.rule}</h2>
          <AppliedRule decision={decision} proof={proof} />
          {viewerCan.supersede.allowed && decision.outcome === 'CARRIED' && !decision.supersededBy && (
            <div className="yui-no-print">
              <Disclosure summary={text.supersede}>
                <SupersedeForm
                  decision={decision}
                  later={(platform?.decisions.nodes ?? []).filter(
                    ({ id, decidedAt }) => id !== decision.id && decidedAt >= decision.decidedAt,
                  )}
                  onConflict={readAgain}
                />
              </Disclosure>
            </div>
          )}
          <h2 id="tasks">{text.tasks}</h2>
          <TaskList decision={decision} onConflict={readAgain} />
          {viewerCan.giveTask.allowed && (
            <div className="yui-no-print">
              <Disclosure summary={text.addTask}>
                <AddTaskForm
                  decisionId={decision.id}
                  members={(platform?.memberships.nodes ?? []).flatMap(
                    ({ corporation }) => corporation ?? [],
                  )}
                  onDone={readAgain}
                />
              </Disclosure>
            </div>
          )}
          <div className="mt-8 yui-no-print">
            <Buttons wide>
              {meeting?.minutes && (
                <LinkButton to="/network/meetings/$meetingId/minutes" params={{ meetingId: meeting.id }}>
                  {text.minutes}
                </LinkButton>
              )}
              <SaveFileButton path={`/api/decisions/${decision.id}.csv`} name={`${decision.label}.csv`}>
                {text.csv}
              </SaveFileButton>
              <PrintButton />
            </Buttons>
          </div>
        </aside>
      </Columns>
    </>
  )
}
