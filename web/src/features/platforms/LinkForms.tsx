import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { isoOf, toEntry, today, type DateEntry } from '../../lib/dates.ts'
import { useMembersText } from '../../locales/members.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { ActForm } from './ActForm.tsx'

const Networks = graphql(`
  query LinkFormsNetworks {
    platforms(first: 100) {
      nodes {
        id
        name
        sample
      }
    }
  }
`)

const Link = graphql(`
  mutation LinkForms_link($input: LinkPlatformsInput!) {
    linkPlatforms(input: $input) {
      ... on LinkPlatformsPayload {
        platform {
          id
        }
      }
      ...Refusal
    }
  }
`)

const End = graphql(`
  mutation LinkForms_end($input: EndPlatformLinkInput!) {
    endPlatformLink(input: $input) {
      ... on EndPlatformLinkPayload {
        platformLink {
          id
          endsOn
        }
      }
      ...Refusal
    }
  }
`)

const RELATIONS = ['ABOVE', 'BELOW', 'BESIDE'] as const

interface LinkValues {
  otherId: string
  relation: (typeof RELATIONS)[number]
  note: string
  startsOn: DateEntry
}

/** How a network stands to another one: below it, above it, or beside it. */
export function LinkForm({ platform }: { platform: { id: string; sample: boolean } }) {
  const text = useMembersText().linked
  const link = useCommand(Link)
  const [{ data }] = useQuery({ query: Networks })
  // Invented networks are linked with invented ones.
  const others = (data?.platforms.nodes ?? []).filter(
    ({ id, sample }) => id !== platform.id && sample === platform.sample,
  )
  return (
    <ActForm<LinkValues, object>
      summary={text.link}
      defaults={{ otherId: '', relation: 'ABOVE', note: '', startsOn: toEntry(today()) }}
      submit={({ otherId, relation, note, startsOn }) => {
        // What stands below is named first.
        const [lower, upper] = relation === 'BELOW' ? [otherId, platform.id] : [platform.id, otherId]
        return link({
          input: {
            platformId: lower,
            otherId: upper,
            kind: relation === 'BESIDE' ? 'WORKS_WITH' : 'PART_OF',
            note,
            startsOn: isoOf(startsOn) ?? today(),
          },
        })
      }}
      said={text.linked}
    >
      <SelectField
        name="otherId"
        label={text.other}
        required
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <RadioGroup
        name="relation"
        label={text.relation}
        required
        options={RELATIONS.map((value) => ({ value, ...text.choices[value] }))}
      />
      <TextField name="note" label={text.note} support={text.noteSupport} maxLength={300} />
      <DateFields name="startsOn" label={text.first} required />
    </ActForm>
  )
}

interface EndLinkProps {
  link: { linkId: string; version: number; name: string }
  onClose: () => void
}

/** Writes down the last day of a link. */
export function EndLink({ link, onClose }: EndLinkProps) {
  const { linked: text, leave } = useMembersText()
  const end = useCommand(End)
  const form = useForm<{ endsOn: DateEntry }>({ defaultValues: { endsOn: toEntry(today()) } })
  return (
    <Dialog title={text.endTitle(link.name)} open onClose={onClose}>
      <p>{text.endBody}</p>
      <Form<{ endsOn: DateEntry }, object>
        form={form}
        submit={({ endsOn }) =>
          end({
            input: { platformLinkId: link.linkId, endsOn: isoOf(endsOn) ?? today(), version: link.version },
          })
        }
        onDone={() => {
          announce(text.ended)
          onClose()
        }}
      >
        <DateFields name="endsOn" label={text.last} required />
        <FormEnd submit={text.end} statement={<ActingStatement>{text.endStatement}</ActingStatement>}>
          <Button onClick={onClose}>{leave}</Button>
        </FormEnd>
      </Form>
    </Dialog>
  )
}
