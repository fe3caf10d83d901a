import type { ReactNode } from 'react'
import type { IntakePageQuery } from '../../generated/graphql.ts'
import { useKeptQuery } from '../../lib/kept.ts'
import { useIntakeText } from '../../locales/intake.ts'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { IntakePage } from './query.ts'

type Book = NonNullable<IntakePageQuery['intakeBook']>

interface IntakeFrameProps {
  openingId: string
  title: string
  lead?: string
  children: (book: Book, readAgain: () => void) => ReactNode
}

/** What every page of a shelter's intake begins with: where one is, and 【訓練】 where it is one. */
export function IntakeFrame({ openingId, title, lead, children }: IntakeFrameProps) {
  const text = useIntakeText()
  const [result, readAgain] = useKeptQuery({
    query: IntakePage,
    variables: { openingId },
    requestPolicy: 'cache-and-network',
  })
  const retry = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <Loaded result={result} retry={retry}>
      {({ intakeBook: book }) =>
        book ? (
          <>
            <PageHead
              title={`${book.drill ? text.drill : ''}${title}`}
              sample={book.sample}
              lead={
                <>
                  <p>{text.of(book.facilityName, book.eventName)}</p>
                  {lead && <p>{lead}</p>}
                </>
              }
            />
            {book.drill && (
              <Notice>
                <p>{text.drillNote}</p>
              </Notice>
            )}
            {children(book, retry)}
          </>
        ) : (
          <>
            <PageHead title={title} />
            <EmptyState title={text.hidden}>{text.hiddenBody}</EmptyState>
          </>
        )
      }
    </Loaded>
  )
}
