import { useNavigate } from '@tanstack/react-router'
import { lazy, startTransition, Suspense, useOptimistic, type ReactNode } from 'react'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Checkbox } from '../../ui/Checkbox/Checkbox.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { fromStart, readSearch, toggled, type RegistrySearch } from './search.ts'

// The outline is the largest part of the page and stands beside what was asked for: it comes after the list.
const OutlineMap = lazy(async () => ({ default: (await import('./OutlineMap.tsx')).OutlineMap }))

const RegistryFilters_facets = graphql(`
  fragment RegistryFilters_facets on RegistryFacets {
    municipalities {
      code
      name
      count
    }
    services {
      key
      shortName
      count
    }
    freshness {
      freshness
      count
    }
  }
`)

interface RegistryFiltersProps {
  search: RegistrySearch
  facets: FragmentType<typeof RegistryFilters_facets>
}

/** What a search can be narrowed by, each with how many facilities it would leave; as map and as list. */
export function RegistryFilters({ search: inAddress, facets }: RegistryFiltersProps) {
  const { municipalities, services, freshness } = readFragment(RegistryFilters_facets, facets)
  const text = useRegistryText().facets
  const navigate = useNavigate()
  // A box shows its tick at once; the address and the list follow.
  const [search, showAtOnce] = useOptimistic(inAddress)
  const go = (next: RegistrySearch) =>
    startTransition(async () => {
      showAtOnce(next)
      await navigate({ to: '/registry', search: next, resetScroll: false })
    })
  const choice = (dimension: 'm' | 's' | 'f', value: string, name: string, count: number) => ({
    key: value,
    node: (
      <Checkbox
        key={value}
        checked={(search[dimension] as readonly string[] | undefined)?.includes(value) ?? false}
        onChange={() => go(toggled(search, dimension, value))}
        count={count}
      >
        {name}
      </Checkbox>
    ),
  })

  return (
    <div className="yui-filters">
      <FilterGroup title={text.municipality} id="municipality">
        <a className="sr-only focus:not-sr-only" href="#service">
          {text.skipMap}
        </a>
        <Suspense fallback={<div className="yui-map-place" />}>
          <OutlineMap
            counts={new Map(municipalities.map(({ code, count }) => [code, count]))}
            search={search}
          />
        </Suspense>
        <Choices
          first={4}
          chosen={search.m}
          items={municipalities.map(({ code, name, count }) => choice('m', code, name, count))}
        />
      </FilterGroup>
      <FilterGroup title={text.service} id="service">
        <Choices
          first={5}
          chosen={search.s}
          items={services.map(({ key, shortName, count }) => choice('s', key, shortName, count))}
        />
      </FilterGroup>
      <FilterGroup title={text.freshness} id="freshness">
        {freshness.map(({ freshness: state, count }) => choice('f', state, text.states[state], count).node)}
      </FilterGroup>
      <FilterGroup title={text.role} id="role">
        <Checkbox
          checked={search.w ?? false}
          onChange={() => go(readSearch({ ...fromStart(search), w: !search.w }))}
        >
          {text.welfareShelter}
        </Checkbox>
        {(['sample', 'real'] as const).map((only) => (
          <Checkbox
            key={only}
            checked={search.only === only}
            onChange={() =>
              go(readSearch({ ...fromStart(search), only: search.only === only ? undefined : only }))
            }
          >
            {text[only]}
          </Checkbox>
        ))}
      </FilterGroup>
    </div>
  )
}

function FilterGroup({ title, id, children }: { title: string; id: string; children: ReactNode }) {
  return (
    <fieldset className="yui-filters__group" id={id} tabIndex={-1}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

interface ChoicesProps {
  /** How many stand open; the others are behind a fold, unless they are chosen. */
  first: number
  chosen: readonly string[] | undefined
  items: readonly { readonly key: string; readonly node: ReactNode }[]
}

function Choices({ first, chosen, items }: ChoicesProps) {
  const text = useRegistryText().facets
  const open = items.filter(({ key }, n) => n < first || chosen?.includes(key))
  const folded = items.filter((item) => !open.includes(item))
  return (
    <>
      {open.map(({ node }) => node)}
      {folded.length > 0 && (
        <Disclosure summary={text.more(folded.length)}>{folded.map(({ node }) => node)}</Disclosure>
      )}
    </>
  )
}
