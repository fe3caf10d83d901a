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

export const StandingRecords_registryRevision = graphql(`
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

/** How the records of one block stood on a day: every fact in words, blanks too. */
export function StandingRecords({ revisions, records }: StandingRecordsProps) {
  const text = useHistoryText().asOf
  const words = useRevisionWords()
  const language = useLanguage()
  const rows = readFragment(StandingRecords_registryRevision, revisions)
    .filter(({ record }) => records.includes(record))
    .toSorted((one, other) => placeOf(one) - placeOf(other))
  if (rows.length === 0) return <p>{text.noneOfBlock}</p>
  return rows.map((revision) => {
    const { id, record, title, validFrom, values } = revision
    const alone = rows.length === 1 && (record === 'FACILITY' || record === 'CORPORATION')
    return (
      <div key={id} className="mb-8">
        {!alone && <h3 className="text-std-18B-160">{title}</h3>}
        <DefinitionList>
          {values
            .filter(({ field }) => !LEFT_OUT.has(field))
            .map((value) => (
              <Fact key={value.field} name={words.label(record, value.field)}>
                {words.value(record, value)}
              </Fact>
            ))}
        </DefinitionList>
        <p className="prose-note mt-2">{text.since(formatDate(validFrom, language))}</p>
      </div>
    )
  })
}
