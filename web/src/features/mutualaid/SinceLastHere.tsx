import { useState } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { SinceLastHere_SinceFragment } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import type { Failure, Problem } from '../../lib/problems.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { Trouble } from './Trouble.tsx'
import { useWhen } from './use-when.ts'

const SinceLastHere_since = graphql(`
  fragment SinceLastHere_since on SinceLastHere {
    since
    until
    count
    news {
      kind
      at
      recordId
      text
      correction
      act
      opening
      quantity
      facilityName
      byName
    }
  }
`)

const Mark = graphql(`
  mutation SinceLastHere_mark($input: MarkSituationInput!) {
    markSituation(input: $input) {
      ... on MarkSituationPayload {
        situationMark {
          id
          at
        }
      }
      ...Refusal
    }
  }
`)

type News = SinceLastHere_SinceFragment['news'][number]

interface SinceLastHereProps {
  eventId: string
  since: FragmentType<typeof SinceLastHere_since>
  /** The viewer does something in the event, and so keeps a mark. */
  mayMark: boolean
}

/** What changed since the viewer was last here: what one is told on taking over a shift. */
export function SinceLastHere({ eventId, since: given, mayMark }: SinceLastHereProps) {
  const texts = useMutualaidText()
  const text = texts.situation
  const { since, until, count, news } = readFragment(SinceLastHere_since, given)
  const mark = useCommand(Mark)
  const [trouble, setTrouble] = useState<Failure | Problem>()
  const when = useWhen()
  const press = async () => {
    const outcome = await mark({ input: { eventId, until } })
    if (outcome.kind === 'done') return announce(text.markDone)
    setTrouble(outcome.kind === 'failed' ? outcome.failure : outcome.problem)
  }
  return (
    <Section title={`${text.since} ${text.count(count)}`}>
      <p className="prose-sub">{since ? text.sinceAt(when(since)) : text.sinceNever}</p>
      {news.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <ul className="yui-aid-history">
          {news.map((one) => (
            <li key={one.recordId}>
              <time dateTime={one.at}>{when(one.at)}</time>{' '}
              <b className="prose-strong">{wordsOf(one, texts)}</b>{' '}
              <span className="prose-sub">{[one.facilityName, one.byName].filter(Boolean).join(' / ')}</span>
            </li>
          ))}
        </ul>
      )}
      {count > news.length && <p>{text.more(count - news.length)}</p>}
      {trouble && <Trouble trouble={trouble} />}
      {mayMark && count > 0 && (
        <p className="yui-no-print mt-4">
          <Button kind="main" onClick={() => void press()}>
            {text.mark}
          </Button>
        </p>
      )}
    </Section>
  )
}

function wordsOf(
  { kind, text, correction, act, opening, quantity }: News,
  texts: ReturnType<typeof useMutualaidText>,
) {
  if (kind === 'LOG') return correction ? `${texts.situation.correction} ${text}` : text
  if (kind === 'OPENING') return texts.openings[opening ?? ''] ?? ''
  const named: Readonly<Record<string, string>> = { ...texts.kinds, ...texts.skills }
  return [named[text] ?? text, act ? texts.acts[act] : '', act === 'CLAIMED' ? '' : (quantity ?? '')]
    .filter((part) => part !== '' && part !== 0)
    .join(' ')
}
