import type { OutputForm } from '../../../generated/prisma/enums.ts'
import type { FacilityFigures, Figures } from '../figures.ts'
import { readSource, SOURCE_FIELDS, SOURCE_IDS, type SourceId } from './source-fields.ts'

/** Where a source field goes in a form, or why it goes nowhere. */
export type Route = { readonly to: string } | { readonly unmapped: string }

export interface TargetField {
  readonly id: string
  readonly label: string
  /** Why the portal can never fill it; the person who hands the form in does. */
  readonly byHand?: string
}

/** A form as data: its fields, and for every source field where it goes. */
export interface Target {
  readonly form: OutputForm
  /** What the whole form rests on; null where it is the portal's own. */
  readonly basis: string
  /** Nobody has checked the fields against the real system: 未確認. */
  readonly confirmed: boolean
  readonly fields: readonly TargetField[]
  readonly mapping: Readonly<Record<SourceId, Route>>
  /** Which facilities it is written for. */
  readonly concerns: (facility: FacilityFigures) => boolean
}

export interface FilledField {
  readonly label: string
  readonly value: string | null
}

export interface Missing {
  readonly label: string
  readonly reason: string
}

export interface Filled {
  readonly facilityId: string
  readonly facility: string
  readonly fields: readonly FilledField[]
  /** What the form asks and could not be filled, each with the reason. */
  readonly missing: readonly Missing[]
}

const NOT_SAID = 'まだ記録がありません'

/** Where a source field goes; several may go into one field of a form. */
export const sourcesOf = ({ mapping }: Target, fieldId: string): SourceId[] =>
  SOURCE_IDS.filter((id) => {
    const route = mapping[id]
    return 'to' in route && route.to === fieldId
  })

/** Fills a form for each facility it concerns. */
export function fill(target: Target, figures: Figures): Filled[] {
  return figures.facilities.filter(target.concerns).map((facility) => {
    const fields = target.fields.map(({ id, label, byHand }) => {
      const sources = sourcesOf(target, id)
      const said = sources.flatMap((source) => {
        const value = readSource(source, { figures, facility })
        return value === null ? [] : [{ source, value }]
      })
      const text = said.map(({ source, value }) =>
        sources.length > 1 ? `${SOURCE_FIELDS[source].label}：${value}` : value,
      )
      return { label, value: text.length > 0 ? text.join('\n') : null, byHand }
    })
    return {
      facilityId: facility.id,
      facility: facility.name,
      fields: fields.map(({ label, value }) => ({ label, value })),
      missing: fields
        .filter(({ value }) => value === null)
        .map(({ label, byHand }) => ({ label, reason: byHand ?? NOT_SAID })),
    }
  })
}

/** What is known here and has no place in a form, with the reason. */
export const leftOut = ({ mapping }: Target): Missing[] =>
  SOURCE_IDS.flatMap((id) => {
    const route = mapping[id]
    return 'unmapped' in route ? [{ label: SOURCE_FIELDS[id].label, reason: route.unmapped }] : []
  })
