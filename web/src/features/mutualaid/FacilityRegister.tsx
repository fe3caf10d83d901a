import type { ReactNode } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const FacilityRegister_facility = graphql(`
  fragment FacilityRegister_facility on Facility {
    id
    shortName
    sample
    registersCan {
      keep {
        allowed
      }
    }
  }
`)

interface FacilityRegisterProps {
  facility: FragmentType<typeof FacilityRegister_facility>
  title: string
  /** The title with the facility's name in it. */
  of: (name: string) => string
  lead?: string
  /** `keeps`: whether the viewer writes in it. */
  children: (keeps: boolean) => ReactNode
}

/** A register that a facility keeps in peace time: the way there, its head, and what is in it. */
export function FacilityRegister({ facility: given, title, of, lead, children }: FacilityRegisterProps) {
  const { id, shortName, sample, registersCan } = readFragment(FacilityRegister_facility, given)
  return (
    <>
      <Breadcrumbs current={title}>
        <Link to="/facilities/$facilityId" params={{ facilityId: id }}>
          {shortName}
        </Link>
      </Breadcrumbs>
      <PageHead
        title={of(shortName)}
        sample={sample}
        lead={lead && <p>{lead}</p>}
        actions={<PrintButton />}
      />
      {children(registersCan.keep.allowed)}
    </>
  )
}

/** A form that adds to a register, closed until it is wanted and never on paper. */
export function Adding({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="yui-no-print">
      <Disclosure summary={title}>{children}</Disclosure>
    </div>
  )
}
