import { useState } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { RoleName } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { today } from '../../lib/dates.ts'
import { usePeopleText } from '../../locales/people.ts'
import { useShellText } from '../../locales/shell.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { ActingStatement } from './ActingStatement.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { EndRoleForm } from './EndRoleForm.tsx'
import { bodyName } from './role-names.ts'
import { RoleTerm } from './RoleTerm.tsx'

const RoleFragment = graphql(`
  fragment HeldRole_role on RoleAssignment {
    id
    role
    startsOn
    endsOn
    held
    version
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
`)

const Withdraw = graphql(`
  mutation HeldRole_withdraw($input: WithdrawRoleInput!) {
    withdrawRole(input: $input) {
      ... on WithdrawRolePayload {
        user {
          id
          roles(first: 20) {
            nodes {
              id
            }
          }
        }
      }
      ...Refusal
    }
  }
`)

interface HeldRoleProps {
  role: FragmentType<typeof RoleFragment>
  /** Name of who holds it. */
  person: string
  grantable: readonly RoleName[]
}

/** One role: what, where, from when to when, and its end. */
export function HeldRole({ role: masked, person, grantable }: HeldRoleProps) {
  const role = readFragment(RoleFragment, masked)
  const text = usePeopleText()
  const roles = useShellText().roles
  const withdraw = useCommand(Withdraw)
  const [open, setOpen] = useState<'end' | 'withdraw'>()
  const close = () => setOpen(undefined)

  const title = `${bodyName(role, text.system)} ${roles[role.role]}`
  const future = role.startsOn > today()
  const ended = !role.held && !future
  const mayChange = grantable.includes(role.role) && !ended
  return (
    <li>
      <b className="prose-strong">{title}</b>
      {(future || ended) && <>　{future ? text.future : text.ended}</>}
      <span className="prose-sub block">
        <RoleTerm startsOn={role.startsOn} endsOn={role.endsOn} />
      </span>
      {mayChange && (
        <Button
          kind="text"
          aria-label={`${person} ${title} ${future ? text.end.withdraw : text.end.open}`}
          onClick={() => setOpen(future ? 'withdraw' : 'end')}
        >
          {future ? text.end.withdraw : text.end.open}
        </Button>
      )}
      <Dialog title={text.end.title(person, title)} open={open === 'end'} onClose={close}>
        <EndRoleForm
          role={role}
          onClose={close}
          onDone={() => {
            close()
            announce(text.end.done)
          }}
        />
      </Dialog>
      <ConfirmDialog
        title={text.end.withdrawTitle(person, title)}
        body={text.end.withdrawBody}
        statement={<ActingStatement>{text.end.statement}</ActingStatement>}
        submit={text.end.withdraw}
        open={open === 'withdraw'}
        onClose={close}
        send={() => withdraw({ input: { roleAssignmentId: role.id, version: role.version } })}
        onDone={() => announce(text.end.withdrawn)}
      />
    </li>
  )
}
