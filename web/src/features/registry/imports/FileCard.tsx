import { useState } from 'react'
import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import type { FileCard_FileFragment } from '../../../generated/graphql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { formatDate } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import type { Outcome } from '../../../lib/problems.ts'
import { useImportsText } from '../../../locales/imports.ts'
import { RefusedNotice } from '../../../ui/Notice/RefusedNotice.tsx'
import { Button, Buttons } from '../../../ui/Button/Button.tsx'
import { DefinitionList, Fact } from '../../../ui/DefinitionList/DefinitionList.tsx'
import { Disclosure } from '../../../ui/Disclosure/Disclosure.tsx'
import { Notice } from '../../../ui/Notice/Notice.tsx'
import { Cell, Head, Table } from '../../../ui/Table/Table.tsx'
import { DescribeForm } from './DescribeForm.tsx'
import { useProblemWords } from './problem-words.ts'

const FileCard_file = graphql(`
  fragment FileCard_file on ImportFile {
    id
    name
    size
    position
    received
    format
    target
    encoding
    sheet
    headings
    firstRows
    columns {
      heading
      field
      needed
      found
      state
    }
    extraHeadings
    mapping
    title
    issuer
    licence
    asOf
    complete
    rowCount
    problem
    problemDetail
    version
    ...DescribeForm_file
  }
`)

const Remove = graphql(`
  mutation FileCard_remove($input: RemoveImportFileInput!) {
    removeImportFile(input: $input) {
      ... on RemoveImportFilePayload {
        importRun {
          id
          state
          version
          files(first: 50) {
            totalCount
            nodes {
              id
              ...FileCard_file
            }
          }
        }
      }
      ...Refusal
    }
  }
`)

interface FileCardProps {
  file: FragmentType<typeof FileCard_file>
  onChange: () => void
}

/** One file: what was found in it, how it is read and whose data it is. */
export function FileCard({ file: given, onChange }: FileCardProps) {
  const file = readFragment(FileCard_file, given)
  const text = useImportsText()
  const problemWords = useProblemWords()
  const remove = useCommand(Remove)
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const [busy, setBusy] = useState(false)
  const press = async () => {
    setBusy(true)
    const result = await remove({ input: { importFileId: file.id } })
    setBusy(false)
    setOutcome(result)
    if (result.kind !== 'done') return
    announce(text.file.removed(file.name))
    onChange()
  }
  const missing = file.columns.filter(({ state }) => state === 'MISSING')
  const renamed = file.columns.filter(({ state }) => state === 'RENAMED')
  const needsMapping = file.received && !file.problem && (!file.format || !file.target)
  return (
    <article className="yui-file">
      <h3>{file.name}</h3>
      {file.problem ? (
        <Notice kind="bad">
          <p>{problemWords.file(file.problem, file.problemDetail)}</p>
        </Notice>
      ) : (
        <Facts file={file} />
      )}
      {needsMapping && (
        <Notice>
          <p>{text.file.unknown}</p>
        </Notice>
      )}
      {renamed.length > 0 && (
        <p className="prose-sub">
          {text.file.renamed(renamed.map(({ heading, found }) => text.file.renamedOne(found ?? '', heading)))}
        </p>
      )}
      {missing.length > 0 && (
        <p className="prose-sub">{text.file.missing(missing.map(({ heading }) => heading))}</p>
      )}
      {file.extraHeadings.length > 0 && <p className="prose-sub">{text.file.extra(file.extraHeadings)}</p>}
      <FirstRows file={file} />
      {file.received && (!file.problem || file.headings.length > 0) && (
        <Disclosure summary={text.file.describe} open={needsMapping}>
          <DescribeForm file={file} onDone={onChange} />
        </Disclosure>
      )}
      <RefusedNotice outcome={outcome} />
      <Buttons>
        <Button
          kind="text"
          busy={busy}
          onClick={() => void press()}
          aria-label={`${file.name} ${text.file.remove}`}
        >
          {text.file.remove}
        </Button>
      </Buttons>
    </article>
  )
}

function Facts({ file }: { file: FileCard_FileFragment }) {
  const text = useImportsText()
  const language = useLanguage()
  return (
    <DefinitionList>
      <Fact name={text.file.format}>
        {file.format ? text.formats[file.format] : text.file.formatUnknown}
        {file.target && <span className="yui-row-note">{text.targets[file.target]}</span>}
      </Fact>
      <Fact name={text.file.encoding}>
        {file.sheet ? text.file.sheet(file.sheet) : (file.encoding ?? text.file.noEncoding)}
      </Fact>
      <Fact name={text.file.size}>
        {text.file.bytes(file.size)}
        {file.rowCount !== null && <span className="yui-row-note">{text.file.rows(file.rowCount)}</span>}
      </Fact>
      <Fact name={text.file.source}>
        {file.title ?? text.file.ownList}
        {file.title && (
          <span className="yui-row-note">
            {[file.issuer, file.licence, file.asOf && text.file.asOf(formatDate(file.asOf, language))]
              .filter(Boolean)
              .join('　')}
          </span>
        )}
      </Fact>
      <Fact name={text.file.complete}>{file.complete ? text.file.completeYes : text.file.completeNo}</Fact>
    </DefinitionList>
  )
}

/** So many columns fit on a screen; the others are counted. */
const SHOWN_COLUMNS = 6

function FirstRows({ file: { headings, firstRows, name } }: { file: FileCard_FileFragment }) {
  const text = useImportsText()
  const rows = (Array.isArray(firstRows) ? firstRows : []) as readonly Readonly<Record<string, string>>[]
  if (rows.length === 0) return null
  const shown = headings.slice(0, SHOWN_COLUMNS)
  const more = headings.length - shown.length
  return (
    <Disclosure summary={text.file.firstRows(rows.length)}>
      <Table caption={text.file.firstRowsOf(name)} captionHidden dense>
        <thead>
          <tr>
            {shown.map((heading) => (
              <Head key={heading}>{heading}</Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, 5).map((row, n) => (
            // oxlint-disable-next-line react/no-array-index-key -- the rows have no identity and never move
            <tr key={n}>
              {shown.map((heading) => (
                <Cell key={heading} label={heading}>
                  {row[heading]}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      {more > 0 && <p className="prose-note">{text.file.moreColumns(more)}</p>}
    </Disclosure>
  )
}
