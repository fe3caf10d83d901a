import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { useClient } from 'urql'
import { graphql } from '../../../generated/gql.ts'
import type { PostalFillQuery } from '../../../generated/graphql.ts'
import { toDigits } from '../../../lib/digits.ts'
import { useFacilityEditText } from '../../../locales/facility-edit.ts'
import { Button, Buttons } from '../../../ui/Button/Button.tsx'
import { TextField } from '../../../ui/TextField/TextField.tsx'

const Places = graphql(`
  query PostalFill($postalCode: String!) {
    placesOfPostalCode(postalCode: $postalCode) {
      prefecture
      municipalityCode
      address
    }
  }
`)

type Place = PostalFillQuery['placesOfPostalCode'][number]

/** The postal code, and a button that fills in the address it stands for. */
export function PostalFill({ prefix }: { prefix: string }) {
  const text = useFacilityEditText().basic
  const client = useClient()
  const { getValues, setValue } = useFormContext()
  const [places, setPlaces] = useState<readonly Place[]>([])
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)

  const fill = ({ municipalityCode, address }: Place) => {
    setPlaces([])
    if (municipalityCode) setValue(`${prefix}municipalityCode`, municipalityCode, { shouldDirty: true })
    setValue(`${prefix}address`, address, { shouldDirty: true })
    setSaid(text.filled(address))
  }
  const ask = async () => {
    setBusy(true)
    const postalCode = String(getValues(`${prefix}postalCode`))
    const { data } = await client.query(Places, { postalCode }).toPromise()
    setBusy(false)
    const found = data?.placesOfPostalCode ?? []
    const [only] = found
    if (only && found.length === 1) return fill(only)
    setPlaces(found)
    setSaid(found.length === 0 ? text.unknownPostal : text.choosePlace)
  }
  return (
    <>
      <TextField
        name={`${prefix}postalCode`}
        label={text.postalCode}
        support={text.postalSupport}
        inputMode="numeric"
        autoComplete="off"
        clean={toDigits}
        width="code"
      />
      <div className="mt-3">
        <Button busy={busy} onClick={() => void ask()}>
          {text.fill}
        </Button>
        <output className="mt-2 block">{said}</output>
        {places.length > 0 && (
          <Buttons>
            {places.map((place) => (
              <Button key={place.address} kind="text" onClick={() => fill(place)}>
                {place.address}
              </Button>
            ))}
          </Buttons>
        )}
      </div>
    </>
  )
}
