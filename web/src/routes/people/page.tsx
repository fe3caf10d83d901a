import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { HandoverList } from '../../features/identity/HandoverList.tsx'
import { InvitationList } from '../../features/identity/InvitationList.tsx'
import { PeopleTable } from '../../features/identity/PeopleTable.tsx'
import { SignInFirst } from '../../features/identity/SignInFirst.tsx'
import { graphql } from '../../generated/gql.ts'
import { useViewer } from '../../lib/viewer.ts'
import { usePeopleText } from '../../locales/people.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'

const PeoplePage_query = graphql(`
  query PeoplePage($past: Boolean, $text: String, $after: String) {
    grantableRoles
    people(first: 50, past: $past, text: $text, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        ...PeopleTable_person
      }
    }
    invitations(first: 50, open: true) {
      nodes {
        id
        ...InvitationList_invitation
      }
    }
    roleHandovers(first: 50) {
      nodes {
        id
        ...HandoverList_handover
      }
    }
  }
`)

const OwnHandovers_query = graphql(`
  query OwnHandovers {
    roleHandovers(first: 50) {
      nodes {
        id
        ...HandoverList_handover
      }
    }
  }
`)

const CARETAKERS = ['SYSTEM_OPERATOR', 'PLATFORM_SECRETARIAT', 'CORPORATION_ADMIN', 'FACILITY_DIRECTOR']
const route = getRouteApi('/people')

/** 人と役割: whoever looks after people sees them; everybody sees the hand-overs they are part of. */
export function PeoplePage() {
  const viewer = useViewer()
  if (!viewer?.signedIn) return <SignInFirst />
  const caretaker = viewer.acting?.roles.some((role) => CARETAKERS.includes(role))
  return caretaker ? <LookedAfter body={viewer.acting?.name ?? ''} /> : <OwnHandovers />
}

function LookedAfter({ body }: { body: string }) {
  const text = usePeopleText()
  const { past, text: words, after } = route.useSearch()
  const [result, readAgain] = useQuery({
    query: PeoplePage_query,
    variables: { past: past ?? false, text: words ?? null, after: after ?? null },
  })
  return (
    <>
      <PageHead
        title={text.title}
        lead={<p>{text.lead(body)}</p>}
        actions={
          <>
            <LinkButton to="/people/invite" kind="main">
              {text.invite.open}
            </LinkButton>
            <LinkButton to="/people/handover">{text.handover.open}</LinkButton>
          </>
        }
      />
      <Search />
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
        {({ people, grantableRoles, invitations, roleHandovers }) => (
          <>
            <Section
              title={text.count(people.totalCount)}
              tools={
                <Link to="/people" search={{ text: words, past: past ? undefined : true }}>
                  {past ? text.hidePast : text.showPast}
                </Link>
              }
            >
              {people.nodes.length === 0 ? (
                <p>{text.none}</p>
              ) : (
                <PeopleTable people={people.nodes} grantable={grantableRoles} />
              )}
              {people.pageInfo.hasNextPage && (
                <Pager position={text.count(people.totalCount)} label={text.caption}>
                  <Link
                    to="/people"
                    search={{ text: words, past, after: people.pageInfo.endCursor ?? undefined }}
                  >
                    {text.more}
                  </Link>
                </Pager>
              )}
            </Section>
            <Section title={text.invitations.title}>
              <InvitationList invitations={invitations.nodes} />
            </Section>
            <Section title={text.handover.listTitle}>
              <HandoverList handovers={roleHandovers.nodes} mayCancel />
            </Section>
          </>
        )}
      </Loaded>
    </>
  )
}

function Search() {
  const text = usePeopleText()
  const navigate = useNavigate()
  const { past, text: words } = route.useSearch()
  const form = useForm({ defaultValues: { words: words ?? '' } })
  return (
    <Form
      form={form}
      submit={async (values) => ({ kind: 'done', payload: values })}
      onDone={({ words: typed }) =>
        void navigate({ to: '/people', search: { past, text: typed.trim() || undefined } })
      }
    >
      <TextField name="words" label={text.find} width="mail" enterKeyHint="search" />
      <FormEnd submit={text.search} />
    </Form>
  )
}

function OwnHandovers() {
  const text = usePeopleText()
  const [result, readAgain] = useQuery({ query: OwnHandovers_query })
  return (
    <>
      <PageHead title={text.handover.listTitle} lead={<p>{text.handover.lead}</p>} />
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
        {({ roleHandovers }) => <HandoverList handovers={roleHandovers.nodes} mayCancel={false} />}
      </Loaded>
    </>
  )
}
