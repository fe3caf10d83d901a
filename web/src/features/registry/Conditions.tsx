import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Chip, Chips } from '../../ui/Chip/Chip.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { fromStart, readSearch, toggled, type RegistrySearch } from './search.ts'
import { YAMAGATA } from './yamagata.ts'

const Conditions_facets = graphql(`
  fragment Conditions_facets on RegistryFacets {
    services {
      key
      shortName
    }
  }
`)

export interface ConditionsProps {
  search: RegistrySearch
  /** Chips of further conditions. */
  children?: ReactNode
  facets: FragmentType<typeof Conditions_facets> | undefined
}

/** The conditions in force, each to be taken off. */
export function Conditions({ search, facets, children }: ConditionsProps) {
  const text = useRegistryText()
  const navigate = useNavigate()
  const services = new Map(
    facets && readFragment(Conditions_facets, facets).services.map(({ key, shortName }) => [key, shortName]),
  )
  const municipalities = new Map(YAMAGATA.map(({ code, name }) => [code, name]))
  const chip = (words: string, without: RegistrySearch) => (
    <Chip key={words} onRemove={() => void navigate({ to: '/registry', search: without })}>
      {words}
    </Chip>
  )
  const start = fromStart(search)
  return (
    <div className="yui-no-print">
      <Chips label={text.search.conditions}>
        {search.q && chip(`「${search.q}」`, readSearch({ ...start, q: undefined }))}
        {search.m?.map((code) => chip(municipalities.get(code) ?? code, toggled(search, 'm', code)))}
        {search.s?.map((key) => chip(services.get(key) ?? key, toggled(search, 's', key)))}
        {search.f?.map((state) => chip(text.facets.states[state], toggled(search, 'f', state)))}
        {search.w && chip(text.facets.welfareShelter, readSearch({ ...start, w: undefined }))}
        {search.only && chip(text.facets[search.only], readSearch({ ...start, only: undefined }))}
        {children}
        <Link to="/registry">{text.search.clear}</Link>
      </Chips>
    </div>
  )
}
