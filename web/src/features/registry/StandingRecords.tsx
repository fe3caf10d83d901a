import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type {
  RegistryRecord,
  StandingRecords_RegistryRevisionFragment as Revision,
} from '../../generated/graphql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useHistoryText } from '../../locales/history.ts'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { useRevisionWords } from './revision-words.ts'

const StandingRecords_registryRevision = graphql(`
  fragment StandingRecords_registryRevision on RegistryRevision {
    id
    record
    recordId
    title
    validFrom
    values {
      field
      kind
      value
      name
      erased
    }
  }
`)

interface StandingRecordsProps {
  revisions: readonly FragmentType<typeof StandingRecords_registryRevision>[]
  /** The records that make up the block. */
  records: readonly RegistryRecord[]
}

/** Said by the place of the row, or of no use without the page it leads to. */
const LEFT_OUT = new Set(['position', 'facilityId', 'dataSourceId'])

const placeOf = ({ values }: Revision): number =>
  Number(values.find(({ field }) => field === 'position')?.value ?? 0)

/** Small things stand in one line each: 「簡易ベッド：ある、12台」. */
const IN_ONE_LINE: ReadonlySet<RegistryRecord> = new Set(['FACILITY_EQUIPMENT', 'FACILITY_QUALIFICATION'])
/** The field that names the record, which its heading says already. */
const NAMES = new Set(['name', 'roleTitle', 'item', 'qualification'])

/** How the records of one block stood on a day, in words. The main record says its blanks too. */
export function StandingRecords({ revisions, records }: StandingRecordsProps) {
  const text = useHistoryText().asOf
  const words = useRevisionWords()
  const language = useLanguage()
  const rows = readFragment(StandingRecords_registryRevision, revisions)
    .filter(({ record }) => records.includes(record))
    .toSorted((one, other) => placeOf(one) - placeOf(other))
  const [first] = rows
  if (!first) return <p>{text.noneOfBlock}</p>
  const facts = ({ values }: Revision) => values.filter(({ field }) => !LEFT_OUT.has(field))
  if (IN_ONE_LINE.has(first.record))
    return (
      <DefinitionList>
        {rows.map((row) => (
          <Fact key={row.id} name={row.title ?? ''}>
            {facts(row)
              .filter(({ field, value }) => !NAMES.has(field) && (value !== null || field === 'count'))
              .map((value) => words.value(row.record, value))
              .join('、')}
          </Fact>
        ))}
      </DefinitionList>
    )
  return rows.map((row) => {
    const main = row.record === 'FACILITY' || row.record === 'CORPORATION'
    const shown = main
      ? facts(row)
      : facts(row).filter(({ field, value, erased }) => !NAMES.has(field) && (value !== null || erased))
    return (
      <div key={row.id} className="mb-8">
        {!main && <h3 className="text-std-18B-160">{row.title}</h3>}
        <DefinitionList>
          {shown.map((value) => (
            <Fact key={value.field} name={words.label(row.record, value.field)}>
              {words.value(row.record, value)}
            </Fact>
          ))}
        </DefinitionList>
        <p className="prose-note mt-2">{text.since(formatDate(row.validFrom, language))}</p>
      </div>
    )
  })
}
