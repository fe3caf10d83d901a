import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { useCommand } from '../../lib/command.ts'
import { useAssignmentText } from '../../locales/assignment.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { Lines } from './Lines.tsx'
import { Pages } from './Pages.tsx'
import { shelterOptions, type ShelterChoice } from './choices.ts'

const WhatIf_proposal = graphql(`
  fragment WhatIf_proposal on AssignmentProposal {
    id
    state
    leftOverPersons
    movedPersons
    lostFacility {
      id
      name
    }
    moved: lines(
      moved: true
      first: $movedFirst
      after: $movedAfter
      last: $movedLast
      before: $movedBefore
    ) {
      totalCount
      pageInfo {
        ...Pages_pageInfo
      }
      nodes {
        id
        persons
        reason
        group {
          id
          reference
        }
        facility {
          id
          name
        }
        movedFrom {
          id
          name
        }
      }
    }
  }
`)

const Ask = graphql(`
  mutation WhatIf_ask($input: RequestAssignmentProposalInput!) {
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

interface WhatIfProps {
  caseId: string
  baseId: string
  shelters: readonly ShelterChoice[]
  latest: FragmentType<typeof WhatIf_proposal> | undefined
  mayCoordinate: boolean
}

/** What would happen if a shelter of the proposal were lost. */
export function WhatIf({ caseId, baseId, shelters, latest, mayCoordinate }: WhatIfProps) {
  const words = useAssignmentText()
  const text = words.whatIf
  const send = useCommand(Ask)
  const found = readFragment(WhatIf_proposal, latest)
  const form = useForm({ defaultValues: { lostFacilityId: '' } })
  const moved = found?.moved.nodes ?? []
  const whereTo = ({ facility, reason }: (typeof moved)[number]) =>
    facility?.name ?? (
      <b>
        {words.proposal.leftOver}
        {reason && `（${words.proposal.reasons[reason]}）`}
      </b>
    )
  return (
    <>
      <p>{text.lead}</p>
      {mayCoordinate && (
        <div className="yui-no-print">
          <Form
            form={form}
            submit={({ lostFacilityId }) =>
              send({
                input: {
                  assignmentCaseId: caseId,
                  baseId,
                  lostFacilityId,
                  idempotencyKey: crypto.randomUUID(),
                },
              })
            }
            onDone={() => form.hookForm.reset()}
          >
            <SelectField
              name="lostFacilityId"
              label={text.shelter}
              required
              options={shelterOptions(shelters.filter(({ open }) => open))}
            />
            <FormEnd submit={text.submit} />
          </Form>
        </div>
      )}
      {found?.state === 'WAITING' && <Notice>{words.proposal.asked}</Notice>}
      {found?.state === 'FAILED' && <Notice kind="bad">{words.proposal.failed}</Notice>}
      {found?.state === 'READY' && (
        <>
          <h3 className="mt-8">{text.result(found.lostFacility?.name ?? '')}</h3>
          <p>
            <b>{text.left(found.leftOverPersons ?? 0)}</b>
            {'　'}
            {text.moved(found.movedPersons ?? 0)}
          </p>
          {moved.length === 0 ? (
            <p>{text.nobody}</p>
          ) : (
            <Lines
              caption={text.caption}
              reference={text.columns.reference}
              columns={[
                { head: text.columns.persons, numeric: true, of: ({ persons }) => persons },
                { head: text.columns.from, of: ({ movedFrom }) => movedFrom?.name },
                {
                  head: text.columns.to,
                  of: whereTo,
                },
              ]}
              lines={moved}
            />
          )}
          <Pages name="moved" list={found.moved} />
        </>
      )}
    </>
  )
}
