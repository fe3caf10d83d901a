import type { MouseEvent } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { announce } from '../../../lib/announce.ts'
import { toDigits } from '../../../lib/digits.ts'
import { useFacilityEditText } from '../../../locales/facility-edit.ts'
import { TextField } from '../../../ui/TextField/TextField.tsx'
import { boundsOf, frameFor, toDrawing } from '../map-frame.ts'
import { YAMAGATA } from '../yamagata.ts'
import { decimalNumber, numberOf } from './entries.ts'

interface PointPickerProps {
  /** Goes before the names of the fields. */
  prefix: string
}

/** Degrees to about ten metres: a press on an outline says no more. */
const rounded = (degrees: number): string => degrees.toFixed(4)

/** Where a facility lies: a press on the municipality's outline, or two numbers; both are optional. */
export function PointPicker({ prefix }: PointPickerProps) {
  const text = useFacilityEditText().basic
  const { setValue } = useFormContext()
  const [code, latitude, longitude] = useWatch({
    name: [`${prefix}municipalityCode`, `${prefix}latitude`, `${prefix}longitude`],
  }) as [string, string, string]
  const municipality = YAMAGATA.find((one) => one.code === code)
  const frame = frameFor(undefined, [code])
  const place = { latitude: numberOf(latitude), longitude: numberOf(longitude) }
  const mark =
    place.latitude !== null && place.longitude !== null
      ? toDrawing({ latitude: place.latitude, longitude: place.longitude })
      : undefined

  const put = (event: MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const { south, west, north, east } = boundsOf(frame)
    const right = (event.clientX - box.left) / box.width
    const down = (event.clientY - box.top) / box.height
    const put = {
      latitude: rounded(north - down * (north - south)),
      longitude: rounded(west + right * (east - west)),
    }
    setValue(`${prefix}latitude`, put.latitude, { shouldDirty: true })
    setValue(`${prefix}longitude`, put.longitude, { shouldDirty: true })
    announce(text.pointSet(put.latitude, put.longitude))
  }
  return (
    <fieldset className="yui-field">
      <legend className="yui-field__label">{text.point}</legend>
      <p className="yui-field__support">{municipality ? text.pointSupport : text.outside}</p>
      {municipality && (
        // The two boxes below do the same for whoever uses no pointer.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
        <svg
          className="yui-point"
          viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
          role="img"
          aria-label={text.map(municipality.name)}
          onClick={put}
        >
          <path d={municipality.path} />
          {mark && <circle cx={mark.x} cy={mark.y} r={frame.width / 50} />}
        </svg>
      )}
      <TextField
        name={`${prefix}latitude`}
        label={text.latitude}
        support={text.latitudeSupport}
        inputMode="decimal"
        clean={toDigits}
        checks={decimalNumber}
        width="tel"
      />
      <TextField
        name={`${prefix}longitude`}
        label={text.longitude}
        support={text.longitudeSupport}
        inputMode="decimal"
        clean={toDigits}
        checks={decimalNumber}
        width="tel"
      />
    </fieldset>
  )
}
