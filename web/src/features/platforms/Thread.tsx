import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useCommand } from '../../lib/command.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMembersText } from '../../locales/members.ts'
import { Lines } from '../../ui/Lines/Lines.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { TextAreaField } from '../../ui/TextArea/TextAreaField.tsx'
import { ActForm } from './ActForm.tsx'

const Thread_application = graphql(`
  fragment Thread_application on MembershipApplication {
    id
    messages(first: 100) {
      nodes {
        id
        fromNetwork
        text
        sentAt
      }
    }
    viewerCan {
      write {
        allowed
      }
    }
  }
`)

const Write = graphql(`
  mutation Thread_write($input: WriteToApplicationInput!) {
    writeToApplication(input: $input) {
      ... on WriteToApplicationPayload {
        membershipApplication {
          id
          ...Thread_application
        }
      }
      ...Refusal
    }
  }
`)

interface ThreadProps {
  application: FragmentType<typeof Thread_application>
  /** It waits for one of the sides. */
  open: boolean
}

/** What network and applicant asked each other. */
export function Thread({ application: given, open }: ThreadProps) {
  const text = useMembersText().application
  const language = useLanguage()
  const { id, messages, viewerCan } = readFragment(Thread_application, given)
  const write = useCommand(Write)
  return (
    <Section title={text.thread}>
      {messages.nodes.length === 0 ? (
        <p className="prose-sub">{text.threadNone}</p>
      ) : (
        <Lines>
          {messages.nodes.map((message) => (
            <li key={message.id}>
              <p className="prose-note">
                <span className="prose-strong">
                  {text.sides[message.fromNetwork ? 'network' : 'applicant']}
                </span>{' '}
                <time dateTime={message.sentAt}>{formatMoment(message.sentAt, language)}</time>
              </p>
              <p className="whitespace-pre-wrap">{message.text}</p>
            </li>
          ))}
        </Lines>
      )}
      {open && viewerCan.write.allowed && (
        <div className="mt-4">
          <ActForm<{ text: string }, object>
            summary={text.write}
            button={text.send}
            open
            defaults={{ text: '' }}
            submit={({ text: words }) =>
              write({
                input: { membershipApplicationId: id, text: words, idempotencyKey: crypto.randomUUID() },
              })
            }
            statement={text.writeStatement}
            said={text.sentOff}
          >
            <TextAreaField
              name="text"
              label={text.write}
              support={text.writeSupport}
              required
              maxLength={2000}
            />
          </ActForm>
        </div>
      )}
    </Section>
  )
}
