import { useState } from 'react'
import { useShellText } from '../locales/shell.ts'
import { Button } from '../ui/Button/Button.tsx'
import { PageHead, Prose } from '../ui/Page/Page.tsx'

/** A page broke, or its code could not be fetched: no connection, or a new version was put in place. */
export function ErrorPage() {
  const text = useShellText().broken
  const [state, setState] = useState<'idle' | 'trying' | 'unreachable'>('idle')

  // Reloading without a connection would leave the person with the browser's own error page.
  const reload = async () => {
    setState('trying')
    if (await isReachable()) window.location.reload()
    else setState('unreachable')
  }
  return (
    <>
      <PageHead title={text.title} />
      <Prose>
        <p>{text.body}</p>
        <Button kind="main" busy={state === 'trying'} onClick={() => void reload()}>
          {text.reload}
        </Button>
        <output>{state === 'unreachable' && text.unreachable}</output>
      </Prose>
    </>
  )
}

async function isReachable(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store' })).ok
  } catch {
    return false
  }
}
