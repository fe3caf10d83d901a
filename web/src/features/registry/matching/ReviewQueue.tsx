import { useCallback, useEffect, useRef, useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../../generated/gql.ts'
import type { MatchDecision } from '../../../generated/graphql.ts'
import { announce } from '../../../lib/announce.ts'
import { useReviewText } from '../../../locales/review.ts'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'
import { Loaded } from '../../../ui/Loading/Loaded.tsx'
import { Notice } from '../../../ui/Notice/Notice.tsx'
import { DecidePair } from './DecidePair.tsx'
import { PairComparison } from './PairComparison.tsx'
import { TakeBack } from './TakeBack.tsx'

// A few ahead, so that the next pair stands there as soon as one is decided.
const Queue = graphql(`
  query ReviewQueue {
    matchProposals(states: [OPEN], first: 5) {
      totalCount
      nodes {
        id
        kind
        state
        postponed
        version
        facility {
          id
          name
        }
        shelter {
          id
          name
        }
        corporation {
          id
          name
        }
        ...PairFacts_proposal
      }
    }
  }
`)

interface LastDecision {
  id: string
  name: string
  decision: MatchDecision
}

/** What waits, one pair at a time; the last decision can be taken back. */
export function ReviewQueue() {
  const text = useReviewText()
  const [result, readAgain] = useQuery({ query: Queue, requestPolicy: 'cache-and-network' })
  const [last, setLast] = useState<LastDecision>()
  const question = useRef<HTMLHeadingElement>(null)
  const refresh = useCallback(() => readAgain({ requestPolicy: 'network-only' }), [readAgain])

  // After a decision, reading and tabbing go on at the next pair.
  useEffect(() => {
    if (last) question.current?.focus()
  }, [last])

  return (
    <Loaded result={result} retry={refresh} lines={20}>
      {({ matchProposals: { nodes, totalCount } }) => {
        // What was just put off comes last, but is not shown again before the list has been read anew.
        const pair = nodes.find(({ id, postponed }) => id !== last?.id || (nodes.length === 1 && postponed))
        const told = {
          SAME: text.decidedSame,
          DIFFERENT: text.decidedDifferent,
          LATER: text.decidedLater,
        }
        return (
          <>
            {last && (
              <Notice kind="done">
                <p>{told[last.decision](last.name)}</p>
                <TakeBack
                  id={last.id}
                  name={last.name}
                  onDone={() => {
                    setLast(undefined)
                    refresh()
                  }}
                />
              </Notice>
            )}
            {pair ? (
              <>
                <p className="mt-4 mb-2 prose-sub">
                  {text.left(totalCount)}
                  {pair.postponed && `　${text.postponed}`}
                </p>
                <h2 className="mb-4" tabIndex={-1} ref={question}>
                  {text.question[pair.kind]}
                </h2>
                <PairComparison proposal={pair} />
                <DecidePair
                  key={pair.id}
                  pair={pair}
                  onConflict={refresh}
                  onDecided={(decision) => {
                    const name = (pair.shelter ?? pair.facility ?? pair.corporation)?.name ?? ''
                    setLast({ id: pair.id, name, decision })
                    const told = {
                      SAME: text.decidedSame,
                      DIFFERENT: text.decidedDifferent,
                      LATER: text.decidedLater,
                    }
                    announce(told[decision](name))
                    refresh()
                  }}
                />
              </>
            ) : (
              <EmptyState title={text.noneTitle} rings>
                <p>{text.noneBody}</p>
              </EmptyState>
            )}
          </>
        )
      }}
    </Loaded>
  )
}
