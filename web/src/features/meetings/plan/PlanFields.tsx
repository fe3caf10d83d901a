import { useEffect } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { isoOf, COMING_ERAS } from '../../../lib/dates.ts'
import { toDigits } from '../../../lib/digits.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { DateFields } from '../../../ui/DateFields/DateFields.tsx'
import { TextField } from '../../../ui/TextField/TextField.tsx'
import { cleanTime, dayBefore, isTime } from '../times.ts'
import { HeldFields } from './HeldFields.tsx'
import { yearOf, type PlanValues } from './plan-values.ts'

/** When, where and under which name: the part of a plan that can still be edited. */
export function PlanFields({ organName }: { organName: string | undefined }) {
  const text = useMeetingsText().plan
  const form = useWatch<PlanValues, 'form'>({ name: 'form' })
  useSuggestions(organName)
  const meets = form === 'ASSEMBLY'
  const times = { TIME: text.timeWrong }
  return (
    <>
      <TextField
        name="number"
        label={text.number}
        support={text.numberSupport}
        inputMode="numeric"
        clean={toDigits}
        maxLength={3}
        width="code"
        checks={{ NUMBER: (typed) => /^[1-9]\d*$/.test(toDigits(typed)) }}
        errors={{ NUMBER: text.numberWrong }}
      />
      <DateFields name="day" label={meets ? text.day : text.voteFrom} required eras={COMING_ERAS} />
      <TextField
        name="starts"
        label={meets ? text.starts : text.voteFromTime}
        support={text.timeSupport}
        required
        clean={cleanTime}
        inputMode="numeric"
        width="code"
        checks={{ TIME: isTime }}
        errors={times}
      />
      {meets && <HeldFields />}
      <TextField name="title" label={text.title} support={text.titleSupport} required maxLength={100} />
      <DateFields
        name="answerDay"
        label={meets ? text.answerDay : text.voteUntil}
        support={meets ? text.answerSupport : text.voteUntilSupport}
        required
        eras={COMING_ERAS}
      />
      <TextField
        name="answerTime"
        label={meets ? text.answerTime : text.voteUntilTime}
        support={text.timeSupport}
        required
        clean={cleanTime}
        inputMode="numeric"
        width="code"
        checks={{ TIME: isTime }}
        errors={times}
      />
    </>
  )
}

/** Fills in the usual name and the usual deadline as soon as they are known, until somebody writes others. */
function useSuggestions(organName: string | undefined): void {
  const text = useMeetingsText().plan
  const { getFieldState, setValue, getValues } = useFormContext<PlanValues>()
  const [day, number, form] = useWatch<PlanValues, ['day', 'number', 'form']>({
    name: ['day', 'number', 'form'],
  })
  const iso = isoOf(day)
  const year = yearOf(day)
  useEffect(() => {
    if (iso === null || form !== 'ASSEMBLY' || isoOf(getValues('answerDay')) !== null) return
    setValue('answerDay', dayBefore(getValues('day')))
  }, [iso, form, getValues, setValue])
  useEffect(() => {
    if (year === null || !organName || getFieldState('title').isDirty) return
    setValue('title', text.usualTitle(year, toDigits(number), organName))
  }, [year, number, organName, text, getFieldState, setValue])
}
