import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { RoleName } from '../../generated/graphql.ts'
import { usePeopleText } from '../../locales/people.ts'
import { SampleBadge } from '../../ui/SampleBadge/SampleBadge.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { ClearFactors } from './ClearFactors.tsx'
import { HeldRole } from './HeldRole.tsx'

const PersonFragment = graphql(`
  fragment PeopleTable_person on User {
    id
    name
    email
    sample
    roles(first: 20, past: $past) {
      nodes {
        id
        ...HeldRole_role
      }
    }
  }
`)

interface PeopleTableProps {
  people: readonly FragmentType<typeof PersonFragment>[]
  /** Roles that the viewer may give and end. */
  grantable: readonly RoleName[]
}

/** People with their roles, and what can be done about each. */
export function PeopleTable({ people, grantable }: PeopleTableProps) {
  const text = usePeopleText()
  return (
    <Table caption={text.caption} captionHidden>
      <thead>
        <tr>
          <Head>{text.name}</Head>
          <Head>{text.role}</Head>
        </tr>
      </thead>
      <tbody>
        {readFragment(PersonFragment, people).map(({ id, name, email, sample, roles }) => (
          <tr key={id}>
            <th scope="row">
              {name} {sample && <SampleBadge />}
              <span className="prose-sub block">{email}</span>
              <span className="font-normal">
                <ClearFactors userId={id} name={name} />
              </span>
            </th>
            <Cell label={text.role}>
              <ul>
                {roles.nodes.map((role) => (
                  <HeldRole key={role.id} role={role} person={name} grantable={grantable} />
                ))}
              </ul>
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
