import { useWatch } from 'react-hook-form'
import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import type { AgendaKind } from '../../../generated/graphql.ts'
import { toDigits } from '../../../lib/digits.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { TextField } from '../../../ui/TextField/TextField.tsx'
import { RowsField } from '../../registry/edit/RowsField.tsx'
import { MotionFields } from '../plan/MotionFields.tsx'

const SeriesFields_rules = graphql(`
  fragment SeriesFields_rules on MeetingRules {
    organs {
      organ
      name
      resolutions {
        code
        name
        clause
      }
    }
    committees {
      committeeId
      name
    }
  }
`)

export type SeriesRules = FragmentType<typeof SeriesFields_rules>
export const readRules = (rules: SeriesRules) => readFragment(SeriesFields_rules, rules)

/** An item of the usual agenda, as it is typed. */
interface UsualRow {
  kind: AgendaKind
  title: string
  text: string
  resolutionKind: string
}

/** What is typed about a series. */
export interface SeriesValues {
  title: string
  everyMonths: string
  agenda: UsualRow[]
}

/** The usual agenda as the API keeps it. */
export type UsualAgenda = readonly (Omit<UsualRow, 'resolutionKind'> & { resolutionKind: string | null })[]

export const rowsOf = (agenda: UsualAgenda): UsualRow[] =>
  agenda.map(({ kind, title, text, resolutionKind }) => ({
    kind,
    title,
    text,
    resolutionKind: resolutionKind ?? '',
  }))

/** The fields as the API takes them; `usual` is the kind of resolution of a motion for which none was chosen. */
export const seriesInput = ({ title, everyMonths, agenda }: SeriesValues, usual: string) => ({
  title,
  everyMonths: Number(toDigits(everyMonths)),
  agenda: agenda.map((row) => ({
    ...row,
    resolutionKind: row.kind === 'RESOLUTION' ? row.resolutionKind || usual : null,
  })),
})

/** As many items fit on a usual agenda. */
const MOST = 30
const isMonths = (typed: string) => /^(?:[1-9]|[1-5]\d|60)$/.test(toDigits(typed))

interface SeriesFieldsProps {
  kinds: readonly { code: string; name: string; clause: string }[]
}

/** Name, rhythm and usual agenda: what of a series can be edited. */
export function SeriesFields({ kinds }: SeriesFieldsProps) {
  const { series: text, agenda: agendaText } = useMeetingsText()
  const usual = kinds[0]?.code ?? ''
  return (
    <>
      <TextField name="title" label={text.title} support={text.titleSupport} required maxLength={100} />
      <TextField
        name="everyMonths"
        label={text.everyMonths}
        support={text.everyMonthsSupport}
        required
        inputMode="numeric"
        width="code"
        clean={toDigits}
        checks={{ NUMBER: isMonths }}
        errors={{ NUMBER: text.everyMonthsWrong }}
      />
      <div className="mt-8">
        <h2 className="prose-strong">{text.agenda}</h2>
        <p className="prose-sub mb-3">{text.agendaSupport}</p>
        <RowsField
          name="agenda"
          nameField="title"
          empty={(): UsualRow => ({ kind: 'REPORT', title: '', text: '', resolutionKind: usual })}
          addLabel={agendaText.add}
          ordered
          most={MOST}
        >
          {(path, position) => <UsualFields path={path} position={position} kinds={kinds} />}
        </RowsField>
      </div>
    </>
  )
}

interface UsualFieldsProps extends SeriesFieldsProps {
  path: string
  position: number
}

function UsualFields({ path, position, kinds }: UsualFieldsProps) {
  const rows = useWatch({ name: 'agenda' }) as readonly UsualRow[] | undefined
  const kind = rows?.[position]?.kind ?? 'REPORT'
  return (
    <div className="mb-6">
      <MotionFields path={path} kind={kind} kinds={kinds} rows={3} />
    </div>
  )
}
