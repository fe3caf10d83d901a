import { graphql } from '../../generated/gql.ts'
import type { CareNeed, ShelterFactKind, ShelterFactSource } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { isoOf, today, toEntry } from '../../lib/dates.ts'
import { toDigits } from '../../lib/digits.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ShelfPaperField } from '../files/ShelfPaperField.tsx'
import { Act } from '../../ui/Act/Act.tsx'

const Record = graphql(`
  mutation RecordShelterFact($input: RecordShelterFactInput!) {
    recordShelterFact(input: $input) {
      ... on RecordShelterFactPayload {
        shelterFact {
          id
        }
      }
      ...Refusal
    }
  }
`)
const Withdraw = graphql(`
  mutation WithdrawShelterFact($input: WithdrawShelterFactInput!) {
    withdrawShelterFact(input: $input) {
      ... on WithdrawShelterFactPayload {
        shelterFact {
          id
        }
      }
      ...Refusal
    }
  }
`)
const Edit = graphql(`
  mutation EditWelfareShelter($input: EditWelfareShelterInput!) {
    editWelfareShelter(input: $input) {
      ... on EditWelfareShelterPayload {
        welfareShelter {
          id
        }
      }
      ...Refusal
    }
  }
`)

/** In peace time: openings and closings are written in the disaster they belong to. */
const PEACE_KINDS: readonly ShelterFactKind[] = [
  'DESIGNATED',
  'DESIGNATION_ENDED',
  'AGREED',
  'AGREEMENT_ENDED',
  'PLANNED',
]

interface RecordActProps {
  facilityId: string
  sources: readonly ShelterFactSource[]
  statement: React.ReactNode
  onDone: () => void
}

/** 「記録する」: what is so from a day on, and who says so. */
export function RecordAct({ facilityId, sources, statement, onDone }: RecordActProps) {
  const texts = useReadinessText()
  const text = texts.record
  const record = useCommand(Record)
  return (
    <Act
      button={text.add}
      title={text.addTitle}
      values={{
        kind: '',
        source: sources.length === 1 ? sources[0] : '',
        on: toEntry(today()),
        sourceText: '',
        documentId: '',
      }}
      submit={({ kind, source, on, sourceText, documentId }) =>
        record({
          input: {
            facilityId,
            kind: kind as ShelterFactKind,
            source: source as ShelterFactSource,
            at: `${isoOf(on) ?? ''}T00:00:00+09:00`,
            sourceText,
            documentId: documentId || undefined,
          },
        })
      }
      save={text.add}
      leave={text.leave}
      said={text.added}
      statement={statement}
      onDone={onDone}
    >
      <RadioGroup
        name="kind"
        label={text.kind}
        required
        options={PEACE_KINDS.map((kind) => ({ value: kind, label: texts.kinds[kind] }))}
      />
      <RadioGroup
        name="source"
        label={text.source}
        required
        options={sources.map((source) => ({ value: source, label: texts.sources[source] }))}
      />
      <DateFields name="on" label={text.on} required />
      <TextField name="sourceText" label={text.sourceText} required maxLength={300} />
      <ShelfPaperField name="documentId" label={text.paper} />
    </Act>
  )
}

/** 「取り消す」 */
export function WithdrawAct({ factId, of, onDone }: { factId: string; of: string; onDone: () => void }) {
  const text = useReadinessText().record
  const withdraw = useCommand(Withdraw)
  return (
    <Act
      button={text.withdraw}
      of={of}
      kind="text"
      title={text.withdrawTitle}
      values={{ reason: '' }}
      submit={({ reason }) => withdraw({ input: { shelterFactId: factId, reason } })}
      save={text.withdraw}
      leave={text.leave}
      said={text.withdrawDone}
      statement={<p>{text.withdrawNote}</p>}
      onDone={onDone}
    >
      <TextField name="reason" label={text.reason} required maxLength={300} />
    </Act>
  )
}

export interface Offer {
  readonly version: number
  readonly dayPlaces: number | null
  readonly nightPlaces: number | null
  readonly directEvacuation: boolean | null
  readonly companions: number | null
  readonly acceptedPersons: string
  readonly places: {
    readonly nodes: readonly {
      readonly need: CareNeed
      readonly day: number | null
      readonly night: number | null
    }[]
  }
}

interface EditActProps {
  facilityId: string
  offer: Offer | null
  statement: React.ReactNode
  onDone: () => void
}

const numberOf = (typed: string | undefined): number | null => {
  const digits = toDigits(typed ?? '')
  return digits === '' ? null : Number(digits)
}
const typedOf = (value: number | null | undefined): string => (value == null ? '' : String(value))

/** 「受け入れる人と人数を書く」 */
export function EditAct({ facilityId, offer, statement, onDone }: EditActProps) {
  const texts = useReadinessText()
  const text = texts.record
  const edit = useCommand(Edit)
  const needs = Object.keys(texts.needs) as CareNeed[]
  const placesOf = (need: CareNeed) => offer?.places.nodes.find((one) => one.need === need)
  const number = { inputMode: 'numeric', width: 'code', clean: toDigits, maxLength: 4 } as const
  return (
    <Act
      button={text.edit}
      title={text.editTitle}
      values={{
        dayPlaces: typedOf(offer?.dayPlaces),
        nightPlaces: typedOf(offer?.nightPlaces),
        direct: offer?.directEvacuation == null ? '' : offer.directEvacuation ? 'YES' : 'NO',
        companions: typedOf(offer?.companions),
        acceptedPersons: offer?.acceptedPersons ?? '',
        day: Object.fromEntries(needs.map((need) => [need, typedOf(placesOf(need)?.day)])),
        night: Object.fromEntries(needs.map((need) => [need, typedOf(placesOf(need)?.night)])),
      }}
      submit={({ dayPlaces, nightPlaces, direct, companions, acceptedPersons, day, night }) =>
        edit({
          input: {
            facilityId,
            version: offer?.version ?? 0,
            dayPlaces: numberOf(dayPlaces),
            nightPlaces: numberOf(nightPlaces),
            directEvacuation: direct === 'YES' ? true : direct === 'NO' ? false : null,
            companions: numberOf(companions),
            acceptedPersons,
            places: needs.flatMap((need) => {
              const [byDay, byNight] = [numberOf(day[need]), numberOf(night[need])]
              return byDay === null && byNight === null ? [] : [{ need, day: byDay, night: byNight }]
            }),
          },
        })
      }
      save={text.save}
      leave={text.leave}
      said={text.saved}
      statement={statement}
      onDone={onDone}
    >
      <TextField name="dayPlaces" label={text.day} {...number} />
      <TextField name="nightPlaces" label={text.night} {...number} />
      <SelectField
        name="direct"
        label={text.direct}
        options={[
          { value: 'YES', label: text.directYes },
          { value: 'NO', label: text.directNo },
        ]}
      />
      <TextField name="companions" label={text.companions} {...number} maxLength={2} />
      <TextField name="acceptedPersons" label={text.accepted} maxLength={500} />
      <fieldset>
        <legend className="prose-strong">{text.byNeed}</legend>
        <p className="prose-note">{text.byNeedNote}</p>
        {needs.map((need) => (
          <div key={need} className="grid gap-4 desktop:grid-cols-2">
            <TextField name={`day.${need}`} label={`${texts.needs[need]}　${text.day}`} {...number} />
            <TextField name={`night.${need}`} label={`${texts.needs[need]}　${text.night}`} {...number} />
          </div>
        ))}
      </fieldset>
    </Act>
  )
}
