import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { emptyDate, formatDate, isoOf, toEntry, today, type DateEntry } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMembersText } from '../../locales/members.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ConfirmDialog } from '../identity/ConfirmDialog.tsx'
import { ActForm } from './ActForm.tsx'

const Officers = graphql(`
  fragment OfficerList_officer on PlatformOfficer {
    id
    office
    organ
    name
    startsOn
    endsOn
    version
    corporation {
      id
      name
    }
  }
`)

const Appoint = graphql(`
  mutation OfficerList_appoint($input: AppointOfficerInput!) {
    appointOfficer(input: $input) {
      ... on AppointOfficerPayload {
        platformOfficer {
          id
        }
      }
      ...Refusal
    }
  }
`)

const End = graphql(`
  mutation OfficerList_end($input: EndOfficeInput!) {
    endOffice(input: $input) {
      ... on EndOfficePayload {
        platformOfficer {
          id
          endsOn
          version
        }
      }
      ...Refusal
    }
  }
`)

const ORGANS = ['BOARD', 'EVALUATION_COUNCIL', 'GENERAL_MEETING'] as const

interface OfficerListProps {
  platformId: string
  officers: readonly FragmentType<typeof Officers>[]
  members: readonly { id: string; name: string }[]
  keeps: boolean
}

interface Values {
  office: string
  name: string
  organ: '' | (typeof ORGANS)[number]
  corporationId: string
  startsOn: DateEntry
  endsOn: DateEntry
}

/** The people in a network's offices. */
export function OfficerList({ platformId, officers: given, members, keeps }: OfficerListProps) {
  const { committees: text, none } = useMembersText()
  const language = useLanguage()
  const officers = readFragment(Officers, given)
  const [ended, end] = useState<(typeof officers)[number]>()
  const appoint = useCommand(Appoint)
  const endOffice = useCommand(End)
  return (
    <>
      {officers.length === 0 ? (
        <p className="prose-sub">{text.noOfficers}</p>
      ) : (
        <Table caption={text.officersCaption} captionHidden>
          <thead>
            <tr>
              <Head>{text.officerColumns.name}</Head>
              <Head>{text.officerColumns.office}</Head>
              <Head>{text.officerColumns.corporation}</Head>
              <Head>{text.officerColumns.term}</Head>
              {keeps && <Head>{text.officerColumns.action}</Head>}
            </tr>
          </thead>
          <tbody>
            {officers.map((officer) => (
              <tr key={officer.id}>
                <th scope="row">{officer.name}</th>
                <Cell label={text.officerColumns.office}>{officer.office}</Cell>
                <Cell label={text.officerColumns.corporation}>{officer.corporation?.name ?? none}</Cell>
                <Cell label={text.officerColumns.term}>
                  {text.term(
                    formatDate(officer.startsOn, language),
                    officer.endsOn ? formatDate(officer.endsOn, language) : null,
                  )}
                </Cell>
                {keeps && (
                  <Cell label={text.officerColumns.action}>
                    <Button
                      kind="text"
                      aria-label={text.endOfficeOf(officer.office, officer.name)}
                      onClick={() => end(officer)}
                    >
                      {text.endOffice}
                    </Button>
                  </Cell>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {keeps && (
        <div className="mt-4">
          <ActForm<Values, object>
            summary={text.appoint}
            defaults={{
              office: '',
              name: '',
              organ: '',
              corporationId: '',
              startsOn: toEntry(today()),
              endsOn: emptyDate,
            }}
            submit={({ office, name, organ, corporationId, startsOn, endsOn }) =>
              appoint({
                input: {
                  platformId,
                  office,
                  name,
                  organ: organ || undefined,
                  corporationId: corporationId || undefined,
                  startsOn: isoOf(startsOn) ?? today(),
                  endsOn: isoOf(endsOn) ?? undefined,
                },
              })
            }
            said={text.appointed}
          >
            <TextField name="office" label={text.office} required maxLength={40} />
            <TextField name="name" label={text.person} required maxLength={60} width="name" />
            <SelectField
              name="organ"
              label={text.organ}
              options={ORGANS.map((value) => ({ value, label: text.organs[value] }))}
            />
            <SelectField
              name="corporationId"
              label={text.corporation}
              options={members.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <DateFields name="startsOn" label={text.first} required />
            <DateFields name="endsOn" label={text.last} support={text.lastByRule} />
          </ActForm>
        </div>
      )}
      <ConfirmDialog
        title={text.endTitle(ended ? `${ended.office} ${ended.name}` : '')}
        body={text.endBody}
        submit={text.endOffice}
        kind="main"
        open={ended !== undefined}
        onClose={() => end(undefined)}
        send={() =>
          endOffice({
            input: { platformOfficerId: ended?.id ?? '', endsOn: today(), version: ended?.version ?? 0 },
          })
        }
        onDone={() => announce(text.ended)}
      />
    </>
  )
}
