import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { DeleteDocument } from '../../features/bulletin/DeleteDocument.tsx'
import { DocumentForm } from '../../features/bulletin/DocumentForm.tsx'
import { VersionForm } from '../../features/bulletin/VersionForm.tsx'
import { DocumentVersions } from '../../features/bulletin/DocumentVersions.tsx'
import { graphql } from '../../generated/gql.ts'
import type { NetworkDocumentPageQuery } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'

const Page = graphql(`
  query NetworkDocumentPage($id: ID!) {
    retentionRules(first: 20) {
      nodes {
        id
        ...DocumentForm_rule
      }
    }
    document(id: $id) {
      id
      title
      kind
      audience
      retentionYears
      retainFrom
      retainUntil
      due
      version
      sealed
      deletedAt
      deletionReason
      ...DocumentForm_document
      retentionRule {
        id
        basis
        confirmedAt
      }
      platform {
        id
        name
        sample
      }
      versions(first: 50) {
        nodes {
          id
          ...DocumentVersions_version
        }
      }
      viewerCan {
        edit {
          allowed
        }
        addVersion {
          allowed
        }
        remove {
          allowed
          reason
        }
      }
    }
  }
`)

const OFFICERS: ReadonlySet<string> = new Set(['PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR', 'PLATFORM_AUDITOR'])
const route = getRouteApi('/network/documents/$documentId')

/** One document: its versions, who has opened them, how long it is kept. */
export function NetworkDocumentPage() {
  const { documentId } = route.useParams()
  const text = useBulletinText().documents
  const networkText = useNetworkText()
  const [result, readAgain] = useQuery({
    query: Page,
    variables: { id: documentId },
    requestPolicy: 'cache-and-network',
  })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <Loaded result={result} retry={again} lines={16}>
      {({ document, retentionRules }) =>
        document ? (
          <>
            <Breadcrumbs current={document.title}>
              <Link to="/network" search={{ id: document.platform?.id }}>
                {networkText.title}
              </Link>
              <Link to="/network/documents" search={{ id: document.platform?.id }}>
                {text.title}
              </Link>
            </Breadcrumbs>
            <Shown document={document} rules={retentionRules.nodes} again={again} />
          </>
        ) : (
          <PageHead title={text.notFound} lead={<p>{text.notFoundBody}</p>} />
        )
      }
    </Loaded>
  )
}

interface ShownProps {
  document: NonNullable<NetworkDocumentPageQuery['document']>
  rules: NetworkDocumentPageQuery['retentionRules']['nodes']
  again: () => void
}

function Shown({ document, rules, again }: ShownProps) {
  const text = useBulletinText().documents
  const language = useLanguage()
  const roles = useViewer()?.acting?.roles ?? []
  const isOfficer = roles.some((role) => OFFICERS.has(role))
  const { viewerCan, retainFrom, retainUntil, retentionRule, deletedAt, versions, platform } = document
  const from = formatDate(retainFrom, language)
  return (
    <>
      <PageHead
        title={document.title}
        kicker={text.kinds[document.kind]}
        sample={platform?.sample ?? false}
        lead={<p>{platform?.name}</p>}
      />
      {deletedAt && (
        <Notice>
          <p>{text.deleted(formatDate(deletedAt, language))}</p>
          <p>{text.deletedBecause(document.deletionReason ?? '')}</p>
        </Notice>
      )}
      <Section title={text.versions}>
        {versions.nodes.length === 0 ? (
          <p>{text.noFile}</p>
        ) : (
          <DocumentVersions
            versions={versions.nodes}
            withReaders={isOfficer}
            deleted={deletedAt !== null}
            onOpened={again}
          />
        )}
      </Section>
      {viewerCan.addVersion.allowed && (
        <Section title={text.upload.title}>
          <VersionForm documentId={document.id} onArrived={again} />
        </Section>
      )}
      {viewerCan.edit.allowed && document.sealed && <p className="prose-note mt-4">{text.fromPortal}</p>}
      <Section title={text.facts}>
        <DefinitionList>
          <Fact name={text.audience}>{text.audiences[document.audience]}</Fact>
          <Fact name={text.keeping}>
            {retainUntil ? text.kept(from, formatDate(retainUntil, language)) : text.keptForever(from)}
            {document.due && <b className="prose-strong block">{text.due}</b>}
          </Fact>
          <Fact name={text.rule}>
            {retentionRule ? (
              <>
                {retentionRule.basis}
                {!retentionRule.confirmedAt && <span className="yui-row-note">{text.unconfirmed}</span>}
              </>
            ) : (
              text.ownRule
            )}
          </Fact>
        </DefinitionList>
        {viewerCan.edit.allowed && platform && (
          <Disclosure summary={text.edit}>
            <DocumentForm
              platformId={platform.id}
              rules={rules}
              document={document}
              onDone={() => {
                announce(text.saved)
                again()
              }}
              onConflict={again}
            />
          </Disclosure>
        )}
      </Section>
      {viewerCan.edit.allowed && (
        <Section title={text.remove.title}>
          <p>{text.remove.lead}</p>
          {viewerCan.remove.allowed ? (
            <DeleteDocument documentId={document.id} version={document.version} onConflict={again} />
          ) : (
            <p className="prose-strong mt-3">
              {retainUntil ? text.remove.notYet(formatDate(retainUntil, language)) : text.remove.never}
            </p>
          )}
        </Section>
      )}
    </>
  )
}
