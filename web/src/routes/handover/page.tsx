import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { HandoverForm } from '../../features/identity/HandoverForm.tsx'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { usePeopleText } from '../../locales/people.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Field } from '../../ui/Field/Field.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { Select } from '../../ui/Select/Select.tsx'
import { useUiText } from '../../locales/ui.ts'

const HandoverPage_query = graphql(`
  query HandoverPage {
    people(first: 100) {
      nodes {
        id
        name
        email
      }
    }
  }
`)

const route = getRouteApi('/people/handover')

/** Plans that a successor takes over roles on a day: first who leaves, then the rest. */
export function HandoverPage() {
  const text = usePeopleText()
  const { choose } = useUiText()
  const navigate = useNavigate()
  const { from } = route.useSearch()
  const [result, readAgain] = useQuery({ query: HandoverPage_query })
  const { handover } = text
  return (
    <>
      <Breadcrumbs current={handover.title}>
        <Link to="/people">{text.title}</Link>
      </Breadcrumbs>
      <PageHead title={handover.title} lead={<p>{handover.lead}</p>} />
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
        {({ people }) => (
          <>
            <Field label={handover.from} required {...(!from && { support: handover.sameOnly })}>
              {(control) => (
                <Select
                  {...control}
                  value={from ?? ''}
                  onChange={(event) =>
                    void navigate({
                      to: '/people/handover',
                      search: { from: event.target.value || undefined },
                      replace: true,
                    })
                  }
                >
                  <option value="">{choose}</option>
                  {people.nodes.map(({ id, name, email }) => (
                    <option key={id} value={id}>
                      {name}（{email}）
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            {from && (
              <HandoverForm
                key={from}
                fromUserId={from}
                people={people.nodes.filter(({ id }) => id !== from)}
                onDone={() => {
                  announce(handover.done)
                  void navigate({ to: '/people' })
                }}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  )
}
