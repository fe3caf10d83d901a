import { useNavigate } from '@tanstack/react-router'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useCommand } from '../../lib/command.ts'
import { useMembersText } from '../../locales/members.ts'
import { TextAreaField } from '../../ui/TextArea/TextAreaField.tsx'
import { ActForm } from './ActForm.tsx'
import { emptyEnrolment, enrolmentInput, EnrolmentFields, type EnrolmentValues } from './EnrolmentFields.tsx'

const ApplicationActs_application = graphql(`
  fragment ApplicationActs_application on MembershipApplication {
    id
    state
    memberClass
    version
    viewerCan {
      decide {
        allowed
      }
      withdraw {
        allowed
      }
    }
  }
`)

const Admit = graphql(`
  mutation ApplicationActs_admit($input: AdmitMemberInput!) {
    admitMember(input: $input) {
      ... on AdmitMemberPayload {
        membershipApplication {
          id
          closedAt
          ...ApplicationActs_application
        }
        platformMembership {
          id
        }
      }
      ...Refusal
    }
  }
`)

const Decline = graphql(`
  mutation ApplicationActs_decline($input: DeclineApplicationInput!) {
    declineApplication(input: $input) {
      ... on DeclineApplicationPayload {
        membershipApplication {
          id
          closedAt
          closingReason
          ...ApplicationActs_application
        }
      }
      ...Refusal
    }
  }
`)

const Withdraw = graphql(`
  mutation ApplicationActs_withdraw($input: WithdrawApplicationInput!) {
    withdrawApplication(input: $input) {
      ... on WithdrawApplicationPayload {
        membershipApplication {
          id
          closedAt
          closingReason
          ...ApplicationActs_application
        }
      }
      ...Refusal
    }
  }
`)

interface ApplicationActsProps {
  application: FragmentType<typeof ApplicationActs_application>
  /** What the network's own people decide by; null for an applicant. */
  network: (Omit<Parameters<typeof EnrolmentFields>[0], 'clause'> & { clause: string | null }) | null
  onConflict: () => void
}

/** What can be done with an open application: admit, decline, withdraw. */
export function ApplicationActs({ application: given, network, onConflict }: ApplicationActsProps) {
  const text = useMembersText().application
  const navigate = useNavigate()
  const { id, state, memberClass, version, viewerCan } = readFragment(ApplicationActs_application, given)
  const admit = useCommand(Admit)
  const decline = useCommand(Decline)
  const withdraw = useCommand(Withdraw)
  const input = { membershipApplicationId: id, version }
  if (state !== 'SUBMITTED' && state !== 'INVITED') return null
  return (
    <div className="mt-8 grid gap-4">
      {state === 'SUBMITTED' && viewerCan.decide.allowed && network && (
        <>
          <ActForm<EnrolmentValues, { platformMembership?: { id: string } | null }>
            summary={text.admit}
            defaults={emptyEnrolment(memberClass)}
            submit={(values) => admit({ input: { ...input, ...enrolmentInput(values) } })}
            statement={text.admitStatement}
            said={text.admitted}
            onConflict={onConflict}
            onDone={({ platformMembership }) => {
              if (platformMembership)
                void navigate({
                  to: '/network/members/$membershipId',
                  params: { membershipId: platformMembership.id },
                })
            }}
          >
            <EnrolmentFields {...network} />
          </ActForm>
          <ActForm<{ reason: string }, object>
            summary={text.decline}
            defaults={{ reason: '' }}
            submit={({ reason }) => decline({ input: { ...input, reason } })}
            statement={text.declineStatement}
            said={text.declined}
            onConflict={onConflict}
          >
            <TextAreaField name="reason" label={text.declineReason} required maxLength={500} rows={3} />
          </ActForm>
        </>
      )}
      {viewerCan.withdraw.allowed && (
        <ActForm<{ reason: string }, object>
          summary={state === 'INVITED' ? text.withdrawInvitation : text.withdraw}
          defaults={{ reason: '' }}
          submit={({ reason }) => withdraw({ input: { ...input, reason: reason || undefined } })}
          statement={text.withdrawStatement}
          said={text.withdrawn}
          onConflict={onConflict}
        >
          <TextAreaField name="reason" label={text.withdrawReason} maxLength={500} rows={3} />
        </ActForm>
      )}
    </div>
  )
}
