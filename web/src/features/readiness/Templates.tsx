import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Link } from '../../ui/Link/Link.tsx'

export const Templates_template = graphql(`
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
  /** What may be done with one, under its text. */
  act?: (template: { id: string; title: string; version: number }) => React.ReactNode
}

/** The library: each template opens where it stands. */
export function Templates({ templates, act }: TemplatesProps) {
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
      {viewerCan.withdraw.allowed && act?.({ id, title, version })}
    </Disclosure>
  ))
}
