import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import type { NoticeAgenda_ItemFragment } from '../../../generated/graphql.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { Disclosure } from '../../../ui/Disclosure/Disclosure.tsx'
import { LinkButton } from '../../../ui/Link/Link.tsx'
import { numbersOf } from '../agenda.ts'
import { PaperList, papersOf, type PapersRead } from '../papers/PaperList.tsx'
import { AskForm } from './AskForm.tsx'
import { QuestionList } from './QuestionList.tsx'

const NoticeAgenda_item = graphql(`
  fragment NoticeAgenda_item on AgendaItem {
    id
    kind
    title
    text
    presenter
    state
    questions(first: 20) {
      nodes {
        id
        ...QuestionList_question
      }
    }
    ownBallots(first: 20) {
      nodes {
        id
        choice
        voter {
          id
        }
      }
    }
  }
`)

/** What is decided how, by the rulebook. */
interface ItemRule {
  itemId: string
  rule: string
  clause: string
}

interface NoticeAgendaProps {
  meetingId: string
  items: readonly FragmentType<typeof NoticeAgenda_item>[]
  rules: readonly ItemRule[]
  papers: PapersRead
  onOpened: () => void
  /** Somebody can ask now. */
  asks: boolean
  /** One may answer what was asked. */
  answers: boolean
  /** Lines of the roll for which one votes in writing now. */
  writing: readonly { id: string; name: string }[]
}

/** The agenda as the notice tells it: every item with its text, how it is decided, and what was asked about it. */
export function NoticeAgenda({ items: given, rules, ...rest }: NoticeAgendaProps) {
  const items = readFragment(NoticeAgenda_item, given)
  const numbers = numbersOf(items)
  return (
    <ol className="yui-notice-agenda">
      {items.map((item) => (
        <Item
          key={item.id}
          item={item}
          number={numbers.get(item.id) ?? 0}
          rule={rules.find(({ itemId }) => itemId === item.id)}
          {...rest}
        />
      ))}
    </ol>
  )
}

interface ItemProps extends Omit<NoticeAgendaProps, 'items' | 'rules'> {
  item: NoticeAgenda_ItemFragment
  number: number
  rule: ItemRule | undefined
}

function Item({ item, number, rule, papers, onOpened, meetingId, asks, answers, writing }: ItemProps) {
  const text = useMeetingsText()
  const { questions } = item
  return (
    <li>
      <p className="yui-notice-agenda__number">
        {text.numbered(item.kind, number)}
        {item.state !== 'UPCOMING' && <span>{text.itemStates[item.state]}</span>}
      </p>
      <h3>{item.title}</h3>
      {item.text && <p className="yui-motion">{item.text}</p>}
      <p className="prose-sub">
        {item.presenter && text.presentedBy(item.presenter)}
        {rule ? text.decidedBy(rule.rule, rule.clause) : item.kind === 'REPORT' && text.nothingDecided}
      </p>
      <PaperList
        papers={papersOf(papers, item.id)}
        of={text.numbered(item.kind, number)}
        onOpened={onOpened}
      />
      {item.kind === 'RESOLUTION' && writing.length > 0 && (
        <div className="yui-no-print mt-3">
          <p className="prose-strong">
            {writing
              .map(({ id, name }) => {
                const ballot = item.ownBallots.nodes.find(({ voter }) => voter?.id === id)
                return ballot ? text.votedAs(name, text.choices[ballot.choice]) : text.notVotedAs(name)
              })
              .join(text.between)}
          </p>
          <LinkButton to="/network/meetings/$meetingId/vote/$itemId" params={{ meetingId, itemId: item.id }}>
            {text.voteInWriting}
            <span className="sr-only">{text.of(item.title)}</span>
          </LinkButton>
        </div>
      )}
      {questions.nodes.length > 0 && <QuestionList questions={questions.nodes} answers={answers} />}
      {asks && (
        <Disclosure summary={text.questions.ask(text.numbered(item.kind, number))}>
          <AskForm itemId={item.id} />
        </Disclosure>
      )}
    </li>
  )
}
