import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { emptyDate, formatDate, isoOf, toEntry, today, type DateEntry } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useOrganisationText } from '../../locales/organisation.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ConfirmDialog } from '../identity/ConfirmDialog.tsx'
import { ActForm } from './ActForm.tsx'
import { EndOffice } from './EndOffice.tsx'
import { OfficeLogInField, TieDialog } from './OfficeLogIn.tsx'

const Officers = graphql(`
  fragment OfficerList_officer on PlatformOfficer {
    id
    office
    organ
    name
    startsOn
    endsOn
    version
    tied
    corporation {
      id
      name
    }
    user {
      id
      name
      email
    }
    invitation {
      id
      email
      state
      expiresAt
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

const Untie = graphql(`
  mutation OfficerList_untie($input: UntieOfficeInput!) {
    untieOffice(input: $input) {
      ... on UntieOfficePayload {
        platformOfficer {
          id
          ...OfficerList_officer
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
  userId: string
  startsOn: DateEntry
  endsOn: DateEntry
}

/** The people in a network's offices, and whose log-in votes for them. */
export function OfficerList({ platformId, officers: given, members, keeps }: OfficerListProps) {
  const text = useOrganisationText()
  const language = useLanguage()
  const officers = readFragment(Officers, given)
  const [act, choose] = useState<{ kind: 'tie' | 'untie' | 'end'; officer: (typeof officers)[number] }>()
  const appoint = useCommand(Appoint)
  const untie = useCommand(Untie)
  const leave = () => choose(undefined)
  const untying = ({ tied }: { tied: boolean }) => (tied ? text.logIn.untying : text.logIn.withdrawing)
  const words = untying(act?.officer ?? { tied: true })
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
              <Head>{text.officerColumns.term}</Head>
              <Head>{text.officerColumns.logIn}</Head>
              {keeps && <Head>{text.officerColumns.action}</Head>}
            </tr>
          </thead>
          <tbody>
            {officers.map((officer) => (
              <tr key={officer.id}>
                <th scope="row">
                  {officer.name}
                  {officer.corporation && <span className="yui-row-note">{officer.corporation.name}</span>}
                </th>
                <Cell label={text.officerColumns.office}>{officer.office}</Cell>
                <Cell label={text.officerColumns.term}>
                  {text.term(
                    formatDate(officer.startsOn, language),
                    officer.endsOn ? formatDate(officer.endsOn, language) : null,
                  )}
                </Cell>
                <Cell label={text.officerColumns.logIn}>
                  <LogInState {...officer} />
                </Cell>
                {keeps && (
                  <Cell label={text.officerColumns.action}>
                    <div className="flex flex-wrap gap-x-4">
                      <Button
                        kind="text"
                        aria-label={(officer.tied ? text.logIn.changeOf : text.logIn.tieOf)(
                          officer.office,
                          officer.name,
                        )}
                        onClick={() => choose({ kind: 'tie', officer })}
                      >
                        {officer.tied ? text.logIn.change : text.logIn.tie}
                      </Button>
                      {(officer.tied || officer.invitation) && (
                        <Button
                          kind="text"
                          aria-label={untying(officer).of(officer.office, officer.name)}
                          onClick={() => choose({ kind: 'untie', officer })}
                        >
                          {untying(officer).verb}
                        </Button>
                      )}
                      <Button
                        kind="text"
                        aria-label={text.endOfficeOf(officer.office, officer.name)}
                        onClick={() => choose({ kind: 'end', officer })}
                      >
                        {text.endOffice}
                      </Button>
                    </div>
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
              userId: '',
              startsOn: toEntry(today()),
              endsOn: emptyDate,
            }}
            submit={({ office, name, organ, corporationId, userId, startsOn, endsOn }) =>
              appoint({
                input: {
                  platformId,
                  office,
                  name,
                  organ: organ || undefined,
                  corporationId: corporationId || undefined,
                  userId: userId || undefined,
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
            <OfficeLogInField name="userId" platformId={platformId} />
            <DateFields name="startsOn" label={text.first} required />
            <DateFields name="endsOn" label={text.last} support={text.lastByRule} />
          </ActForm>
        </div>
      )}
      {act?.kind === 'tie' && <TieDialog platformId={platformId} officer={act.officer} onClose={leave} />}
      {act?.kind === 'end' && <EndOffice officer={act.officer} onClose={leave} />}
      <ConfirmDialog
        title={words.title(act?.officer.office ?? '', act?.officer.name ?? '')}
        body={words.body}
        submit={words.verb}
        open={act?.kind === 'untie'}
        onClose={leave}
        send={() =>
          untie({
            input: { platformOfficerId: act?.officer.id ?? '', version: act?.officer.version ?? 0 },
          })
        }
        onDone={() => announce(words.done)}
      />
    </>
  )
}

interface LogInStateProps {
  tied: boolean
  user?: { name: string; email: string } | null
  invitation?: { email: string; state: string; expiresAt: string } | null
}

/** Who votes for an office; the address is there for the secretariat alone. */
function LogInState({ tied, user, invitation }: LogInStateProps) {
  const text = useOrganisationText().logIn
  const language = useLanguage()
  return (
    <>
      {tied ? text.self : text.bySecretariat}
      {user && <span className="yui-row-note">{text.account(user.name, user.email)}</span>}
      {invitation && (
        <span className="yui-row-note">
          {invitation.state === 'OPEN'
            ? text.waiting(invitation.email, formatDate(invitation.expiresAt, language))
            : text.expired(invitation.email)}
        </span>
      )}
    </>
  )
}
