import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { EndMandateForm } from '../../features/registry/mandates/EndMandateForm.tsx'
import { useMandateWords } from '../../features/registry/mandates/mandate-words.ts'
import { graphql } from '../../generated/gql.ts'
import type { MandateEndPageQuery } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useMandatesText } from '../../locales/mandates.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const MandateEndPage_query = graphql(`
  query MandateEndPage($id: ID!) {
    mandate(id: $id) {
      id
      note
      corporation {
        id
        name
        sample
      }
      ...MandateWords_mandate
    }
    mandateEndPreview(mandateId: $id) {
      ...EndMandateForm_preview
    }
    heldMandates(first: 100) {
      nodes {
        id
      }
    }
  }
`)

const route = getRouteApi('/mandates/$mandateId/end')

/** 「任せるのをやめる」, for the holder 「権限を返す」: what depends on it comes first. */
export function MandateEndPage() {
  const { mandateId } = route.useParams()
  const notFound = useMandatesText().end.notFound
  const [result, readAgain] = useQuery({
    query: MandateEndPage_query,
    variables: { id: mandateId },
    requestPolicy: 'cache-and-network',
  })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <Loaded result={result} retry={again} lines={12}>
      {({ mandate, mandateEndPreview, heldMandates }) =>
        mandate && mandateEndPreview ? (
          <End
            mandate={mandate}
            preview={mandateEndPreview}
            way={heldMandates.nodes.some(({ id }) => id === mandate.id) ? 'giveBack' : 'revoke'}
            again={again}
          />
        ) : (
          <PageHead title={notFound} />
        )
      }
    </Loaded>
  )
}

interface EndProps {
  mandate: NonNullable<MandateEndPageQuery['mandate']>
  preview: NonNullable<MandateEndPageQuery['mandateEndPreview']>
  way: 'revoke' | 'giveBack'
  again: () => void
}

function End({ mandate, preview, way, again }: EndProps) {
  const all = useMandatesText()
  const text = all.end
  const registry = useRegistryText()
  const navigate = useNavigate()
  const { what, holder, term } = useMandateWords()(mandate)
  const { id, name, sample } = mandate.corporation ?? { id: '', name: '', sample: false }
  const page = {
    to: '/corporations/$corporationId',
    params: { corporationId: id },
    hash: 'mandates',
  } as const
  const list = { to: '/entrusted' } as const
  return (
    <>
      {way === 'revoke' ? (
        <Breadcrumbs current={text.titles.revoke}>
          <Link to="/registry">{registry.search.title}</Link>
          <Link {...page}>{name}</Link>
        </Breadcrumbs>
      ) : (
        <Breadcrumbs current={text.titles.giveBack}>
          <Link {...list}>{all.held.title}</Link>
        </Breadcrumbs>
      )}
      <PageHead title={text.titles[way]} sample={sample} lead={<p>{text.leads[way]}</p>} />
      <DefinitionList>
        <Fact name={text.giver}>{name}</Fact>
        <Fact name={text.holder}>{holder}</Fact>
        <Fact name={text.what}>{what}</Fact>
        <Fact name={text.term}>{term}</Fact>
        {mandate.note && <Fact name={all.note}>{mandate.note}</Fact>}
      </DefinitionList>
      <EndMandateForm
        mandateId={mandate.id}
        preview={preview}
        way={way}
        onDone={(said) => {
          announce(said)
          void navigate(way === 'revoke' ? page : list)
        }}
        onOutdated={again}
        leave={
          way === 'revoke' ? (
            <LinkButton {...page}>{text.leave.revoke}</LinkButton>
          ) : (
            <LinkButton {...list}>{text.leave.giveBack}</LinkButton>
          )
        }
      />
    </>
  )
}
