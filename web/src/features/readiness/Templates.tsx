import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { WithdrawTemplate } from './NetworkActs.tsx'

const Templates_template = graphql(`
  fragment Templates_template on MentoringTemplate {
    id
    title
    body
    version
    document {
      id
      title
    }
    viewerCan {
      withdraw {
        allowed
      }
    }
  }
`)

interface TemplatesProps {
  templates: readonly FragmentType<typeof Templates_template>[]
  /** Lets the secretariat take one out; called after it did. */
  onWithdrawn?: () => void
}

/** The library: each template opens where it stands. */
export function Templates({ templates, onWithdrawn }: TemplatesProps) {
  const text = useReadinessText().mentoring
  const shown = readFragment(Templates_template, templates)
  if (shown.length === 0) return <p>{text.noTemplates}</p>
  return shown.map(({ id, title, body, version, document, viewerCan }) => (
    <Disclosure key={id} summary={title}>
      {body && <p className="whitespace-pre-line">{body}</p>}
      {document && (
        <p>
          <Link to="/network/documents/$documentId" params={{ documentId: document.id }}>
            {text.document}（{document.title}）
          </Link>
        </p>
      )}
      {viewerCan.withdraw.allowed && onWithdrawn && (
        <WithdrawTemplate template={{ id, title, version }} onDone={onWithdrawn} />
      )}
    </Disclosure>
  ))
}
