import { useState } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { usePeopleText } from '../../locales/people.ts'
import { useShellText } from '../../locales/shell.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { bodyName } from './role-names.ts'

const HandoverFragment = graphql(`
  fragment HandoverList_handover on RoleHandover {
    id
    onDate
    status
    note
    version
    fromUser {
      id
      name
    }
    toUser {
      id
      name
    }
    items(first: 20) {
      nodes {
        id
        roleAssignment {
          id
          role
          facility {
            id
            shortName
          }
          corporation {
            id
            name
          }
          platform {
            id
            name
          }
          municipality {
            id
            name
          }
        }
      }
    }
  }
`)

const Cancel = graphql(`
  mutation HandoverList_cancel($input: CancelHandoverInput!) {
    cancelHandover(input: $input) {
      ... on CancelHandoverPayload {
        roleHandover {
          id
          status
          version
        }
      }
      ...Refusal
    }
  }
`)

interface HandoverListProps {
  handovers: readonly FragmentType<typeof HandoverFragment>[]
  /** Whether the viewer looks after people and may call one off. */
  mayCancel: boolean
}

/** Hand-overs to come and those that took place. */
export function HandoverList({ handovers, mayCancel }: HandoverListProps) {
  const text = usePeopleText()
  const roles = useShellText().roles
  const language = useLanguage()
  const found = readFragment(HandoverFragment, handovers)
  const [cancelling, setCancelling] = useState<(typeof found)[number]>()
  const cancel = useCommand(Cancel)
  const { handover } = text
  if (found.length === 0) return <p>{handover.none}</p>
  return (
    <>
      <Table caption={handover.listCaption} captionHidden>
        <thead>
          <tr>
            <Head>{handover.day}</Head>
            <Head>{handover.who}</Head>
            <Head>{text.role}</Head>
            <Head>{handover.state}</Head>
          </tr>
        </thead>
        <tbody>
          {found.map((one) => {
            const who = handover.whoTo(
              one.fromUser?.name ?? handover.unknown,
              one.toUser?.name ?? handover.unknown,
            )
            return (
              <tr key={one.id}>
                <th scope="row">{formatDate(one.onDate, language)}</th>
                <Cell label={handover.who}>
                  {who}
                  {one.note && <span className="prose-sub block">{one.note}</span>}
                </Cell>
                <Cell label={text.role}>
                  <ul>
                    {one.items.nodes.map(
                      ({ id, roleAssignment }) =>
                        roleAssignment && (
                          <li key={id}>
                            {bodyName(roleAssignment, text.system)} {roles[roleAssignment.role]}
                          </li>
                        ),
                    )}
                  </ul>
                </Cell>
                <Cell label={handover.state}>
                  {handover.status[one.status]}
                  {mayCancel && one.status === 'PLANNED' && (
                    <Button
                      kind="text"
                      aria-label={`${who} ${handover.cancel}`}
                      onClick={() => setCancelling(one)}
                    >
                      {handover.cancel}
                    </Button>
                  )}
                </Cell>
              </tr>
            )
          })}
        </tbody>
      </Table>
      <ConfirmDialog
        title={handover.cancelTitle}
        body={handover.cancelBody}
        submit={handover.cancel}
        open={cancelling !== undefined}
        onClose={() => setCancelling(undefined)}
        send={() =>
          cancel({ input: { roleHandoverId: cancelling?.id ?? '', version: cancelling?.version ?? 0 } })
        }
        onDone={() => announce(handover.cancelled)}
      />
    </>
  )
}
