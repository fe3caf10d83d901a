import { OutboxList } from '../../features/outbox/OutboxList.tsx'
import { useOutboxEntries } from '../../lib/outbox.ts'
import { useOutboxText } from '../../locales/outbox.ts'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

/** 送信待ち: everything this device has still to send for the person, and what it has just sent. It asks no server. */
export function OutboxPage() {
  const text = useOutboxText()
  const entries = useOutboxEntries()
  return (
    <>
      <PageHead title={text.title} lead={<p>{text.lead}</p>} />
      {entries.every(({ state }) => state === 'ARRIVED') && (
        <Notice kind="done">
          <p>{text.none}</p>
        </Notice>
      )}
      <OutboxList entries={entries} />
    </>
  )
}
