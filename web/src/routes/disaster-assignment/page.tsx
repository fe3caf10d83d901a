import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { Closures } from '../../features/assignment/Closures.tsx'
import { WaitingForm } from '../../features/assignment/WaitingForm.tsx'
import { Proposal } from '../../features/assignment/Proposal.tsx'
import { pagesIn } from '../../features/assignment/search.ts'
import { WaitingTable } from '../../features/assignment/WaitingTable.tsx'
import { WhatIf } from '../../features/assignment/WhatIf.tsx'
import { EventBand, headingOf } from '../../features/disasters/EventBand.tsx'
import { ActingStatement } from '../../features/identity/ActingStatement.tsx'
import { graphql } from '../../generated/gql.ts'
import { useCommand } from '../../lib/command.ts'
import { useAssignmentText } from '../../locales/assignment.ts'
import { usePapersText } from '../../locales/papers.ts'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'

const DisasterAssignmentPage_query = graphql(`
  query DisasterAssignmentPage(
    $eventId: ID!
    $waitingFirst: Int
    $waitingAfter: String
    $waitingLast: Int
    $waitingBefore: String
    $leftFirst: Int
    $leftAfter: String
    $leftLast: Int
    $leftBefore: String
    $placedFirst: Int
    $placedAfter: String
    $placedLast: Int
    $placedBefore: String
    $movedFirst: Int
    $movedAfter: String
    $movedLast: Int
    $movedBefore: String
  ) {
    assignmentEvent(eventId: $eventId) {
      name
      drill
      mayCoordinate
      detourFactor
      detourConfirmed
      equipment
      shelters {
        facilityId
        name
        municipality
        open
      }
      municipalities {
        id
        name
      }
    }
    assignmentCase(eventId: $eventId) {
      id
      groups(first: $waitingFirst, after: $waitingAfter, last: $waitingLast, before: $waitingBefore) {
        totalCount
        pageInfo {
          ...Pages_pageInfo
        }
        nodes {
          id
          ...Waiting_group
        }
      }
      closures(first: 50) {
        nodes {
          id
          ...ClosureTable_closure
        }
      }
      proposals(first: 1, whatIf: false) {
        nodes {
          id
          state
          ...Proposal_proposal
        }
      }
      whatIfs: proposals(first: 1, whatIf: true) {
        nodes {
          id
          base {
            id
          }
          ...WhatIf_proposal
        }
      }
    }
  }
`)

const Begin = graphql(`
  mutation DisasterAssignmentPage_begin($input: OpenAssignmentCaseInput!) {
    openAssignmentCase(input: $input) {
      ... on OpenAssignmentCasePayload {
        assignmentCase {
          id
        }
      }
      ...Refusal
    }
  }
`)

const Make = graphql(`
  mutation DisasterAssignmentPage_make($input: RequestAssignmentProposalInput!) {
    requestAssignmentProposal(input: $input) {
      ... on RequestAssignmentProposalPayload {
        assignmentProposal {
          id
          state
        }
      }
      ...Refusal
    }
  }
`)

const route = getRouteApi('/disasters/$eventId/assignment')

/** 行き先の案と決定: who waits, what is computed, what a coordinator decides. */
export function DisasterAssignmentPage() {
  const { eventId } = route.useParams()
  const search = route.useSearch()
  const variables = { eventId, ...pagesIn(search) }
  const words = useAssignmentText()
  const text = words.proposal
  const papers = usePapersText()
  const [result, readAgain] = useQuery({ query: DisasterAssignmentPage_query, variables })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <Loaded result={result} retry={again} lines={20}>
      {({ assignmentEvent: event, assignmentCase: found }) => {
        if (!event) return <PageHead title={words.none} lead={<p>{words.noneBody}</p>} />
        const { mayCoordinate, shelters, municipalities, equipment } = event
        const proposal = found?.proposals.nodes[0]
        const whatIf = found?.whatIfs.nodes[0]
        return (
          <>
            <EventBand event={event} />
            <PageHead
              title={headingOf(event, words.title)}
              lead={<p>{words.lead}</p>}
              actions={
                <>
                  <LinkButton to="/disasters/$eventId" params={{ eventId }}>
                    {words.event}
                  </LinkButton>
                  <LinkButton to="/disasters/$eventId/assignment/print" params={{ eventId }} icon="print">
                    {papers.open}
                  </LinkButton>
                </>
              }
            />
            {!found && (
              <Section title={words.waiting.title}>
                <p>{words.beginBody}</p>
                {mayCoordinate && <BeginForm eventId={eventId} />}
              </Section>
            )}
            {found && (
              <>
                <Section title={words.waiting.title}>
                  <WaitingTable
                    groups={found.groups}
                    shelters={shelters}
                    mayCoordinate={mayCoordinate}
                    onConflict={again}
                  />
                  {mayCoordinate && (
                    <div className="yui-no-print">
                      <Disclosure summary={words.waiting.add}>
                        <WaitingForm
                          caseId={found.id}
                          municipalities={municipalities}
                          equipment={equipment}
                        />
                      </Disclosure>
                    </div>
                  )}
                </Section>
                <Section title={words.closures.title}>
                  <Closures
                    caseId={found.id}
                    closures={found.closures.nodes}
                    municipalities={municipalities}
                    shelters={shelters}
                    mayCoordinate={mayCoordinate}
                    onConflict={again}
                  />
                </Section>
                <Section title={text.title}>
                  {mayCoordinate && proposal?.state !== 'WAITING' && (
                    <div className="yui-no-print">
                      <MakeForm caseId={found.id} words={proposal ? text.again : text.make} />
                    </div>
                  )}
                  {!proposal && <p>{text.empty}</p>}
                  {proposal?.state === 'WAITING' && <Notice>{text.asked}</Notice>}
                  {proposal?.state === 'FAILED' && <Notice kind="bad">{text.failed}</Notice>}
                  {proposal?.state === 'READY' && (
                    <Proposal
                      key={proposal.id}
                      proposal={proposal}
                      shelters={shelters}
                      mayCoordinate={mayCoordinate}
                      onConflict={again}
                    />
                  )}
                  <p className="prose-note mt-4">{text.detour(event.detourFactor, event.detourConfirmed)}</p>
                </Section>
                {proposal?.state === 'READY' && (
                  <Section title={words.whatIf.title}>
                    <WhatIf
                      key={proposal.id}
                      caseId={found.id}
                      baseId={proposal.id}
                      shelters={shelters}
                      latest={whatIf?.base?.id === proposal.id ? whatIf : undefined}
                      mayCoordinate={mayCoordinate}
                    />
                  </Section>
                )}
              </>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

function BeginForm({ eventId }: { eventId: string }) {
  const text = useAssignmentText()
  const send = useCommand(Begin)
  const form = useForm({ defaultValues: {} })
  return (
    <Form form={form} submit={() => send({ input: { disasterEventId: eventId } })} onDone={() => undefined}>
      <FormEnd
        submit={text.begin}
        statement={<ActingStatement>{text.waiting.form.statement}</ActingStatement>}
      />
    </Form>
  )
}

function MakeForm({ caseId, words }: { caseId: string; words: string }) {
  const text = useAssignmentText().proposal
  const send = useCommand(Make)
  const form = useForm({ defaultValues: {} })
  return (
    <Form
      form={form}
      submit={() => send({ input: { assignmentCaseId: caseId, idempotencyKey: crypto.randomUUID() } })}
      onDone={() => undefined}
    >
      <FormEnd submit={words} statement={<ActingStatement>{text.statement}</ActingStatement>} />
    </Form>
  )
}
