import { useState } from 'react'
import { clearDrafts, listDrafts } from '../../lib/drafts.ts'
import { theOutbox } from '../../lib/offline/the-outbox.ts'
import { sessionEnded } from '../../lib/session.ts'
import { signInPath } from '../../lib/sign-in.ts'
import { useShellText } from '../../locales/shell.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { Dialog } from '../../ui/Dialog/Dialog.tsx'
import { Icon } from '../../ui/Icon/Icon.tsx'

interface SignOutProps {
  userId: string
}

type Question =
  | { about: 'nothing' }
  | { about: 'unsent'; drafts: number; waiting: number }
  | { about: 'failure' }

/** Signs out. Drafts and what waits to be sent go with it, since the next person may sit at the same computer; so it asks first. */
export function SignOut({ userId }: SignOutProps) {
  const text = useShellText()
  const [question, setQuestion] = useState<Question>({ about: 'nothing' })
  const stay = () => setQuestion({ about: 'nothing' })

  const leave = async () => {
    if (!(await endSession())) return setQuestion({ about: 'failure' })
    await clearDrafts(userId)
    await clearDevice(userId)
    sessionEnded()
    // Loaded anew, so that neither memory nor the old service worker holds anything of this person.
    window.location.assign(signInPath())
  }
  const ask = async () => {
    const { length: drafts } = await listDrafts(userId)
    const waiting = await unsentOf(userId)
    if (drafts + waiting > 0) setQuestion({ about: 'unsent', drafts, waiting })
    else await leave()
  }
  return (
    <>
      <button type="button" onClick={() => void ask()}>
        <Icon name="logout" />
        {text.signOut}
      </button>
      <Dialog title={text.signOutTitle} open={question.about === 'unsent'} onClose={stay}>
        <p>{question.about === 'unsent' && text.signOutUnsent(question.drafts, question.waiting)}</p>
        <Buttons wide>
          <Button kind="danger" onClick={() => void leave()}>
            {text.signOutAnyway}
          </Button>
          <Button onClick={stay}>{text.stay}</Button>
        </Buttons>
      </Dialog>
      <Dialog title={text.signOutFailed} open={question.about === 'failure'} onClose={stay}>
        <p>{text.signOutFailedBody}</p>
        <Buttons wide>
          <Button kind="main" onClick={() => void leave()}>
            {text.signOut}
          </Button>
          <Button onClick={stay}>{text.stay}</Button>
        </Buttons>
      </Dialog>
    </>
  )
}

async function unsentOf(userId: string): Promise<number> {
  try {
    const { waiting, refused } = await (await theOutbox()).count(userId)
    return waiting + refused
  } catch {
    // A browser that keeps nothing has nothing to lose.
    return 0
  }
}

async function clearDevice(userId: string): Promise<void> {
  try {
    const { leaveDevice } = await import('../../lib/offline/leave.ts')
    await leaveDevice(userId)
  } catch {
    // Better everything than something of this person.
    indexedDB.deleteDatabase('yui-device')
  }
}

async function endSession(): Promise<boolean> {
  try {
    const answer = await fetch('/api/auth/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    return answer.ok
  } catch {
    return false
  }
}
