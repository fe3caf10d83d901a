import type { ReactNode } from 'react'
import { failureOf, type RequestError } from '../../lib/problems.ts'
import { useUiText } from '../../locales/ui.ts'
import { Button } from '../Button/Button.tsx'
import { FailureNotice } from '../Notice/FailureNotice.tsx'
import { Loading } from './Loading.tsx'

interface LoadedProps<Data> {
  /** What `useQuery` gives. */
  result: { data?: Data | undefined; error?: RequestError | undefined; fetching: boolean }
  /** Reads again. */
  retry: () => void
  lines?: number
  children: (data: Data) => ReactNode
}

/** Draws what was read; until then its place, and if it failed the reason. Old data stays below a failure. */
export function Loaded<Data>({ result, retry, lines, children }: LoadedProps<Data>) {
  const text = useUiText()
  const { data, error, fetching } = result
  if (!data && !error) return <Loading lines={lines} />
  return (
    <>
      {error && (
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
