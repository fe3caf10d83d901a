// Founds sample networks one after the other, each under a key of its own, until it is killed. Says which were
// acknowledged, as a phone would know it. A key that was under way when it died is sent again by the next one.
import { runCommand } from '../../../api/src/kernel/command.ts'
import { systemClock } from '../../../api/src/kernel/clock.ts'
import { createDb } from '../../../api/src/kernel/db.ts'
import { foundPlatform } from '../../../api/src/kernel/fixtures/platforms.ts'
import { personOf } from '../../../api/src/kernel/fixtures/viewers.ts'

const [url = '', userId = '', ...keys] = process.argv.slice(2)
const db = createDb(url, 4)
const viewer = { ...personOf(userId), acting: null, seats: [] }

async function sendFrom(lane: number, lanes: number): Promise<void> {
  for (let index = lane; index < keys.length; index += lanes) {
    const idempotencyKey = keys[index] ?? ''
    const context = { viewer, clock: systemClock, db, requestId: null }
    await runCommand(foundPlatform, { name: `見本 ${idempotencyKey}`, idempotencyKey }, context)
    process.stdout.write(`${idempotencyKey}\n`)
  }
}

process.stdout.write('ready\n')
await Promise.all([0, 1, 2].map((lane) => sendFrom(lane, 3)))
await db.$disconnect()
