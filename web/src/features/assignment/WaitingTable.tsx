import { useState } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { Waiting_GroupFragment } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { useAssignmentText } from '../../locales/assignment.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { CheckboxGroup } from '../../ui/Checkbox/CheckboxGroup.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { shelterOptions, type ShelterChoice } from './choices.ts'
import { OverfullField } from './DecideDialogs.tsx'
import { Pages, type Page } from './Pages.tsx'
import { householdInWords, personsIn } from './entry-words.ts'
import { SetByHand, Waiting_group, WhereNow, WhereTo } from './Waiting.tsx'

const Lock = graphql(`
  mutation WaitingTable_lock($input: LockAssignmentGroupInput!) {
    lockAssignmentGroup(input: $input) {
      ... on LockAssignmentGroupPayload {
        assignmentGroup {
          id
          ...Waiting_group
        }
      }
      ...Refusal
    }
  }
`)

const Withdraw = graphql(`
  mutation WaitingTable_withdraw($input: WithdrawAssignmentGroupInput!) {
    withdrawAssignmentGroup(input: $input) {
      ... on WithdrawAssignmentGroupPayload {
        assignmentGroup {
          id
          withdrawnAt
        }
      }
      ...Refusal
    }
  }
`)

interface WaitingTableProps {
  groups: Page<FragmentType<typeof Waiting_group>>
  shelters: readonly ShelterChoice[]
  mayCoordinate: boolean
  onConflict: () => void
}

/** Who waits for a place, with what a person has set by hand. */
export function WaitingTable({ groups: given, shelters, mayCoordinate, onConflict }: WaitingTableProps) {
  const words = useAssignmentText()
  const text = words.waiting
  const groups = readFragment(Waiting_group, given.nodes)
  const [locking, lock] = useState<Waiting_GroupFragment>()
  const [leaving, leave] = useState<Waiting_GroupFragment>()
  if (groups.length === 0) return <p>{text.empty}</p>
  const persons = groups.reduce(
    (sum, { households, members }) => sum + households * personsIn(members.nodes),
    0,
  )
  return (
    <>
      <p>
        {groups.length === given.totalCount
          ? text.sum(persons, groups.length)
          : text.entries(given.totalCount)}
      </p>
      <Table caption={text.caption} captionHidden>
        <thead>
          <tr>
            <Head>{text.columns.reference}</Head>
            <Head>{text.columns.from}</Head>
            <Head>{text.columns.who}</Head>
            <Head numeric>{text.columns.households}</Head>
            <Head>{text.columns.urgency}</Head>
            <Head>{text.columns.decided}</Head>
            <Head>{text.columns.lock}</Head>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.id}>
              <th scope="row">{group.reference}</th>
              <Cell label={text.columns.from}>
                <WhereNow group={group} />
              </Cell>
              <Cell label={text.columns.who}>{householdInWords(group.members.nodes, words)}</Cell>
              <Cell label={text.columns.households} numeric>
                {group.households}
              </Cell>
              <Cell label={text.columns.urgency} className="whitespace-nowrap">
                {words.urgencies[group.urgency]}
              </Cell>
              <Cell label={text.columns.decided}>
                <WhereTo group={group} />
              </Cell>
              <Cell label={text.columns.lock}>
                <SetByHand group={group} shelters={shelters} />
                {mayCoordinate && (
                  <span className="yui-no-print">
                    <Buttons>
                      <Button kind="text" onClick={() => lock(group)}>
                        {text.lock.open}
                        <span className="sr-only">（{group.reference}）</span>
                      </Button>
                      <Button kind="text" onClick={() => leave(group)}>
                        {text.withdraw.open}
                        <span className="sr-only">（{group.reference}）</span>
                      </Button>
                    </Buttons>
                  </span>
                )}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <Pages name="waiting" list={given} />
      {locking && (
        <LockDialog
          key={`${locking.id} ${locking.version}`}
          group={locking}
          shelters={shelters}
          onClose={() => lock(undefined)}
          onConflict={onConflict}
        />
      )}
      {leaving && <WithdrawDialog group={leaving} onClose={() => leave(undefined)} onConflict={onConflict} />}
    </>
  )
}

interface GroupDialogProps {
  group: Waiting_GroupFragment
  onClose: () => void
  onConflict: () => void
}

function LockDialog({
  group,
  shelters,
  onClose,
  onConflict,
}: GroupDialogProps & { shelters: readonly ShelterChoice[] }) {
  const text = useAssignmentText().waiting.lock
  const send = useCommand(Lock)
  const options = shelterOptions(shelters)
  const form = useForm({
    defaultValues: {
      here: group.lockedFacility?.id ?? '',
      notHere: [...group.barredFacilityIds],
      overfullReason: group.lockOverfullReason ?? '',
    },
  })
  return (
    <Dialog title={text.title(group.reference)} open onClose={onClose}>
      <Form
        form={form}
        submit={({ here, notHere, overfullReason }) =>
          send({
            input: {
              assignmentGroupId: group.id,
              version: group.version,
              here: here || undefined,
              overfullReason: overfullReason || undefined,
              notHere: [...notHere],
            },
          })
        }
        onDone={() => {
          announce(text.done)
          onClose()
        }}
        onConflict={onConflict}
      >
        <SelectField name="here" label={text.here} options={options} support={text.anywhere} />
        <OverfullField />
        <CheckboxGroup name="notHere" label={text.notHere} options={options} />
        <FormEnd submit={text.submit} />
      </Form>
    </Dialog>
  )
}

function WithdrawDialog({ group, onClose, onConflict }: GroupDialogProps) {
  const text = useAssignmentText().waiting.withdraw
  const send = useCommand(Withdraw)
  const form = useForm({ defaultValues: { reason: '' } })
  return (
    <Dialog title={`${group.reference}　${text.open}`} open onClose={onClose}>
      <Form
        form={form}
        submit={({ reason }) =>
          send({ input: { assignmentGroupId: group.id, version: group.version, reason } })
        }
        onDone={() => {
          announce(text.done)
          onClose()
        }}
        onConflict={onConflict}
      >
        <TextField name="reason" label={text.reason} support={text.reasonSupport} required maxLength={200} />
        <FormEnd submit={text.submit} />
      </Form>
    </Dialog>
  )
}
