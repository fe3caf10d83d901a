import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import type { Checklist_LineFragment, ReadinessSource } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { daysBetween, formatDate, today } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Icon } from '../../ui/Icon/Icon.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { TextAreaField } from '../../ui/TextArea/TextAreaField.tsx'
import { Act } from '../../ui/Act/Act.tsx'
import { AnswerAct } from './AnswerAct.tsx'
import { percentOf } from './ScoreBar.tsx'
import { Sign } from './Sign.tsx'

const Checklist_line = graphql(`
  fragment Checklist_line on ReadinessLine {
    key
    category
    title
    question
    advice
    hard
    confirmed
    itemSource
    answer
    reason
    certainty
    impliedBy
    word {
      ...Checklist_word
    }
    words {
      ...Checklist_word
    }
    choices {
      choiceId
      label
    }
    comments {
      commentId
      text
      at
      actingName
      byName
    }
  }
`)

const Checklist_word = graphql(`
  fragment Checklist_word on ReadinessWordPart {
    source
    answer
    label
    evidence
    documentId
    documentTitle
    answeredAt
    expiresOn
  }
`)

const Comment = graphql(`
  mutation CommentOnReadinessItem($input: CommentOnReadinessItemInput!) {
    commentOnReadinessItem(input: $input) {
      ... on CommentOnReadinessItemPayload {
        readinessComment {
          id
        }
      }
      ...Refusal
    }
  }
`)

type Line = Checklist_LineFragment

interface ChecklistProps {
  facilityId: string
  lines: readonly FragmentType<typeof Checklist_line>[]
  /** Only what is not a yes. */
  openOnly: boolean
  as: ReadinessSource | null
  statement: React.ReactNode
  onDone: () => void
}

/** The checklist, an item a row, with what was said under each. */
export function Checklist({ facilityId, lines, openOnly, as, statement, onDone }: ChecklistProps) {
  const text = useReadinessText().sheet
  const { columns } = text
  const shown = readFragment(Checklist_line, lines).filter(({ answer }) => !openOnly || answer !== 'YES')
  return (
    <Table caption={text.caption} captionHidden>
      <thead>
        <tr>
          <Head>{columns.category}</Head>
          <Head>{columns.item}</Head>
          <Head>{columns.answer}</Head>
          <Head>{columns.evidence}</Head>
          <Head>{columns.expires}</Head>
        </tr>
      </thead>
      <tbody>
        {shown.map((line) => (
          <tr key={line.key}>
            <Cell label={columns.category}>
              <span className="whitespace-nowrap">{text.categories[line.category]}</span>
            </Cell>
            <th scope="row">
              {line.title}
              {line.hard && <span className="prose-note">　{text.hard}</span>}
              {!line.confirmed && <span className="prose-note">　{text.unconfirmed}</span>}
              {line.advice && line.answer !== 'YES' && <span className="yui-row-note">{line.advice}</span>}
              <Remarks line={line} />
              {as && (
                <span className="yui-no-print flex flex-wrap gap-x-4">
                  <AnswerAct
                    facilityId={facilityId}
                    itemKey={line.key}
                    question={line.question}
                    choices={line.choices}
                    as={as}
                    statement={statement}
                    again={line.reason !== 'NOT_ANSWERED'}
                    onDone={onDone}
                  />
                  <CommentAct facilityId={facilityId} line={line} statement={statement} onDone={onDone} />
                </span>
              )}
            </th>
            <Cell label={columns.answer}>
              <Answer line={line} />
            </Cell>
            <Cell label={columns.evidence}>
              <Evidence line={line} />
            </Cell>
            <Cell label={columns.expires}>
              <Expiry line={line} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Answer({ line }: { line: Line }) {
  const text = useReadinessText().sheet
  const words = readFragment(Checklist_word, line.words)
  const aged = line.answer !== 'UNKNOWN' && line.certainty < 1
  return (
    <>
      <span className="yui-with-sign" data-now={line.answer === 'YES' || undefined}>
        <Sign name={line.answer} />
        {text.answers[line.answer]}
      </span>
      {line.impliedBy && <span className="yui-row-note">{text.impliedBy(line.impliedBy)}</span>}
      {line.reason === 'CONTRADICTED' && (
        <span className="yui-row-note">
          {text.reasons.CONTRADICTED}（
          {words.map(({ source, answer }) => text.says(text.who[source], text.answers[answer])).join('、')}）
        </span>
      )}
      {aged && <span className="yui-row-note">{text.sure(percentOf(line.certainty))}</span>}
    </>
  )
}

function Evidence({ line }: { line: Line }) {
  const text = useReadinessText().sheet
  const word = readFragment(Checklist_word, line.word)
  if (!word || line.impliedBy) return <span className="prose-note">{text.noEvidence}</span>
  return (
    <>
      {[word.label, word.evidence].filter(Boolean).join('　') || text.noEvidence}
      {word.documentId && word.documentTitle && (
        <Link className="block" to="/network/documents/$documentId" params={{ documentId: word.documentId }}>
          {word.documentTitle}
        </Link>
      )}
    </>
  )
}

function Expiry({ line }: { line: Line }) {
  const text = useReadinessText().sheet
  const language = useLanguage()
  const word = readFragment(Checklist_word, line.word)
  if (!word?.expiresOn)
    return <span className="prose-note">{word && line.answer !== 'UNKNOWN' ? text.stays : '―'}</span>
  const day = formatDate(word.expiresOn, language)
  if (line.reason === 'EXPIRED')
    return (
      <>
        <span className="yui-with-sign">
          <Icon name="clock" size="small" />
          {text.reasons.EXPIRED}
        </span>
        <span className="yui-row-note">
          {text.expiredOn(day)}　{text.wasBefore(text.answers[word.answer])}
        </span>
      </>
    )
  const left = daysBetween(today(), word.expiresOn)
  return (
    <>
      {day}
      {left <= 60 && <span className="yui-row-note">{text.daysLeft(left)}</span>}
    </>
  )
}

function Remarks({ line }: { line: Line }) {
  const text = useReadinessText().sheet
  const language = useLanguage()
  const [latest, ...earlier] = line.comments
  if (!latest) return null
  const remark = ({ commentId, text: words, at, actingName, byName }: (typeof line.comments)[number]) => (
    <div key={commentId} className="yui-remark">
      <p>{words}</p>
      <p className="prose-note">
        {[actingName, byName, formatDate(at, language)].filter(Boolean).join('　')}
      </p>
    </div>
  )
  return (
    <>
      {remark(latest)}
      {earlier.length > 0 && (
        <Disclosure summary={text.moreComments(earlier.length)}>{earlier.map(remark)}</Disclosure>
      )}
    </>
  )
}

interface CommentActProps {
  facilityId: string
  line: Line
  statement: React.ReactNode
  onDone: () => void
}

function CommentAct({ facilityId, line, statement, onDone }: CommentActProps) {
  const text = useReadinessText().sheet
  const comment = useCommand(Comment)
  return (
    <Act
      button={text.comment}
      of={line.title}
      kind="text"
      title={line.title}
      values={{ text: '' }}
      submit={({ text: words }) => comment({ input: { facilityId, itemKey: line.key, text: words } })}
      save={text.commentSend}
      leave={text.leave}
      said={text.commented}
      statement={statement}
      onDone={onDone}
    >
      <TextAreaField name="text" label={text.commentLabel} required maxLength={500} />
    </Act>
  )
}
