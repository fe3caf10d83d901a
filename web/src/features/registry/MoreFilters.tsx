import { useNavigate } from '@tanstack/react-router'
import { startTransition, useOptimistic, type ReactNode, type SubmitEvent } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import type { Possession } from '../../generated/graphql.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { useSearchText } from '../../locales/search.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Checkbox } from '../../ui/Checkbox/Checkbox.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Field } from '../../ui/Field/Field.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Select } from '../../ui/Select/Select.tsx'
import { Input } from '../../ui/TextField/Input.tsx'
import { DistanceFilter } from './DistanceFilter.tsx'
import { conditionsOf, fromStart, readSearch, type FurtherConditions, type RegistrySearch } from './search.ts'

const MoreFilters_query = graphql(`
  query MoreFilters(
    $text: String
    $municipalityCodes: [String!]
    $serviceKinds: [String!]
    $freshness: [Freshness!]
    $welfareShelter: Boolean
    $sample: Boolean
    $conditions: FacilityConditionsInput
  ) {
    facilityConditionCounts(
      text: $text
      municipalityCodes: $municipalityCodes
      serviceKinds: $serviceKinds
      freshness: $freshness
      welfareShelter: $welfareShelter
      sample: $sample
      conditions: $conditions
    ) {
      corporationKinds {
        key
        count
      }
      shelterRoles {
        key
        count
      }
      equipment {
        name
        yes
        yesOrUnknown
      }
      rooms {
        yes
        yesOrUnknown
      }
      vehicles {
        yes
        yesOrUnknown
      }
      qualifications {
        key
        count
      }
      areas {
        key
        name
        count
      }
      statuses {
        key
        count
      }
      capacityUnknown
    }
  }
`)

const SHELTER_ROLES = ['WELFARE', 'DESIGNATED', 'EMERGENCY', 'NONE'] as const
const POSSESSIONS = ['YES', 'YES_OR_UNKNOWN'] as const

/** How many of a long list stand open. */
const OPEN = 6

const shown = (count: number): string => count.toLocaleString('ja-JP')

/** What else a search can be narrowed by, each with how many facilities it would leave. */
export function MoreFilters({ search: inAddress }: { search: RegistrySearch }) {
  const text = useSearchText()
  const registry = useRegistryText()
  const navigate = useNavigate()
  const [search, showAtOnce] = useOptimistic(inAddress)
  const [result, readAgain] = useQuery({ query: MoreFilters_query, variables: conditionsOf(inAddress) })
  const chosen = search.c ?? {}
  const change = (conditions: Partial<FurtherConditions>) => {
    const next = readSearch({ ...fromStart(search), c: { ...chosen, ...conditions } })
    startTransition(async () => {
      showAtOnce(next)
      await navigate({ to: '/registry', search: next, resetScroll: false })
    })
  }
  /** A box of a list of which any or all may be ticked. */
  const box = <K extends 'corporationKinds' | 'shelterRoles' | 'qualifications' | 'areas' | 'statuses'>(
    list: K,
    key: NonNullable<FurtherConditions[K]>[number],
    name: string,
    count: number,
  ) => {
    const ticked = (chosen[list] ?? []) as readonly string[]
    const isTicked = ticked.includes(key)
    return (
      <Checkbox
        key={key}
        checked={isTicked}
        count={count}
        onChange={() => change({ [list]: isTicked ? ticked.filter((one) => one !== key) : [...ticked, key] })}
      >
        {name}
      </Checkbox>
    )
  }
  const possession = (
    label: string,
    value: Possession | null | undefined,
    counts: { yes: number; yesOrUnknown: number },
    onChange: (next: Possession | undefined) => void,
  ) => (
    <Field key={label} label={label}>
      {(control) => (
        <Select
          {...control}
          value={value ?? ''}
          onChange={({ target }) => onChange(POSSESSIONS.find((one) => one === target.value))}
        >
          <option value="">{text.more.anyEquipment}</option>
          <option value="YES">{text.more.withCount(text.more.possession.YES, shown(counts.yes))}</option>
          <option value="YES_OR_UNKNOWN">
            {text.more.withCount(text.more.possession.YES_OR_UNKNOWN, shown(counts.yesOrUnknown))}
          </option>
        </Select>
      )}
    </Field>
  )

  return (
    <div className="yui-filters">
      <Group title={text.more.distance}>
        <DistanceFilter search={search} onChange={(near) => change({ near })} />
      </Group>
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={12}>
        {({ facilityConditionCounts: counts }) => (
          <>
            <Group title={text.more.shelterRole}>
              {SHELTER_ROLES.map((role) =>
                box(
                  'shelterRoles',
                  role,
                  text.more.shelterRoles[role],
                  counts.shelterRoles.find(({ key }) => key === role)?.count ?? 0,
                ),
              )}
            </Group>
            <Group title={text.more.equipment} note={text.more.equipmentNote}>
              <Folded
                items={counts.equipment.map(({ name, ...numbers }) =>
                  possession(
                    name,
                    chosen.equipment?.find(({ item }) => item === name)?.possession,
                    numbers,
                    (next) =>
                      change({
                        equipment: [
                          ...(chosen.equipment ?? []).filter(({ item }) => item !== name),
                          ...(next ? [{ item: name, possession: next }] : []),
                        ],
                      }),
                  ),
                )}
              />
              {possession(text.more.rooms, chosen.lendableRooms, counts.rooms, (lendableRooms) =>
                change({ lendableRooms }),
              )}
              {possession(text.more.vehicles, chosen.lendableVehicles, counts.vehicles, (lendableVehicles) =>
                change({ lendableVehicles }),
              )}
            </Group>
            {counts.qualifications.length > 0 && (
              <Group title={text.more.qualification}>
                <Folded
                  items={counts.qualifications.map(({ key, count }) =>
                    box('qualifications', key, key, count),
                  )}
                />
              </Group>
            )}
            <Group title={text.more.capacity}>
              <CapacityRange
                key={JSON.stringify([chosen.capacityFrom, chosen.capacityTo])}
                chosen={chosen}
                unknown={counts.capacityUnknown}
                onChange={change}
              />
            </Group>
            {counts.areas.length > 0 && (
              <Group title={text.more.area}>
                <Folded items={counts.areas.map(({ key, name, count }) => box('areas', key, name, count))} />
              </Group>
            )}
            <Group title={text.more.corporationKind}>
              {counts.corporationKinds.map(({ key, count }) => {
                const kind = key as keyof typeof registry.corporation.kinds
                return box('corporationKinds', kind, registry.corporation.kinds[kind], count)
              })}
            </Group>
            <Group title={text.more.status} note={text.more.statusNote}>
              {counts.statuses.map(({ key, count }) => {
                const status = key as keyof typeof text.more.statuses
                return box('statuses', status, text.more.statuses[status], count)
              })}
            </Group>
          </>
        )}
      </Loaded>
    </div>
  )
}

function Group({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <fieldset className="yui-filters__group">
      <legend>{title}</legend>
      {note && <p className="prose-note mb-2">{note}</p>}
      {children}
    </fieldset>
  )
}

function Folded({ items }: { items: readonly ReactNode[] }) {
  const text = useRegistryText().facets
  return (
    <>
      {items.slice(0, OPEN)}
      {items.length > OPEN && (
        <Disclosure summary={text.more(items.length - OPEN)}>{items.slice(OPEN)}</Disclosure>
      )}
    </>
  )
}

interface CapacityRangeProps {
  chosen: FurtherConditions
  unknown: number
  onChange: (conditions: Partial<FurtherConditions>) => void
}

function CapacityRange({ chosen, unknown, onChange }: CapacityRangeProps) {
  const text = useSearchText().more
  const apply = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const persons = (name: string) => {
      const typed = form.get(name)
      const number = Number.parseInt(typeof typed === 'string' ? typed.normalize('NFKC') : '', 10)
      return number > 0 ? number : undefined
    }
    onChange({
      capacityFrom: persons('from'),
      capacityTo: persons('to'),
      capacityOrUnknown: form.get('unknown') === 'on' || undefined,
    })
  }
  return (
    <form onSubmit={apply}>
      <Field label={text.capacityFrom}>
        {(control) => (
          <Input
            {...control}
            name="from"
            inputMode="numeric"
            width="code"
            defaultValue={chosen.capacityFrom ?? ''}
          />
        )}
      </Field>
      <Field label={text.capacityTo}>
        {(control) => (
          <Input
            {...control}
            name="to"
            inputMode="numeric"
            width="code"
            defaultValue={chosen.capacityTo ?? ''}
          />
        )}
      </Field>
      <Checkbox name="unknown" defaultChecked={chosen.capacityOrUnknown ?? false}>
        {text.capacityOrUnknown(shown(unknown))}
      </Checkbox>
      <Button type="submit">{text.apply}</Button>
    </form>
  )
}
