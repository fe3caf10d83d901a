import { useNavigate } from '@tanstack/react-router'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useCommand } from '../../lib/command.ts'
import { useMembersText } from '../../locales/members.ts'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { TextAreaField } from '../../ui/TextArea/TextAreaField.tsx'
import { ActForm } from './ActForm.tsx'

const JoinForm_network = graphql(`
  fragment JoinForm_network on NetworkToJoin {
    platformId
    applicationState
    questions {
      position
      text
      required
    }
    classes {
      code
      name
      votes
      clause
    }
  }
`)

const Apply = graphql(`
  mutation JoinForm_apply($input: ApplyForMembershipInput!) {
    applyForMembership(input: $input) {
      ... on ApplyForMembershipPayload {
        membershipApplication {
          id
          state
        }
      }
      ...Refusal
    }
  }
`)

interface Values {
  memberClass: string
  message: string
  answers: { answer: string }[]
}

/** Applies to a network, or takes its invitation up. */
export function JoinForm({ network: given }: { network: FragmentType<typeof JoinForm_network> }) {
  const text = useMembersText().join
  const navigate = useNavigate()
  const { platformId, applicationState, questions, classes } = readFragment(JoinForm_network, given)
  const apply = useCommand(Apply)
  if (classes.length === 0) return <p className="prose-sub">{text.noClass}</p>
  return (
    <ActForm<Values, { membershipApplication?: { id: string } | null }>
      summary={applicationState === 'INVITED' ? text.answer : text.apply}
      open={applicationState === 'INVITED'}
      button={text.apply}
      defaults={{
        memberClass: classes.length === 1 ? classes[0]?.code : '',
        message: '',
        answers: questions.map(() => ({ answer: '' })),
      }}
      submit={({ memberClass, message, answers }) =>
        apply({
          input: {
            platformId,
            memberClass,
            message: message || undefined,
            answers: answers.map(({ answer }, n) => ({ position: questions[n]?.position ?? n + 1, answer })),
            idempotencyKey: crypto.randomUUID(),
          },
        })
      }
      statement={text.applyStatement}
      said={text.applied}
      onDone={({ membershipApplication }) => {
        if (membershipApplication)
          void navigate({
            to: '/network/applications/$applicationId',
            params: { applicationId: membershipApplication.id },
          })
      }}
    >
      <RadioGroup
        name="memberClass"
        label={text.class}
        required
        options={classes.map(({ code, name, votes, clause }) => ({
          value: code,
          label: text.classOption(name, votes, clause),
        }))}
      />
      {questions.map(({ position, text: question, required }, n) => (
        <TextAreaField
          key={position}
          name={`answers.${n}.answer`}
          label={question}
          required={required}
          maxLength={2000}
          rows={3}
        />
      ))}
      <TextAreaField name="message" label={text.message} maxLength={1000} rows={3} />
    </ActForm>
  )
}
