import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'

const Withdraw = graphql(`
  mutation WithdrawForm_withdraw($input: WithdrawAnnouncementInput!) {
    withdrawAnnouncement(input: $input) {
      ... on WithdrawAnnouncementPayload {
        announcement {
          id
          state
          withdrawnAt
          withdrawalReason
          version
          viewerCan {
            withdraw {
              allowed
            }
            acknowledge {
              allowed
            }
          }
        }
      }
      ...Refusal
    }
  }
`)

interface WithdrawFormProps {
  announcementId: string
  version: number
  onConflict: () => void
}

/** Takes an announcement back, with a reason that its readers see. */
export function WithdrawForm({ announcementId, version, onConflict }: WithdrawFormProps) {
  const text = useBulletinText().announcements
  const withdraw = useCommand(Withdraw)
  const form = useForm({ defaultValues: { reason: '' } })
  return (
    <Form
      form={form}
      submit={({ reason }) => withdraw({ input: { announcementId, version, reason } })}
      onDone={() => announce(text.withdrawDone)}
      onConflict={onConflict}
    >
      <TextField
        name="reason"
        label={text.withdrawReason}
        support={text.withdrawSupport}
        required
        maxLength={300}
      />
      <FormEnd
        submit={text.withdraw}
        statement={<ActingStatement>{text.withdrawStatement}</ActingStatement>}
      />
    </Form>
  )
}
