import { useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { InviteForm } from '../../features/identity/InviteForm.tsx'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { usePeopleText } from '../../locales/people.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const InvitePersonPage_query = graphql(`
  query InvitePersonPage {
    grantableRoles
  }
`)

/** Offers somebody a role by mail. */
export function InvitePersonPage() {
  const text = usePeopleText()
  const navigate = useNavigate()
  const [result, readAgain] = useQuery({ query: InvitePersonPage_query })
  return (
    <>
      <Breadcrumbs current={text.invite.title}>
        <Link to="/people">{text.title}</Link>
      </Breadcrumbs>
      <PageHead title={text.invite.title} lead={<p>{text.invite.lead}</p>} />
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
        {({ grantableRoles }) => (
          <InviteForm
            roles={grantableRoles}
            onDone={(name) => {
              announce(text.invite.sent(name))
              void navigate({ to: '/people' })
            }}
          />
        )}
      </Loaded>
    </>
  )
}
