import { useEffect, useRef, type ReactNode } from 'react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { announce } from '../../../lib/announce.ts'
import { useFacilityEditText } from '../../../locales/facility-edit.ts'
import { Button, Buttons } from '../../../ui/Button/Button.tsx'

interface RowsFieldProps {
  /** The list in the form's values. */
  name: string
  /** The field by which people know a row. */
  nameField: string
  /** Puts the value of that field in words, where it is a key. */
  nameOfValue?: (value: string) => string | undefined
  /** What a new row holds. */
  empty: () => object
  addLabel: string
  /** Rows that may not be taken away, by their position. */
  keeps?: (position: number) => boolean
  /** The order of the rows means something. */
  ordered?: boolean
  most: number
  /** The fields of one row; `path` goes before their names. */
  children: (path: string, position: number) => ReactNode
}

const asItIs = (value: string) => value
const none = () => false

/** Rows of a list in a form: added, taken away and put in order with buttons, so that no hand has to drag. */
export function RowsField({
  name,
  nameField,
  nameOfValue = asItIs,
  empty,
  addLabel,
  keeps = none,
  ordered = false,
  most,
  children,
}: RowsFieldProps) {
  const { control } = useFormContext()
  const { fields, append, remove, swap } = useFieldArray({ control, name, keyName: 'rowKey' })
  const watched = useWatch({ control, name }) as readonly Record<string, unknown>[] | undefined
  const text = useFacilityEditText().rows
  const list = useRef<HTMLDivElement>(null)
  /** The row that takes the focus once it is drawn. */
  const focusOn = useRef<number>(undefined)

  useEffect(() => {
    if (focusOn.current === undefined) return
    list.current?.querySelectorAll<HTMLElement>('[data-row-head]')[focusOn.current]?.focus()
    focusOn.current = undefined
  })

  const nameOf = (position: number): string => {
    const given = watched?.[position]?.[nameField]
    const said = typeof given === 'string' ? nameOfValue(given)?.trim() : undefined
    return said || text.nameless(position + 1)
  }
  const move = (from: number, to: number) => {
    announce(text.moved(nameOf(from), to + 1))
    swap(from, to)
    focusOn.current = to
  }
  const takeAway = (position: number) => {
    announce(text.removed(nameOf(position)))
    remove(position)
    focusOn.current = Math.max(0, position - 1)
  }
  return (
    <div ref={list}>
      {fields.length === 0 && <p className="mt-8">{text.empty}</p>}
      {fields.map(({ rowKey }, position) => {
        const rowName = nameOf(position)
        const of = <span className="sr-only">{text.of(rowName)}</span>
        return (
          <section key={rowKey} className="mt-10 border-t border-line pt-6" aria-label={rowName}>
            <h2 className="text-std-20B-150" tabIndex={-1} data-row-head>
              {rowName}
            </h2>
            {children(`${name}.${position}`, position)}
            <div className="mt-6">
              <Buttons>
                {ordered && position > 0 && (
                  <Button onClick={() => move(position, position - 1)}>
                    {text.up}
                    {of}
                  </Button>
                )}
                {ordered && position < fields.length - 1 && (
                  <Button onClick={() => move(position, position + 1)}>
                    {text.down}
                    {of}
                  </Button>
                )}
                {!keeps(position) && (
                  <Button onClick={() => takeAway(position)}>
                    {text.remove}
                    {of}
                  </Button>
                )}
              </Buttons>
            </div>
          </section>
        )
      })}
      {fields.length < most && (
        <div className="mt-10">
          <Button
            onClick={() => {
              append(empty(), { shouldFocus: false })
              focusOn.current = fields.length
            }}
          >
            {addLabel}
          </Button>
        </div>
      )}
    </div>
  )
}
