import { useNavigate } from '@tanstack/react-router'
import type { CareNeed, ShelterCountDefinition } from '../../generated/graphql.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Checkbox } from '../../ui/Checkbox/Checkbox.tsx'
import { Field } from '../../ui/Field/Field.tsx'
import { Select } from '../../ui/Select/Select.tsx'
import { Input } from '../../ui/TextField/Input.tsx'
import { EventChoice } from './EventChoice.tsx'
import type { RegisterSearch } from './register-search.ts'

/** Ways of counting by what they ask for. */
const PEACE: ReadonlySet<ShelterCountDefinition> = new Set([
  'DESIGNATED',
  'AGREED',
  'DESIGNATED_OR_AGREED',
  'PLANNED',
])

interface RegisterChoicesProps {
  search: RegisterSearch
  definition: ShelterCountDefinition
  counts: readonly { readonly definition: ShelterCountDefinition; readonly count: number }[]
  municipalities: readonly { readonly code: string; readonly name: string }[]
}

/** Which way of counting, in which disaster, at which moment, where and for whom. */
export function RegisterChoices({ search, definition, counts, municipalities }: RegisterChoicesProps) {
  const texts = useReadinessText()
  const text = texts.register
  const navigate = useNavigate()
  const go = (change: RegisterSearch) =>
    void navigate({
      to: '/shelters/welfare',
      search: { ...search, after: undefined, before: undefined, ...change },
      resetScroll: false,
    })
  const needs = Object.entries(texts.needs) as [CareNeed, string][]
  const ways = Object.groupBy(counts, (one) => (PEACE.has(one.definition) ? 'PEACE' : 'OPENED'))
  return (
    <div className="yui-no-print my-6 grid gap-4 desktop:grid-cols-3">
      <Field label={text.definition}>
        {(control) => (
          <Select
            {...control}
            value={definition}
            onChange={({ target }) => go({ d: target.value as ShelterCountDefinition })}
          >
            {(['PEACE', 'OPENED'] as const).map((group) => (
              <optgroup key={group} label={text.groups[group]}>
                {(ways[group] ?? []).map((one) => (
                  <option key={one.definition} value={one.definition}>
                    {`${text.definitions[one.definition]}（${text.count(one.count)}）`}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        )}
      </Field>
      <EventChoice value={search.e} onChange={(e) => go({ e })} />
      <Field label={text.municipality}>
        {(control) => (
          <Select
            {...control}
            value={search.m ?? ''}
            onChange={({ target }) => go({ m: target.value || undefined })}
          >
            <option value="">{text.everywhere}</option>
            {municipalities.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={text.need}>
        {(control) => (
          <Select
            {...control}
            value={search.n ?? ''}
            onChange={({ target }) => go({ n: (target.value || undefined) as CareNeed | undefined })}
          >
            <option value="">{text.anyNeed}</option>
            {needs.map(([need, words]) => (
              <option key={need} value={need}>
                {words}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <MomentChoice key={search.at ?? ''} value={search.at} onChange={(at) => go({ at })} />
      <div className="self-end">
        <Checkbox
          checked={search.direct ?? false}
          onChange={({ target }) => go({ direct: target.checked || undefined })}
        >
          {text.direct}
        </Checkbox>
      </div>
    </div>
  )
}

interface MomentChoiceProps {
  value: string | undefined
  onChange: (value: string | undefined) => void
}

/** At which moment. */
function MomentChoice({ value, onChange }: MomentChoiceProps) {
  const text = useReadinessText().register
  return (
    <form
      className="flex flex-wrap items-end gap-2 desktop:col-span-2"
      onSubmit={(event) => {
        event.preventDefault()
        const typed = new FormData(event.currentTarget).get('at')
        onChange(typeof typed === 'string' && typed !== '' ? typed.slice(0, 16) : undefined)
      }}
    >
      <Field label={text.asOf} support={text.asOfSupport}>
        {(control) => (
          <Input {...control} name="at" type="datetime-local" width="name" defaultValue={value ?? ''} />
        )}
      </Field>
      <Button type="submit">{text.show}</Button>
    </form>
  )
}
