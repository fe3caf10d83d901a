import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { useCommand } from '../../../lib/command.ts'
import { formatDate, today } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useCorporationText } from '../../../locales/corporation.ts'
import { useMandatesText } from '../../../locales/mandates.ts'
import { useRegistryText } from '../../../locales/registry.ts'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { Link } from '../../../ui/Link/Link.tsx'
import { Section } from '../../../ui/Page/Page.tsx'
import { Cell, Head, Table } from '../../../ui/Table/Table.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'

const EndMandateForm_preview = graphql(`
  fragment EndMandateForm_preview on MandateEndPreview {
    key
    hiddenContacts
    contactsOutOfReach
    confirmed
    work {
      kind
      facilityId
      facilityName
      block
      on
      network
      ownPeople
    }
  }
`)

const End = graphql(`
  mutation EndMandateForm_end($input: EndMandateInput!) {
    endMandate(input: $input) {
      __typename
      ... on EndMandatePayload {
        mandate {
          id
          state
          version
        }
        corporation {
          id
          mandatesGiven(first: 100) {
            totalCount
          }
          ...MandateTable_corporation
        }
      }
      ...Refusal
    }
  }
`)

interface EndMandateFormProps {
  mandateId: string
  preview: FragmentType<typeof EndMandateForm_preview>
  /** The holder gives it back, instead of the corporation taking it back. */
  way: 'revoke' | 'giveBack'
  onDone: (said: string) => void
  /** What was shown no longer holds. */
  onOutdated: () => void
  leave: React.ReactNode
}

/** What ending means: the open work that depends on it, and what stays; then the button. */
export function EndMandateForm({
  mandateId,
  preview: given,
  way,
  onDone,
  onOutdated,
  leave,
}: EndMandateFormProps) {
  const preview = readFragment(EndMandateForm_preview, given)
  const text = useMandatesText().end
  const end = useCommand(End)
  const form = useForm({ defaultValues: {} })
  return (
    <>
      <Section title={preview.work.length > 0 ? text.workTitle(preview.work.length) : text.changesTitle}>
        {preview.work.length === 0 && preview.hiddenContacts === 0 && <p>{text.noWork}</p>}
        {preview.work.length > 0 && (
          <>
            <p className="mb-3">{text.workLeads[way]}</p>
            <WorkTable work={preview.work} />
          </>
        )}
        {preview.hiddenContacts > 0 && <p>{text.contacts[way](preview.hiddenContacts)}</p>}
        {preview.contactsOutOfReach && <p>{text.contactsOutOfReach[way]}</p>}
      </Section>
      <Section title={text.staysTitle}>
        <ul>
          {preview.confirmed > 0 && <li>{text.stays.confirmed(preview.confirmed)}</li>}
          <li>{text.stays.history}</li>
          <li>{text.stays.drafts[way]}</li>
        </ul>
      </Section>
      <Form
        form={form}
        submit={async () => {
          const outcome = await end({ input: { mandateId, previewKey: preview.key } })
          if (outcome.kind === 'refused') onOutdated()
          return outcome
        }}
        onDone={() => onDone(text.done[way])}
      >
        <FormEnd
          submit={text.submit[way]}
          statement={<ActingStatement>{text.statements[way]}</ActingStatement>}
        >
          {leave}
        </FormEnd>
      </Form>
    </>
  )
}

interface Work {
  kind: 'REQUEST' | 'DUE' | 'UNCONFIRMED'
  facilityId: string | null
  facilityName: string | null
  block: string
  on: string | null
  network: string | null
  ownPeople: number | null
}

/** One line per facility, kind and day, with all its blocks. */
function WorkTable({ work }: { work: readonly Work[] }) {
  const text = useMandatesText().end
  const ofFacility: Readonly<Record<string, string>> = useRegistryText().facility.blocks
  const ofCorporation: Readonly<Record<string, string>> = useCorporationText().blocks
  const language = useLanguage()
  const { columns, after } = text
  const dayOf = ({ kind, on }: Work): string => {
    if (on === null) return text.never
    const day = formatDate(on, language)
    return kind === 'DUE' && on < today() ? text.over(day) : text.days[kind](day)
  }
  const afterwards = ({ ownPeople }: Work): string => {
    if (ownPeople === null) return after.corporation
    return ownPeople === 0 ? after.nobody : after.people(ownPeople)
  }
  const lines = Map.groupBy(work, ({ kind, facilityId, on, network }) =>
    JSON.stringify([kind, facilityId, on, network]),
  )
  return (
    <Table caption={text.workCaption} captionHidden dense>
      <thead>
        <tr>
          <Head>{columns.where}</Head>
          <Head>{columns.what}</Head>
          <Head>{columns.day}</Head>
          <Head>{columns.after}</Head>
        </tr>
      </thead>
      <tbody>
        {[...lines].flatMap(([key, items]) => {
          const [first] = items
          if (!first) return []
          const { kind, facilityId, facilityName, network, block } = first
          const names = facilityId ? ofFacility : ofCorporation
          return (
            <tr key={key}>
              <th scope="row">
                {facilityId ? (
                  <Link to="/facilities/$facilityId" params={{ facilityId }} hash={block.toLowerCase()}>
                    {facilityName}
                  </Link>
                ) : (
                  text.ofCorporation
                )}
              </th>
              <Cell label={columns.what}>
                {text.kinds[kind](network ?? '')}
                {text.blocks(items.map((item) => names[item.block] ?? ''))}
              </Cell>
              <Cell label={columns.day}>{dayOf(first)}</Cell>
              <Cell label={columns.after}>{afterwards(first)}</Cell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
