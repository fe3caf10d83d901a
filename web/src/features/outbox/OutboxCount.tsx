import { useEffect, useState } from 'react'
import { theOutbox } from '../../lib/offline/the-outbox.ts'
import { signedInUser } from '../../lib/session.ts'
import { useStore } from '../../lib/store.ts'
import { useOutboxText } from '../../locales/outbox.ts'
import { Icon } from '../../ui/Icon/Icon.tsx'
import { Link } from '../../ui/Link/Link.tsx'

/** 送信待ち n件, on every page; it also keeps the outbox going. On a phone it stands there only when something waits. */
export function OutboxCount() {
  const text = useOutboxText()
  const counts = useCounts()
  if (!counts) return null
  const { waiting, refused } = counts
  const total = waiting + refused
  return (
    <Link to="/outbox" className={total === 0 ? 'yui-wide' : undefined}>
      <Icon name={refused > 0 ? 'alert' : 'send'} />
      {refused > 0 ? text.topRefused : text.topWaiting}
      <b>{text.count(refused > 0 ? refused : total)}</b>
    </Link>
  )
}

function useCounts() {
  const userId = useStore(signedInUser)
  const [found, setFound] = useState<{ userId: string; waiting: number; refused: number }>()
  useEffect(() => {
    if (!userId) return
    let gone = false
    const stops: (() => void)[] = []
    const follow = async () => {
      const outbox = await theOutbox()
      if (gone) return
      const read = () => void outbox.count(userId).then((counts) => gone || setFound({ userId, ...counts }))
      stops.push(outbox.subscribe(read), outbox.start(userId))
      read()
    }
    // A browser that keeps nothing has nothing that waits.
    void follow().catch(() => {})
    return () => {
      gone = true
      stops.forEach((stop) => stop())
    }
  }, [userId])
  return found && found.userId === userId ? found : undefined
}
