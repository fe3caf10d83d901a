import { useShellText } from '../locales/shell.ts'
import { Button } from '../ui/Button/Button.tsx'
import { PageHead, Prose } from '../ui/Page/Page.tsx'

/** A page broke, or its code could not be fetched (no connection, or a new version was put in place). */
export function ErrorPage() {
  const text = useShellText().broken
  return (
    <>
      <PageHead title={text.title} />
      <Prose>
        <p>{text.body}</p>
        <p>
          <Button kind="main" onClick={() => window.location.reload()}>
            {text.reload}
          </Button>
        </p>
      </Prose>
    </>
  )
}
