// The worker with one reaction: everybody whose id is given is told of every network that is founded.
import { systemClock } from '../../../api/src/kernel/clock.ts'
import { createDb } from '../../../api/src/kernel/db.ts'
import { PlatformFounded } from '../../../api/src/kernel/fixtures/platforms.ts'
import { reaction } from '../../../api/src/kernel/jobs/reaction.ts'
import { startWorker } from '../../../api/src/kernel/jobs/worker.ts'
import { createLog } from '../../../api/src/kernel/log.ts'
import { notify } from '../../../api/src/modules/notifications/public.ts'

const [url = '', ...userIds] = process.argv.slice(2)

reaction(PlatformFounded, {
  name: 'stories.tellOfFounding',
  description: 'Tells everybody of a new network.',
  async run(args) {
    await notify(args, {
      eventId: args.eventId,
      userIds,
      kind: 'stories.founded',
      params: {},
      link: '/networks',
    })
  },
})

const db = createDb(url, 4)
startWorker({ url, context: { db, clock: systemClock, log: createLog('error'), mailer: null } })
process.stdout.write('ready\n')
