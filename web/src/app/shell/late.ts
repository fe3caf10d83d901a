// What the frame needs once the page stands: fetched when the browser has nothing else to do.
export { OutboxCount } from '../../features/outbox/OutboxCount.tsx'
export { keepReadyWithoutNetwork } from '../../lib/offline/worker.ts'
