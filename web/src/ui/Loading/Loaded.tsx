import type { ReactNode } from 'react'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { failureOf, type RequestError } from '../../lib/problems.ts'
import { useUiText } from '../../locales/ui.ts'
import { Button } from '../Button/Button.tsx'
import { FailureNotice } from '../Notice/FailureNotice.tsx'
import { Notice } from '../Notice/Notice.tsx'
import { Loading } from './Loading.tsx'

interface LoadedProps<Data> {
  /** What `useQuery` or `useKeptQuery` gives. */
  result: {
    data?: Data | undefined
    error?: RequestError | undefined
    fetching: boolean
    keptAt?: Date | undefined
  }
  /** Reads again. */
  retry: () => void
  lines?: number
  children: (data: Data) => ReactNode
}

/** Draws what was read; until then its place, and if it failed the reason. Old data stays below a failure. */
export function Loaded<Data>({ result, retry, lines, children }: LoadedProps<Data>) {
  const text = useUiText()
  const { data, error, fetching, keptAt } = result
  const language = useLanguage()
  if (!data && !error) return <Loading lines={lines} />
  return (
    <>
      {keptAt && (
        <Notice kind="offline">
          <p>{text.kept(formatMoment(keptAt.toISOString(), language))}</p>
        </Notice>
      )}
      {error && !keptAt && (
        <FailureNotice failure={failureOf(error)}>
          <Button kind="text" busy={fetching} onClick={retry}>
            {text.tryAgain}
          </Button>
        </FailureNotice>
      )}
      {data && children(data)}
    </>
  )
}
