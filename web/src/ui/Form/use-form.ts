import { useEffect, useMemo, useState } from 'react'
import {
  useForm as useHookForm,
  type DefaultValues,
  type FieldValues,
  type UseFormReturn,
} from 'react-hook-form'
import { draftKeeper } from '../../lib/draft-keeper.ts'
import { signedInUser } from '../../lib/session.ts'
import { useStore } from '../../lib/store.ts'

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
  /** Forgets the draft: it was sent. */
  forget: () => void
}

export interface FormHandle<Values extends FieldValues> {
  hookForm: UseFormReturn<Values>
  draft: DraftState | undefined
}

interface FormOptions<Values extends FieldValues> {
  defaultValues: DefaultValues<Values>
  /** Keeps what is typed on this device until it is sent. Never for a form with a password in it. */
  draft?: DraftOptions
}

/** A form: uncontrolled inputs, judged when it is sent, its draft kept if asked. Goes into `<Form>`. */
export function useForm<Values extends FieldValues>({ defaultValues, draft }: FormOptions<Values>) {
  const hookForm = useHookForm<Values>({
    defaultValues,
    mode: 'onSubmit',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
  })
  return { hookForm, draft: useDraft(hookForm, draft) } satisfies FormHandle<Values>
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
      forget: () => keeper.forget({ forGood: true }),
    }
  )
}
