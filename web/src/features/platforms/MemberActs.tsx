import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useCommand } from '../../lib/command.ts'
import { emptyDate, isoOf, toEntry, today, type DateEntry } from '../../lib/dates.ts'
import { useMembersText } from '../../locales/members.ts'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActForm } from './ActForm.tsx'
import { ClassFields, DecisionField } from './EnrolmentFields.tsx'

const MemberActs_membership = graphql(`
  fragment MemberActs_membership on PlatformMembership {
    id
    memberClass
    votes
    votesBasis
    startsOn
    endsOn
    version
    suspended: suspensions(first: 1, on: $day) {
      totalCount
    }
    viewerCan {
      keep {
        allowed
      }
      leave {
        allowed
      }
    }
  }
`)

const Change = graphql(`
  mutation MemberActs_change($input: ReclassifyMemberInput!) {
    reclassifyMember(input: $input) {
      ... on ReclassifyMemberPayload {
        platformMembership {
          id
          memberClass
          votes
          votesBasis
          version
        }
      }
      ...Refusal
    }
  }
`)

const Suspend = graphql(`
  mutation MemberActs_suspend($input: SuspendMemberInput!) {
    suspendMember(input: $input) {
      ... on SuspendMemberPayload {
        platformMembership {
          id
          version
        }
      }
      ...Refusal
    }
  }
`)

const Lift = graphql(`
  mutation MemberActs_lift($input: LiftSuspensionInput!) {
    liftSuspension(input: $input) {
      ... on LiftSuspensionPayload {
        platformMembership {
          id
          version
        }
      }
      ...Refusal
    }
  }
`)

const Leave = graphql(`
  mutation MemberActs_leave($input: LeaveNetworkInput!) {
    leaveNetwork(input: $input) {
      ... on LeaveNetworkPayload {
        platformMembership {
          id
          endsOn
          ending
          version
        }
      }
      ...Refusal
    }
  }
`)

const Expel = graphql(`
  mutation MemberActs_expel($input: ExpelMemberInput!) {
    expelMember(input: $input) {
      ... on ExpelMemberPayload {
        platformMembership {
          id
          endsOn
          ending
          version
        }
      }
      ...Refusal
    }
  }
`)

interface MemberActsProps {
  membership: FragmentType<typeof MemberActs_membership>
  rules: Parameters<typeof ClassFields>[0]['rules']
  decisions: Parameters<typeof DecisionField>[0]['decisions']
  notice: { days: number; clause: string }
  onChanged: () => void
}

interface ChangeValues {
  memberClass: string
  votes: string
  votesBasis: string
  reason: string
}
interface DatedValues {
  day: DateEntry
  reason: string
}

const filled = (typed: string): string | undefined => (typed.trim() === '' ? undefined : typed)

/** What can be written down of a membership: its kind and votes, suspensions, its end. */
export function MemberActs({ membership: given, rules, decisions, notice, onChanged }: MemberActsProps) {
  const text = useMembersText().member
  const membership = readFragment(MemberActs_membership, given)
  const { viewerCan, version } = membership
  const change = useCommand(Change)
  const suspend = useCommand(Suspend)
  const lift = useCommand(Lift)
  const leave = useCommand(Leave)
  const expel = useCommand(Expel)
  const input = { platformMembershipId: membership.id, version }
  const told = { onDone: onChanged, onConflict: onChanged }
  if (membership.endsOn && membership.endsOn < today()) return null
  return (
    <div className="mt-8 grid gap-4">
      {viewerCan.keep.allowed && (
        <>
          <ActForm<ChangeValues, object>
            summary={text.change}
            defaults={{
              memberClass: membership.memberClass,
              votes: membership.votes?.toString() ?? '',
              votesBasis: membership.votesBasis ?? '',
              reason: '',
            }}
            submit={({ memberClass, votes, votesBasis, reason }) =>
              change({
                input: {
                  ...input,
                  memberClass,
                  votes: votes === '' ? undefined : Number(votes),
                  votesBasis: filled(votesBasis),
                  reason,
                },
              })
            }
            statement={text.changeStatement}
            {...told}
          >
            <ClassFields rules={rules} />
            <TextField name="reason" label={text.changeReason} required maxLength={300} />
          </ActForm>
          {membership.suspended.totalCount === 0 ? (
            <ActForm<DatedValues, object>
              summary={text.suspend}
              defaults={{ day: toEntry(today()), reason: '' }}
              submit={({ day, reason }) =>
                suspend({ input: { ...input, startsOn: isoOf(day) ?? today(), reason } })
              }
              statement={text.suspendStatement}
              {...told}
            >
              <DateFields name="day" label={text.suspendFrom} required />
              <TextField name="reason" label={text.suspendReason} required maxLength={300} />
            </ActForm>
          ) : (
            <ActForm<DatedValues, object>
              summary={text.lift}
              defaults={{ day: toEntry(today()), reason: '' }}
              submit={({ day, reason }) =>
                lift({ input: { ...input, goesOnFrom: isoOf(day) ?? today(), reason } })
              }
              {...told}
            >
              <DateFields name="day" label={text.liftFrom} required />
              <TextField name="reason" label={text.liftReason} required maxLength={300} />
            </ActForm>
          )}
        </>
      )}
      {viewerCan.leave.allowed && (
        <ActForm<{ noticeGivenOn: DateEntry; endsOn: DateEntry; reason: string }, object>
          summary={text.quit}
          defaults={{ noticeGivenOn: toEntry(today()), endsOn: emptyDate, reason: '' }}
          submit={({ noticeGivenOn, endsOn, reason }) =>
            leave({
              input: {
                ...input,
                noticeGivenOn: isoOf(noticeGivenOn) ?? today(),
                endsOn: isoOf(endsOn) ?? today(),
                reason: filled(reason),
              },
            })
          }
          statement={text.quitStatement(notice.days, notice.clause)}
          {...told}
        >
          <DateFields name="noticeGivenOn" label={text.noticeOn} required />
          <DateFields name="endsOn" label={text.lastDay} required />
          <TextField name="reason" label={text.quitReason} maxLength={300} />
        </ActForm>
      )}
      {viewerCan.keep.allowed && (
        <ActForm<{ decisionId: string; endsOn: DateEntry; reason: string }, object>
          summary={text.expel}
          defaults={{ decisionId: '', endsOn: toEntry(today()), reason: '' }}
          submit={({ decisionId, endsOn, reason }) =>
            expel({
              input: { ...input, decisionId, endsOn: isoOf(endsOn) ?? today(), reason: filled(reason) },
            })
          }
          statement={text.expelStatement}
          {...told}
        >
          <DecisionField
            decisions={decisions}
            label={text.expelDecision}
            support={decisions.length === 0 ? text.noDecisions : undefined}
            required
          />
          <DateFields name="endsOn" label={text.lastDay} required />
          <TextField name="reason" label={text.quitReason} maxLength={300} />
        </ActForm>
      )}
    </div>
  )
}
