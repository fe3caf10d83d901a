import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { useQuery } from 'urql'
import { HandoverList } from '../../features/identity/HandoverList.tsx'
import { InvitationList } from '../../features/identity/InvitationList.tsx'
import { PeopleTable } from '../../features/identity/PeopleTable.tsx'
import { SignInFirst } from '../../features/identity/SignInFirst.tsx'
import { graphql } from '../../generated/gql.ts'
import { useViewer } from '../../lib/viewer.ts'
import { usePeopleText } from '../../locales/people.ts'
import { Field } from '../../ui/Field/Field.tsx'
import { Button } from '../../ui/Button/Button.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'
import { Input } from '../../ui/TextField/Input.tsx'

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
    roleHandovers(first: 20) {
      nodes {
        id
        ...HandoverList_handover
      }
    }
  }
`)

const OwnHandovers_query = graphql(`
  query OwnHandovers {
    roleHandovers(first: 20) {
      nodes {
        id
        ...HandoverList_handover
      }
    }
  }
`)

const CARETAKERS: ReadonlySet<string> = new Set([
  'SYSTEM_OPERATOR',
  'PLATFORM_SECRETARIAT',
  'CORPORATION_ADMIN',
  'FACILITY_DIRECTOR',
])
const route = getRouteApi('/people')

/** 人と役割: whoever looks after people sees them; everybody sees the hand-overs they are part of. */
export function PeoplePage() {
  const viewer = useViewer()
  if (!viewer?.signedIn) return <SignInFirst />
  const caretaker = viewer.acting?.roles.some((role) => CARETAKERS.has(role))
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
  const find = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('words')
    const found = typeof typed === 'string' ? typed.trim() : ''
    void navigate({ to: '/people', search: { past, text: found || undefined } })
  }
  return (
    <search>
      <form onSubmit={find}>
        <Field label={text.find}>
          {(control) => (
            <span className="flex flex-wrap items-center gap-4">
              <Input {...control} name="words" width="mail" enterKeyHint="search" defaultValue={words} />
              <Button type="submit" icon="find">
                {text.search}
              </Button>
            </span>
          )}
        </Field>
      </form>
    </search>
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
