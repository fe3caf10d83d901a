import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useCommand } from '../../lib/command.ts'
import { COMING_ERAS, formatDate, isoOf, toEntry } from '../../lib/dates.ts'
import { toDigits } from '../../lib/digits.ts'
import { useLanguage } from '../../lib/language.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { Act } from '../../ui/Act/Act.tsx'

const ItemTable_item = graphql(`
  fragment ItemTable_item on ReadinessItem {
    id
    key
    category
    title
    question
    advice
    weight
    hard
    validMonths
    source
    startsOn
    endsOn
    confirmedAt
    version
    viewerCan {
      edit {
        allowed
      }
    }
  }
`)

const Correct = graphql(`
  mutation CorrectReadinessItem($input: CorrectReadinessItemInput!) {
    correctReadinessItem(input: $input) {
      ... on CorrectReadinessItemPayload {
        readinessItem {
          id
        }
      }
      ...Refusal
    }
  }
`)
const Confirm = graphql(`
  mutation ConfirmReadinessItem($input: ConfirmReadinessItemInput!) {
    confirmReadinessItem(input: $input) {
      ... on ConfirmReadinessItemPayload {
        readinessItem {
          id
        }
      }
      ...Refusal
    }
  }
`)

interface ItemTableProps {
  items: readonly FragmentType<typeof ItemTable_item>[]
  onDone: () => void
}

/** The items of the checklist with their sources; the operator corrects and confirms them here. */
export function ItemTable({ items, onDone }: ItemTableProps) {
  const texts = useReadinessText()
  const text = texts.items
  const language = useLanguage()
  const [correct, confirm] = [useCommand(Correct), useCommand(Confirm)]
  const ends = { save: text.save, leave: text.leave, kind: 'text', onDone } as const
  return (
    <Table caption={text.caption} captionHidden dense>
      <thead>
        <tr>
          <Head>{text.columns.item}</Head>
          <Head>{text.columns.weight}</Head>
          <Head>{text.columns.valid}</Head>
          <Head>{text.columns.source}</Head>
        </tr>
      </thead>
      <tbody>
        {readFragment(ItemTable_item, items).map((item) => (
          <tr key={item.id}>
            <th scope="row">
              {item.title}
              {item.hard && <span className="prose-note">　{texts.sheet.hard}</span>}
              <span className="yui-row-note">
                {texts.sheet.categories[item.category]}　{text.from(formatDate(item.startsOn, language))}
                {item.endsOn && text.to(formatDate(item.endsOn, language))}
              </span>
            </th>
            <Cell label={text.columns.weight}>{item.weight}</Cell>
            <Cell label={text.columns.valid}>
              {item.validMonths === null ? texts.sheet.stays : text.months(item.validMonths)}
            </Cell>
            <Cell label={text.columns.source}>
              {item.confirmedAt === null && <b className="prose-strong">{texts.sheet.unconfirmed}　</b>}
              {item.source}
              {item.viewerCan.edit.allowed && (
                <span className="yui-no-print flex flex-wrap gap-x-4">
                  <Act
                    button={text.edit}
                    of={item.title}
                    title={text.editOf(item.title)}
                    values={{
                      title: item.title,
                      question: item.question,
                      advice: item.advice,
                      weight: String(item.weight),
                      hard: item.hard ? 'YES' : 'NO',
                      validMonths: item.validMonths === null ? '' : String(item.validMonths),
                      source: item.source,
                      fromOn: toEntry(item.startsOn),
                    }}
                    submit={({ weight, hard, validMonths, fromOn, ...words }) =>
                      correct({
                        input: {
                          ...words,
                          readinessItemId: item.id,
                          version: item.version,
                          weight: Number(toDigits(weight)),
                          hard: hard === 'YES',
                          validMonths: validMonths === '' ? null : Number(toDigits(validMonths)),
                          fromOn: isoOf(fromOn) ?? item.startsOn,
                        },
                      })
                    }
                    said={text.saved}
                    {...ends}
                  >
                    <TextField name="title" label={text.name} required maxLength={80} />
                    <TextField name="question" label={text.question} maxLength={120} />
                    <TextField name="advice" label={text.advice} maxLength={200} />
                    <TextField
                      name="weight"
                      label={text.weight}
                      required
                      inputMode="numeric"
                      width="code"
                      clean={toDigits}
                    />
                    <RadioGroup
                      name="hard"
                      label={text.hard}
                      required
                      options={[
                        { value: 'YES', label: text.hardYes },
                        { value: 'NO', label: text.hardNo },
                      ]}
                    />
                    <TextField
                      name="validMonths"
                      label={text.months2}
                      inputMode="numeric"
                      width="code"
                      clean={toDigits}
                    />
                    <TextField name="source" label={text.source} required maxLength={200} />
                    <DateFields
                      name="fromOn"
                      label={text.fromOn}
                      support={text.fromOnSupport}
                      required
                      eras={COMING_ERAS}
                    />
                  </Act>
                  <Act
                    button={text.confirm}
                    of={item.title}
                    title={text.confirmOf(item.title)}
                    values={{ source: item.source }}
                    submit={({ source }) =>
                      confirm({ input: { readinessItemId: item.id, version: item.version, source } })
                    }
                    said={text.sourceSaved}
                    {...ends}
                  >
                    <TextField name="source" label={text.source} required maxLength={200} />
                  </Act>
                </span>
              )}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
