import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import type { MinutesPaper_MinutesFragment } from '../../../generated/graphql.ts'
import { formatDate, formatMoment, formatTime } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useMinutesText } from '../../../locales/minutes.ts'
import { DefinitionList, Fact } from '../../../ui/DefinitionList/DefinitionList.tsx'

const MinutesPaper_minutes = graphql(`
  fragment MinutesPaper_minutes on Minutes {
    id
    opening
    closing
    facts {
      form
      openedAt
      closedAt
      place
      online
      chair
      noticeSentAt
      roll {
        voters
        votes
      }
      rulebook {
        name
        number
      }
      attendance {
        onSite
        online
        proxy
        written
        absent
        total
      }
      items {
        itemId
        kind
        number
        title
        decision {
          label
          outcome
          present
          against
          abstaining
          conflictClause
          quorum {
            clause
          }
          majority {
            unit
            needed
            have
            clause
          }
        }
      }
    }
    entries(first: 100) {
      nodes {
        id
        text
        item {
          id
        }
      }
    }
  }
`)

type Facts = MinutesPaper_MinutesFragment['facts']
type Item = Facts['items'][number]

/** The minutes as they will be read, in the order of their paper. */
export function MinutesPaper({ minutes: given }: { minutes: FragmentType<typeof MinutesPaper_minutes> }) {
  const text = useMinutesText()
  const { facts, opening, closing, entries } = readFragment(MinutesPaper_minutes, given)
  const texts = new Map(entries.nodes.map(({ item, text: words }) => [item?.id, words]))
  return (
    <article className="yui-minutes">
      <HeadFacts facts={facts} />
      <section>
        <h2>{text.attendance}</h2>
        <Attendance attendance={facts.attendance} />
        <Paragraphs>{opening}</Paragraphs>
      </section>
      {facts.items.map((item) => (
        <section key={item.itemId}>
          <h2>{text.itemTitle(text.item(item.kind, item.number), item.title)}</h2>
          <Paragraphs>{texts.get(item.itemId) ?? ''}</Paragraphs>
          <VoteFigures item={item} />
        </section>
      ))}
      <section>
        <h2>{text.closing}</h2>
        <Paragraphs>{closing}</Paragraphs>
      </section>
    </article>
  )
}

function HeadFacts({ facts }: { facts: Facts }) {
  const text = useMinutesText()
  const language = useLanguage()
  const { openedAt, closedAt, place, online, chair, roll, rulebook, form, noticeSentAt } = facts
  const begin = formatMoment(openedAt, language)
  const where = [place, online ? text.online : ''].filter((part) => part !== '').join('、')
  return (
    <DefinitionList>
      <Fact name={text.facts.when}>{closedAt ? text.fromTo(begin, formatTime(closedAt)) : begin}</Fact>
      <Fact name={text.facts.where}>{form === 'ASSEMBLY' ? where : text.inWriting}</Fact>
      {chair !== '' && <Fact name={text.facts.chair}>{chair}</Fact>}
      <Fact name={text.facts.roll}>{text.rollOf(roll.voters, roll.votes)}</Fact>
      {rulebook && <Fact name={text.facts.rules}>{text.version(rulebook.name, rulebook.number)}</Fact>}
      {noticeSentAt && <Fact name={text.facts.notice}>{formatDate(noticeSentAt, language)}</Fact>}
    </DefinitionList>
  )
}

const WAYS = ['onSite', 'online', 'proxy', 'written', 'absent', 'total'] as const

/** Who was there at the opening. */
function Attendance({ attendance }: { attendance: Facts['attendance'] }) {
  const text = useMinutesText()
  return (
    <dl className="yui-minutes__figures">
      {WAYS.map((way) => (
        <div key={way}>
          <dt>{text.attendanceColumns[way]}</dt>
          <dd>{attendance[way]}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What each threshold took, or what there was; in units only where there are several. */
function figuresIn(
  text: ReturnType<typeof useMinutesText>,
  thresholds: NonNullable<Item['decision']>['majority'],
  of: 'needed' | 'have',
): string {
  const figures = thresholds.map((one) => ({ figure: String(one[of]), unit: one.unit }))
  if (figures.length === 1) return figures.map(({ figure }) => figure).join('')
  return text.several(figures.map(({ figure, unit }) => text.counted(figure, unit)))
}

/** A vote in figures, and the clauses that were applied. */
export function VoteFigures({ item }: { item: Item }) {
  const text = useMinutesText()
  const { decision } = item
  if (!decision) return null
  const { majority, quorum, conflictClause } = decision
  const clauses = new Set([...majority, ...quorum].map(({ clause }) => clause))
  if (conflictClause) clauses.add(conflictClause)
  const figures = [
    [text.figures.outcome, text.outcomes[decision.outcome]],
    [text.figures.present, decision.present],
    [text.figures.needed, figuresIn(text, majority, 'needed')],
    [text.figures.inFavour, figuresIn(text, majority, 'have')],
    [text.figures.against, decision.against],
    [text.figures.abstaining, decision.abstaining],
  ] as const
  return (
    <>
      <dl className="yui-minutes__figures" aria-label={text.voteCaption(text.item(item.kind, item.number))}>
        {figures.map(([label, figure]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      <p className="prose-note">{text.applied(decision.label, [...clauses].join('・'))}</p>
    </>
  )
}

function Paragraphs({ children }: { children: string }) {
  // White space is kept, so that a line is a paragraph without any being told apart by its place.
  const words = children.trim()
  return words === '' ? null : <p className="yui-minutes__text">{words}</p>
}
