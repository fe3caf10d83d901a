import type { ReactNode } from 'react'
import type { AgendaKind } from '../../../generated/graphql.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { RadioGroup } from '../../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../../ui/Select/SelectField.tsx'
import { TextAreaField } from '../../../ui/TextArea/TextAreaField.tsx'
import { TextField } from '../../../ui/TextField/TextField.tsx'

export interface ResolutionChoice {
  code: string
  name: string
  clause: string
}

interface MotionFieldsProps {
  /** Where the item stands in the form. */
  path: string
  kind: AgendaKind
  /** By which rules the body can decide. */
  kinds: readonly ResolutionChoice[]
  /** Lines of the text. */
  rows: number
  children?: ReactNode
}

/** What an item of an agenda is about, and by which rule it is decided. */
export function MotionFields({ path, kind, kinds, rows, children }: MotionFieldsProps) {
  const text = useMeetingsText()
  return (
    <>
      <RadioGroup
        name={`${path}.kind`}
        label={text.agenda.kind}
        required
        options={(['RESOLUTION', 'REPORT'] as const).map((value) => ({
          value,
          label: text.kinds[value],
          support: text.agenda.kindSupport[value],
        }))}
      />
      <TextField name={`${path}.title`} label={text.agenda.title} required maxLength={200} />
      <TextAreaField
        name={`${path}.text`}
        label={text.agenda.text}
        support={text.agenda.textSupport[kind]}
        maxLength={10_000}
        rows={rows}
      />
      {children}
      {kind === 'RESOLUTION' && (
        <SelectField
          name={`${path}.resolutionKind`}
          label={text.agenda.resolutionKind}
          support={text.agenda.resolutionKindSupport}
          required
          options={kinds.map(({ code, name, clause }) => ({
            value: code,
            label: text.agenda.kindWithClause(name, clause),
          }))}
        />
      )}
    </>
  )
}
