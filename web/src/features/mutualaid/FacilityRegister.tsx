import type { ReactNode } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { RequestError } from '../../lib/problems.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { usePapersText } from '../../locales/papers.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

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

type Facility = FragmentType<typeof FacilityRegister_facility>

interface FacilityRegisterProps<Of extends Facility, Data extends { facility?: Of | null }> {
  result: { data?: Data | undefined; error?: RequestError | undefined; fetching: boolean }
  retry: () => void
  title: string
  /** The title with the facility's name in it. */
  of: (name: string) => string
  lead?: string
  /** The way to the whole of it on paper. */
  paper: ReactNode
  /** `keeps`: whether the viewer writes in it. */
  children: (facility: NonNullable<Data['facility']>, keeps: boolean, data: Data) => ReactNode
}

/** A register that a facility keeps in peace time: the way there, its head, and what is in it. */
export function FacilityRegister<Of extends Facility, Data extends { facility?: Of | null }>({
  result,
  retry,
  title,
  of,
  lead,
  paper,
  children,
}: FacilityRegisterProps<Of, Data>) {
  const text = useMutualaidText()
  return (
    <Loaded result={result} retry={retry} lines={12}>
      {(data) => {
        const { facility } = data
        if (!facility)
          return (
            <>
              <PageHead title={title} />
              <EmptyState title={text.registerMissing} />
            </>
          )
        const { id, shortName, sample, registersCan } = readFragment(FacilityRegister_facility, facility)
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
              actions={<span className="yui-no-print">{paper}</span>}
            />
            {children(facility, registersCan.keep.allowed, data)}
          </>
        )
      }}
    </Loaded>
  )
}

/** A form that adds to a register, closed until it is wanted and never on paper. */
export function Adding({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="yui-no-print mt-4">
      <Disclosure summary={title}>{children}</Disclosure>
    </div>
  )
}

interface CutProps {
  list: { readonly totalCount: number; readonly nodes: readonly unknown[] }
}

/** Said under a list that goes on: the whole of it is on paper. */
export function Cut({ list: { totalCount, nodes } }: CutProps) {
  const text = usePapersText()
  if (totalCount <= nodes.length) return null
  return (
    <p className="prose-note mt-3">
      {text.cut(nodes.length.toLocaleString('ja-JP'), totalCount.toLocaleString('ja-JP'))}
    </p>
  )
}
