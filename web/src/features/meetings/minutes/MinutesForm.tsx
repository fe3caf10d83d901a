import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { useMinutesText } from '../../../locales/minutes.ts'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { Section } from '../../../ui/Page/Page.tsx'
import { TextAreaField } from '../../../ui/TextArea/TextAreaField.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'
import { VoteFigures } from './MinutesPaper.tsx'

const MinutesForm_minutes = graphql(`
  fragment MinutesForm_minutes on Minutes {
    id
    opening
    closing
    version
    facts {
      items {
        itemId
        kind
        number
        title
        decision {
          label
          outcome
          present
          against
          abstaining
          conflictClause
          quorum {
            clause
          }
          majority {
            unit
            needed
            have
            clause
          }
        }
      }
    }
    entries(first: 100) {
      nodes {
        id
        text
        item {
          id
        }
      }
    }
  }
`)

const Edit = graphql(`
  mutation MinutesForm_edit($input: EditMinutesInput!) {
    editMinutes(input: $input) {
      ... on EditMinutesPayload {
        minutes {
          id
          state
          ...MinutesForm_minutes
          ...MinutesPaper_minutes
        }
      }
      ...Refusal
    }
  }
`)

interface MinutesFormProps {
  minutes: FragmentType<typeof MinutesForm_minutes>
  meetingId: string
  title: string
  onConflict: () => void
}

interface Values {
  opening: string
  closing: string
  /** By item, so that one that is filled in anew leaves the others alone. */
  entries: Record<string, string>
}

/** The draft beside what is known of the meeting: figures are shown, words are written. */
export function MinutesForm({ minutes: given, meetingId, title, onConflict }: MinutesFormProps) {
  const text = useMinutesText()
  const { id, version, opening, closing, facts, entries } = readFragment(MinutesForm_minutes, given)
  const edit = useCommand(Edit)
  const texts = new Map(entries.nodes.map(({ item, text: words }) => [item?.id, words]))
  const form = useForm<Values>({
    defaultValues: {
      opening,
      closing,
      entries: Object.fromEntries(facts.items.map(({ itemId }) => [itemId, texts.get(itemId) ?? ''])),
    },
    follows: true,
    draft: { key: `minutes:${id}`, title, path: `/network/meetings/${meetingId}/minutes` },
  })
  return (
    <Section title={text.form.title}>
      <Form
        form={form}
        submit={(values) =>
          edit({
            input: {
              minutesId: id,
              opening: values.opening,
              closing: values.closing,
              entries: facts.items.map(({ itemId }) => ({ itemId, text: values.entries[itemId] ?? '' })),
              version,
            },
          })
        }
        onDone={() => announce(text.form.saved)}
        onConflict={onConflict}
      >
        <p className="prose-note">{text.form.lead}</p>
        <TextAreaField name="opening" label={text.form.opening} maxLength={5_000} rows={5} />
        {facts.items.map((item) => (
          <div key={item.itemId} className="yui-minutes-entry">
            <h3>{text.itemTitle(text.item(item.kind, item.number), item.title)}</h3>
            <VoteFigures item={item} />
            <TextAreaField
              name={`entries.${item.itemId}`}
              label={text.form.entry(text.item(item.kind, item.number))}
              maxLength={20_000}
              rows={5}
            />
          </div>
        ))}
        <TextAreaField name="closing" label={text.form.closing} maxLength={5_000} rows={4} />
        <FormEnd
          submit={text.form.save}
          statement={<ActingStatement>{text.form.statement}</ActingStatement>}
        />
      </Form>
    </Section>
  )
}
