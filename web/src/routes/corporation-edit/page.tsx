import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { AuthorityForm } from '../../features/registry/AuthorityForm.tsx'
import { CorporationContactsForm } from '../../features/registry/CorporationContactsForm.tsx'
import { CorporationForm } from '../../features/registry/CorporationForm.tsx'
import { LimitsForm } from '../../features/registry/LimitsForm.tsx'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useReasonText } from '../../locales/codes.ts'
import { useCorporationText } from '../../locales/corporation.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const CorporationEditPage_query = graphql(`
  query CorporationEditPage($id: ID!) {
    corporation(id: $id) {
      id
      name
      sample
      version
      entrustsViewer
      ...CorporationForm_corporation
      ...AuthorityForm_corporation
      ...CorporationContactsForm_corporation
      ...LimitsForm_corporation
    }
    corporationPermissions(corporationId: $id) {
      confirm {
        allowed
      }
      confirmContacts {
        allowed
      }
      edit {
        allowed
        reason
      }
      editContacts {
        allowed
        reason
      }
      correctAuthority {
        allowed
        reason
      }
      editLimits {
        allowed
        reason
      }
    }
    municipalities(first: 100) {
      nodes {
        id
        code
        name
        prefecture
      }
    }
  }
`)

const route = getRouteApi('/corporations/$corporationId/edit/$part')

/** 「直す」: one part of a corporation's facts in a form. */
export function CorporationEditPage() {
  // Named, because the compiler gives up on inferring it through all routes of the portal.
  const { corporationId, part }: { corporationId: string; part: string } = route.useParams()
  const text = useCorporationText()
  const registry = useRegistryText()
  const reasonText = useReasonText()
  const navigate = useNavigate()
  const [result, readAgain] = useQuery({
    query: CorporationEditPage_query,
    variables: { id: corporationId },
    // A form starts from what stands now, not from what was read an hour ago.
    requestPolicy: 'cache-and-network',
  })
  const words = {
    basic: text.basic,
    authority: { title: text.authority.correct, lead: text.authority.lead },
    contacts: text.contacts,
    procurement: text.limits,
  }[part]
  const back = {
    to: '/corporations/$corporationId',
    params: { corporationId },
    hash: part,
  } as const
  if (!words) return <PageHead title={registry.corporation.notFound} />
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
      {({ corporation, corporationPermissions, municipalities }) => {
        if (!corporation || !corporationPermissions) return <PageHead title={registry.corporation.notFound} />
        const { confirm, confirmContacts, edit, editContacts, correctAuthority, editLimits } =
          corporationPermissions
        const verdict =
          { procurement: editLimits, contacts: editContacts, authority: correctAuthority }[part] ?? edit
        const form = {
          corporation,
          own: (part === 'contacts' ? confirmContacts : confirm).allowed,
          onDone: (said: string) => {
            announce(said)
            void navigate(back)
          },
          onConflict: () => readAgain({ requestPolicy: 'network-only' }),
          leave: <LinkButton {...back}>{text.leave}</LinkButton>,
        }
        return (
          <>
            <Breadcrumbs current={words.title}>
              <Link to="/registry">{registry.search.title}</Link>
              <Link {...back}>{corporation.name}</Link>
            </Breadcrumbs>
            <PageHead
              title={words.title}
              sample={corporation.sample}
              lead={
                <>
                  <p>{corporation.name}</p>
                  <p>{words.lead}</p>
                  {corporation.entrustsViewer && (
                    <p className="prose-strong">{registry.facility.entrustedLead(corporation.name)}</p>
                  )}
                </>
              }
            />
            {!verdict.allowed && (
              <Notice kind="bad">
                <p>{reasonText(verdict.reason ?? 'OTHER')}</p>
              </Notice>
            )}
            {verdict.allowed && (
              <>
                {part === 'basic' && <CorporationForm {...form} municipalities={municipalities.nodes} />}
                {part === 'authority' && <AuthorityForm {...form} municipalities={municipalities.nodes} />}
                {part === 'contacts' && <CorporationContactsForm {...form} />}
                {part === 'procurement' && <LimitsForm {...form} />}
              </>
            )}
          </>
        )
      }}
    </Loaded>
  )
}
