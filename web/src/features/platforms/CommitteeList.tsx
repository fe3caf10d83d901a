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

const Committees = graphql(`
  fragment CommitteeList_committee on Committee {
    id
    name
    purpose
    version
    parent {
      id
      name
    }
    members(first: 50) {
      nodes {
        id
        role
        startsOn
        endsOn
        version
        corporation {
          id
          name
        }
      }
    }
  }
`)

const Establish = graphql(`
  mutation CommitteeList_establish($input: EstablishCommitteeInput!) {
    establishCommittee(input: $input) {
      ... on EstablishCommitteePayload {
        committee {
          id
        }
      }
      ...Refusal
    }
  }
`)

const Edit = graphql(`
  mutation CommitteeList_edit($input: EditCommitteeInput!) {
    editCommittee(input: $input) {
      ... on EditCommitteePayload {
        committee {
          id
          ...CommitteeList_committee
        }
      }
      ...Refusal
    }
  }
`)

const Seat = graphql(`
  mutation CommitteeList_seat($input: SeatCommitteeMemberInput!) {
    seatCommitteeMember(input: $input) {
      ... on SeatCommitteeMemberPayload {
        committee {
          id
          ...CommitteeList_committee
        }
      }
      ...Refusal
    }
  }
`)

const EndSeat = graphql(`
  mutation CommitteeList_endSeat($input: EndCommitteeSeatInput!) {
    endCommitteeSeat(input: $input) {
      ... on EndCommitteeSeatPayload {
        committee {
          id
        }
      }
      ...Refusal
    }
  }
`)

const Dissolve = graphql(`
  mutation CommitteeList_dissolve($input: DissolveCommitteeInput!) {
    dissolveCommittee(input: $input) {
      ... on DissolveCommitteePayload {
        committee {
          id
        }
      }
      ...Refusal
    }
  }
`)

interface CommitteeListProps {
  platformId: string
  committees: readonly FragmentType<typeof Committees>[]
  members: readonly { id: string; name: string }[]
  /** The viewer keeps the network. */
  keeps: boolean
  onConflict: () => void
}

interface Ended {
  id: string
  name: string
  version: number
}

/** The committees of a network with their seats; each below the one it belongs to. */
export function CommitteeList({
  platformId,
  committees: given,
  members,
  keeps,
  onConflict,
}: CommitteeListProps) {
  const text = useOrganisationText()
  const language = useLanguage()
  const committees = readFragment(Committees, given)
  const [seat, endSeat] = useState<Ended>()
  const [committee, endCommittee] = useState<Ended>()
  const end = useCommand(EndSeat)
  const dissolve = useCommand(Dissolve)
  const establish = useCommand(Establish)
  const names = committees.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      {committees.length === 0 && <p className="prose-sub">{text.noCommittees}</p>}
      {committees.map(({ id, name, purpose, parent, version, members: seats }) => (
        <section key={id} className="mt-6" aria-label={name}>
          <h3>{name}</h3>
          <p className="prose-note">
            {[parent && text.below(parent.name), purpose].filter(Boolean).join('　')}
          </p>
          {seats.nodes.length === 0 ? (
            <p className="prose-sub">{text.noSeats}</p>
          ) : (
            <Table caption={text.seats(name)} captionHidden dense>
              <thead>
                <tr>
                  <Head>{text.seatColumns.corporation}</Head>
                  <Head>{text.seatColumns.role}</Head>
                  <Head>{text.seatColumns.term}</Head>
                  {keeps && <Head>{text.seatColumns.action}</Head>}
                </tr>
              </thead>
              <tbody>
                {seats.nodes.map((one) => (
                  <tr key={one.id}>
                    <th scope="row">{one.corporation?.name}</th>
                    <Cell label={text.seatColumns.role}>{text.roles[one.role]}</Cell>
                    <Cell label={text.seatColumns.term}>
                      {text.term(
                        formatDate(one.startsOn, language),
                        one.endsOn ? formatDate(one.endsOn, language) : null,
                      )}
                    </Cell>
                    {keeps && (
                      <Cell label={text.seatColumns.action}>
                        <Button
                          kind="text"
                          aria-label={text.endSeatOf(one.corporation?.name ?? '')}
                          onClick={() =>
                            endSeat({ id: one.id, name: one.corporation?.name ?? '', version: one.version })
                          }
                        >
                          {text.endSeat}
                        </Button>
                      </Cell>
                    )}
                  </tr>
                ))}
              </tbody>
            </Table>
          )}
          {keeps && (
            <>
              <SeatForm committeeId={id} members={members} />
              <EditForm
                committee={{ id, name, purpose, parentId: parent?.id ?? '', version }}
                others={names.filter(({ value }) => value !== id)}
                onConflict={onConflict}
              />
              <div className="yui-no-print">
                <Button kind="text" onClick={() => endCommittee({ id, name, version })}>
                  {text.dissolve}
                </Button>
              </div>
            </>
          )}
        </section>
      ))}
      {keeps && (
        <div className="mt-6">
          <ActForm<{ name: string; purpose: string; parentId: string; startsOn: DateEntry }, object>
            summary={text.establish}
            defaults={{ name: '', purpose: '', parentId: '', startsOn: toEntry(today()) }}
            submit={({ name, purpose, parentId, startsOn }) =>
              establish({
                input: {
                  platformId,
                  name,
                  purpose,
                  parentId: parentId || undefined,
                  startsOn: isoOf(startsOn) ?? today(),
                },
              })
            }
            said={text.established}
          >
            <TextField name="name" label={text.name} required maxLength={60} />
            <TextField name="purpose" label={text.purpose} maxLength={500} />
            <SelectField name="parentId" label={text.parent} options={names} />
            <DateFields name="startsOn" label={text.first} required />
          </ActForm>
        </div>
      )}
      <ConfirmDialog
        title={text.endTitle(seat?.name ?? '')}
        body={text.endBody}
        submit={text.endSeat}
        kind="main"
        open={seat !== undefined}
        onClose={() => endSeat(undefined)}
        send={async () => {
          const outcome = await end({
            input: { committeeMemberId: seat?.id ?? '', endsOn: today(), version: seat?.version ?? 0 },
          })
          if (outcome.kind === 'refused') onConflict()
          return outcome
        }}
        onDone={() => announce(text.ended)}
      />
      <ConfirmDialog
        title={text.endTitle(committee?.name ?? '')}
        body={text.endBody}
        submit={text.dissolve}
        open={committee !== undefined}
        onClose={() => endCommittee(undefined)}
        send={() =>
          dissolve({
            input: { committeeId: committee?.id ?? '', endsOn: today(), version: committee?.version ?? 0 },
          })
        }
        onDone={() => announce(text.ended)}
      />
    </>
  )
}

interface EditFormProps {
  committee: { id: string; name: string; purpose: string; parentId: string; version: number }
  /** Where it can stand below. */
  others: readonly { value: string; label: string }[]
  onConflict: () => void
}

/** Name, purpose and place of a committee; who chairs it is told by its seats. */
function EditForm({ committee, others, onConflict }: EditFormProps) {
  const text = useOrganisationText()
  const edit = useCommand(Edit)
  const { id: committeeId, name, purpose, parentId, version } = committee
  return (
    <ActForm<{ name: string; purpose: string; parentId: string }, object>
      summary={text.editCommittee(name)}
      follows
      defaults={{ name, purpose, parentId }}
      submit={(values) =>
        edit({ input: { committeeId, version, ...values, parentId: values.parentId || undefined } })
      }
      button={text.saveCommittee}
      onConflict={onConflict}
    >
      <TextField name="name" label={text.name} required maxLength={60} />
      <TextField name="purpose" label={text.purpose} maxLength={500} />
      <SelectField name="parentId" label={text.parent} support={text.parentSupport} options={others} />
    </ActForm>
  )
}

interface SeatValues {
  corporationId: string
  role: 'CHAIR' | 'VICE_CHAIR' | 'MEMBER'
  startsOn: DateEntry
  endsOn: DateEntry
}

function SeatForm({ committeeId, members }: { committeeId: string; members: CommitteeListProps['members'] }) {
  const text = useOrganisationText()
  const give = useCommand(Seat)
  return (
    <ActForm<SeatValues, object>
      summary={text.seat}
      defaults={{ corporationId: '', role: 'MEMBER', startsOn: toEntry(today()), endsOn: emptyDate }}
      submit={({ corporationId, role, startsOn, endsOn }) =>
        give({
          input: {
            committeeId,
            corporationId,
            role,
            startsOn: isoOf(startsOn) ?? today(),
            endsOn: isoOf(endsOn) ?? undefined,
          },
        })
      }
      said={text.seated}
    >
      <SelectField
        name="corporationId"
        label={text.corporation}
        required
        options={members.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        name="role"
        label={text.role}
        required
        options={(['CHAIR', 'VICE_CHAIR', 'MEMBER'] as const).map((value) => ({
          value,
          label: text.roles[value],
        }))}
      />
      <DateFields name="startsOn" label={text.first} required />
      <DateFields name="endsOn" label={text.last} support={text.lastOptional} />
    </ActForm>
  )
}
