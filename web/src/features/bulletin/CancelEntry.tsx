import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { Field } from '../../ui/Field/Field.tsx'
import { Select } from '../../ui/Select/Select.tsx'
import { ConfirmDialog } from '../identity/ConfirmDialog.tsx'

const Cancel = graphql(`
  mutation CancelEntry_cancel($input: CancelCalendarEntryInput!) {
    cancelCalendarEntry(input: $input) {
      ... on CancelCalendarEntryPayload {
        calendarEntry {
          id
          cancelledAt
          skippedDays
          version
          viewerCan {
            change {
              allowed
              reason
            }
          }
        }
      }
      ...Refusal
    }
  }
`)

interface CancelEntryProps {
  entryId: string
  version: number
  /** Days of a series that are still to come; none for what takes place once. */
  coming: readonly string[]
  onDone: () => void
}

/** Calls an entry off, or one time of a series. */
export function CancelEntry({ entryId, version, coming, onDone }: CancelEntryProps) {
  const text = useBulletinText().calendar
  const language = useLanguage()
  const cancel = useCommand(Cancel)
  const [asked, ask] = useState<'ALL' | 'ONE'>()
  const [day, setDay] = useState(coming[0] ?? '')
  const chosen = coming.includes(day) ? day : (coming[0] ?? '')
  return (
    <div className="grid gap-4">
      <p>{text.cancelLead}</p>
      {coming.length > 0 && (
        <Field label={text.cancelDay}>
          {(control) => (
            <Select {...control} value={chosen} onChange={(event) => setDay(event.target.value)}>
              {coming.map((one) => (
                <option key={one} value={one}>
                  {formatDate(one, language, { weekday: true })}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Buttons>
        {coming.length > 0 && <Button onClick={() => ask('ONE')}>{text.cancelOne}</Button>}
        <Button onClick={() => ask('ALL')}>{coming.length > 0 ? text.cancelSeries : text.cancelAll}</Button>
      </Buttons>
      <ConfirmDialog
        title={asked === 'ONE' ? `${text.cancelOne}（${formatDate(chosen, language)}）` : text.cancelTitle}
        body={text.cancelBody}
        submit={asked === 'ONE' ? text.cancelOne : coming.length > 0 ? text.cancelSeries : text.cancelAll}
        open={asked !== undefined}
        onClose={() => ask(undefined)}
        send={() =>
          cancel({
            input: { calendarEntryId: entryId, version, onlyOn: asked === 'ONE' ? chosen : null },
          })
        }
        onDone={() => {
          announce(text.cancelDone)
          onDone()
        }}
      />
    </div>
  )
}
