import { useDirectoryText } from '../../locales/directory.ts'

interface PublicPageLinkProps {
  kind: 'facilities' | 'corporations'
  /** Relay id; the directory leads on to its own address. */
  id: string
}

/** Leads to the same facts as everybody sees them: outside the portal, so by a plain link. */
export function PublicPageLink({ kind, id }: PublicPageLinkProps) {
  const text = useDirectoryText()
  return (
    <p className="yui-no-print mt-4">
      <a className="inline-flex min-h-11 items-center" href={`/directory/${kind}/${id}`}>
        {text.publicPage}
      </a>
    </p>
  )
}
