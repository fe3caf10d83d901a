import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useQuery, type AnyVariables } from 'urql'
import { useUiText } from '../../locales/ui.ts'
import { Button } from '../Button/Button.tsx'
import { Loaded } from '../Loading/Loaded.tsx'

interface OnePage {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

interface PagedProps<Page extends OnePage, Data, Variables> {
  /** The page that is there. */
  page: Page
  /** What reads the next one; it takes `after`. */
  query: TypedDocumentNode<Data, Variables>
  variables: Omit<Variables & object, 'after'>
  /** The page in what was read; nothing if what it belongs to is gone. */
  pageOf: (data: Data) => Page | null | undefined
  /** Of what it is, for screen readers, where several buttons say the same. */
  of: string
  lines?: number
  children: (page: Page) => ReactNode
}

/** A list page by page: 「続きを見る」 reads the next one and draws it below those that are there. */
export function Paged<Page extends OnePage, Data, Variables extends AnyVariables>(
  props: PagedProps<Page, Data, Variables>,
) {
  const { page, of, children } = props
  const text = useUiText()
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  // The button is gone: whoever pressed it goes on from where it stood.
  useEffect(() => {
    if (open) box.current?.focus()
  }, [open])
  const { hasNextPage, endCursor } = page.pageInfo
  return (
    <>
      {children(page)}
      {hasNextPage && endCursor && !open && (
        <p className="mt-3">
          <span className="yui-no-print">
            <Button onClick={() => setOpen(true)}>
              {text.further}
              <span className="sr-only">（{of}）</span>
            </Button>
          </span>
          <span className="yui-print-only">{text.furtherNotPrinted}</span>
        </p>
      )}
      {hasNextPage && endCursor && open && (
        <div ref={box} tabIndex={-1}>
          <NextPage {...props} after={endCursor} />
        </div>
      )}
    </>
  )
}

function NextPage<Page extends OnePage, Data, Variables extends AnyVariables>({
  after,
  ...props
}: PagedProps<Page, Data, Variables> & { after: string }) {
  const { query, variables, pageOf, lines = 4 } = props
  const [result, readAgain] = useQuery({ query, variables: { ...variables, after } as unknown as Variables })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={lines}>
      {(data) => {
        const page = pageOf(data)
        return page && <Paged {...props} page={page} />
      }}
    </Loaded>
  )
}
