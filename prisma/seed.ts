import { systemClock } from '../api/src/kernel/clock.ts'
import { createDb } from '../api/src/kernel/db.ts'
import { sampleYear, type Chapter } from '../api/src/kernel/sample-year.ts'
import { messages } from '../api/src/modules/alerts/fixtures.ts'
import { assignment } from '../api/src/modules/assignment/fixtures.ts'
import { ties } from '../api/src/modules/collaboration/fixtures.ts'
import { bulletin } from '../api/src/modules/bulletin/fixtures.ts'
import { drills } from '../api/src/modules/disasters/fixtures.ts'
import * as identity from '../api/src/modules/identity/fixtures.ts'
import { intake } from '../api/src/modules/intake/fixtures.ts'
import * as meetings from '../api/src/modules/meetings/fixtures.ts'
import { mutualAid } from '../api/src/modules/mutualaid/fixtures.ts'
import * as platforms from '../api/src/modules/platforms/fixtures.ts'
import { dues } from '../api/src/modules/platforms/fixtures/sample-dues.ts'
import { members } from '../api/src/modules/platforms/fixtures/sample-members.ts'
import { shelters } from '../api/src/modules/readiness/fixtures.ts'
import * as registry from '../api/src/modules/registry/fixtures.ts'
import { corporations } from '../api/src/modules/registry/fixtures/corporation-year.ts'
import { history } from '../api/src/modules/registry/fixtures/sample-history.ts'
import { mandates } from '../api/src/modules/registry/fixtures/sample-mandates.ts'
import { mistakes } from '../api/src/modules/registry/fixtures/sample-mistakes.ts'
import { requests } from '../api/src/modules/registry/fixtures/sample-requests.ts'
import * as rulebooks from '../api/src/modules/rulebooks/fixtures.ts'
import { webhooks } from '../api/src/modules/webhooks/fixtures.ts'
// Every module's part in what the people do, e.g. in a merger.
import '../api/src/reactions.ts'

// The sample year, chapter by chapter: bodies first, then their people, then what the people do.
const chapters: readonly Chapter[] = [
  registry.bodies,
  platforms.network,
  rulebooks.rulebook,
  identity.people,
  registry.confirmations,
  requests,
  // Dates what was written so far to the year before; what follows is news.
  history,
  corporations,
  mandates,
  mistakes,
  registry.pairs,
  members,
  dues,
  meetings.generalMeetings,
  ties,
  bulletin,
  shelters,
  meetings.ahead,
  drills,
  intake,
  assignment,
  mutualAid,
  messages,
  webhooks,
]

const url = process.env.DATABASE_URL
if (!url) throw new Error('DATABASE_URL says which database the sample year is written into.')

const db = createDb(url, 2)
try {
  const year = sampleYear(db, systemClock)
  for (const { title, write } of chapters) {
    console.log(title)
    await write(year)
  }
} finally {
  await db.$disconnect()
}
