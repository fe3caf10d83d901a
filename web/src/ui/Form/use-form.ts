import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import {
  useForm as useHookForm,
  type DefaultValues,
  type FieldValues,
  type UseFormReturn,
} from 'react-hook-form'
import { draftKeeper } from '../../lib/draft-keeper.ts'
import { signedInUser } from '../../lib/session.ts'
import { useStore } from '../../lib/store.ts'
import { mergeTyped, typedSince, type Leaf } from './merge-typed.ts'

export interface DraftOptions {
  /** Names the form and what it is about, such as `contacts:<id>`. */
  key: string
  /** What the list of drafts calls it. */
  title: string
  /** Where it is continued. */
  path: string
}

/** What the form says about its draft. */
export interface DraftState {
  /** When the values on the screen were kept on this device. */
  savedAt: Date | undefined
  /** The form was opened on what had been typed before. */
  restored: boolean
  /** Throws the draft away and shows the form as it was. */
  discard: () => void
  /** Forgets the draft, as it was sent; what was typed since is kept. */
  sent: (typedMeanwhile: boolean) => void
  /** A person types: what comes now is worth keeping, also after the form was sent. */
  typed: () => void
}

/** How the form and the record it was filled from go on together. */
export interface RecordState {
  /** How often the fields took what the record holds now. */
  taken: number
  /** Somebody else changed the record where something was being typed; that stays as it was typed. */
  disputed: boolean
  /** Remembers what is on its way, so that its answer is known as an answer. */
  sends: (values: unknown) => void
  /** It was not taken in: what the record shows next is not its answer. */
  refused: () => void
}

export interface FormHandle<Values extends FieldValues> {
  hookForm: UseFormReturn<Values>
  draft: DraftState | undefined
  record: RecordState
}

interface FormOptions<Values extends FieldValues> {
  defaultValues: DefaultValues<Values>
  /** Keeps what is typed on this device until it is sent. Never for a form with a password in it. */
  draft?: DraftOptions
  /**
   * The values are those of a record that changes while the form stands: fields nobody touched take what it holds now,
   * what was typed stays. So a form needs no key that draws it anew, and the answer of a save takes nothing away.
   */
  follows?: boolean
}

/** A form: uncontrolled inputs, judged when it is sent, its draft kept if asked. Goes into `<Form>`. */
export function useForm<Values extends FieldValues>({
  defaultValues,
  draft,
  follows = false,
}: FormOptions<Values>) {
  const hookForm = useHookForm<Values>({
    defaultValues,
    mode: 'onSubmit',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
  })
  return {
    hookForm,
    draft: useDraft(hookForm, draft),
    record: useRecord(hookForm, defaultValues, follows),
  } satisfies FormHandle<Values>
}

/** Fills in the fields; what a field does not hold cannot be typed by its type, so it is set through a plain form. */
export function fillIn<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  leaves: readonly Leaf[],
): void {
  const { setValue }: { setValue: (path: never, value: never) => void } = form
  for (const { path, value } of leaves) setValue(path as never, value as never)
}

function useRecord<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  values: DefaultValues<Values>,
  follows: boolean,
): RecordState {
  const base = useRef<unknown>(values)
  const sent = useRef<{ values: unknown }>(undefined)
  const [state, setState] = useState({ taken: 0, disputed: false })

  const follow = useEffectEvent(() => {
    if (!follows || typedSince(base.current, values).length === 0) return
    const current = form.getValues()
    const { taken, kept } = mergeTyped({
      base: base.current,
      sent: sent.current?.values,
      current,
      next: values,
    })
    const own = sent.current !== undefined
    base.current = values
    sent.current = undefined
    fillIn(form, taken)
    // From now on "as it was" means as the record is now; the fields keep what stands in them.
    form.reset(values, {
      keepValues: true,
      keepErrors: true,
      keepIsSubmitted: true,
      keepSubmitCount: true,
      keepTouched: true,
    })
    setState(({ taken: times }) => ({ taken: times + 1, disputed: !own && kept.length > 0 }))
  })
  useEffect(() => follow())

  return {
    ...state,
    sends: (values) => void (sent.current = { values }),
    refused: () => void (sent.current = undefined),
  }
}

function useDraft<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  options: DraftOptions | undefined,
): DraftState | undefined {
  const userId = useStore(signedInUser)
  const [savedAt, setSavedAt] = useState<Date>()
  const [restored, setRestored] = useState(false)
  const { key, title, path } = options ?? {}

  const keeper = useMemo(
    () =>
      userId && key && title && path
        ? draftKeeper({ userId, key, title, path }, form.getValues, setSavedAt)
        : undefined,
    [userId, key, title, path, form],
  )

  useEffect(() => {
    if (!keeper) return
    let unmounted = false
    void keeper.find().then((draft) => {
      if (!draft || unmounted) return
      form.reset(draft.values as Values, { keepDefaultValues: true })
      setSavedAt(draft.savedAt)
      setRestored(true)
    })
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: ({ name }) => {
        // A reset has no name: only what a person typed is worth keeping.
        if (name) keeper.keepSoon()
      },
    })
    const keepWhenHidden = () => document.visibilityState === 'hidden' && keeper.flush()
    document.addEventListener('visibilitychange', keepWhenHidden)
    return () => {
      unmounted = true
      unsubscribe()
      document.removeEventListener('visibilitychange', keepWhenHidden)
      keeper.flush()
    }
  }, [keeper, form])

  return (
    keeper && {
      savedAt,
      restored,
      discard() {
        keeper.forget({ forGood: false })
        setRestored(false)
        form.reset()
      },
      sent(typedMeanwhile) {
        setRestored(false)
        if (typedMeanwhile) keeper.keepSoon()
        else keeper.forget({ forGood: true })
      },
      typed: () => keeper.open(),
    }
  )
}
