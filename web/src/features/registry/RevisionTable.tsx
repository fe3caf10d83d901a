import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { RevisionTable_RegistryRevisionFragment as Revision } from '../../generated/graphql.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useActText } from '../../locales/audit.ts'
import { useHistoryText } from '../../locales/history.ts'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { useRevisionWords } from './revision-words.ts'

export const RevisionTable_registryRevision = graphql(`
  fragment RevisionTable_registryRevision on RegistryRevision {
    id
    record
    kind
    title
    validFrom
    changes {
      field
      before {
        field
        kind
        value
        name
        erased
      }
      after {
        field
        kind
        value
        name
        erased
      }
    }
    act {
      id
      command
      actingName
      behalfName
      actor {
        id
        name
      }
    }
  }
`)

interface RevisionTableProps {
  revisions: readonly FragmentType<typeof RevisionTable_registryRevision>[]
}

/** What changed in words, the latest first: 「定員 50人 → 54人」, by whom and by which act. */
export function RevisionTable({ revisions }: RevisionTableProps) {
  const text = useHistoryText()
  const language = useLanguage()
  const { columns } = text
  return (
    <Table caption={text.caption} captionHidden dense>
      <thead>
        <tr>
          <Head>{columns.at}</Head>
          <Head>{columns.what}</Head>
          <Head>{columns.by}</Head>
        </tr>
      </thead>
      <tbody>
        {readFragment(RevisionTable_registryRevision, revisions).map((revision) => (
          <tr key={revision.id}>
            <Cell label={columns.at}>
              <time dateTime={revision.validFrom}>{formatMoment(revision.validFrom, language)}</time>
            </Cell>
            <th scope="row">
              <Changes revision={revision} />
            </th>
            <Cell label={columns.by}>
              <Actor revision={revision} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** The facts of one revision; those of a new or removed record fold away below its name. */
function Changes({ revision: { record, kind, title, changes } }: { revision: Revision }) {
  const text = useHistoryText()
  const words = useRevisionWords()
  const name = title ?? text.untitled
  const recordName = words.text.records[record]
  const heading = {
    CREATED: text.registered(recordName, name),
    CHANGED: text.changed(recordName, name),
    REMOVED: text.removed(recordName, name),
  }[kind]
  const list = (
    <ul className="font-normal">
      {changes.map((change) => (
        <li key={change.field}>{words.change(record, change)}</li>
      ))}
    </ul>
  )
  const summary = kind === 'CREATED' ? text.details : text.removedDetails
  return (
    <>
      {heading}
      {kind === 'CHANGED'
        ? list
        : changes.length > 0 && <Disclosure summary={summary(changes.length)}>{list}</Disclosure>}
    </>
  )
}

function Actor({ revision: { act } }: { revision: Revision }) {
  const text = useHistoryText()
  const actText = useActText()
  if (!act?.command) return text.beforeHistory
  const who = act.actor?.name
  const by = who && act.actingName ? text.personAs(who, act.actingName) : (who ?? act.actingName)
  return (
    <>
      {by}
      {act.behalfName && <span className="prose-note block">{text.onBehalf(act.behalfName)}</span>}
      <span className="prose-note block">{actText(act.command)}</span>
    </>
  )
}
