import type { ReactNode } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { Reading } from '../../lib/every-page.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { Paper } from '../../ui/Paper/Paper.tsx'

const FacilityPaper_facility = graphql(`
  fragment FacilityPaper_facility on Facility {
    shortName
    sample
    corporation {
      id
      name
    }
  }
`)

interface FacilityPaperProps<Data> {
  result: Reading<Data>
  facilityOf: (data: Data) => FragmentType<typeof FacilityPaper_facility> | null | undefined
  title: string
  /** The title with the facility's name in it. */
  of: (name: string) => string
  back: ReactNode
  children: (data: Data) => ReactNode
}

/** A register of a facility on A4. */
export function FacilityPaper<Data>({ facilityOf, of, children, ...paper }: FacilityPaperProps<Data>) {
  const text = useMutualaidText()
  return (
    <Paper
      {...paper}
      none={text.registerMissing}
      nameOf={(data) => {
        const facility = readFragment(FacilityPaper_facility, facilityOf(data))
        return (
          facility && {
            title: of(facility.shortName),
            of: facility.corporation?.name ?? '',
            sample: facility.sample,
          }
        )
      }}
    >
      {children}
    </Paper>
  )
}
