import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import * as events from '../events.ts'
import type { PublishedRegistry } from '../import/published.ts'
import type { Source } from '../import/read-folder.ts'
import { changedSources, RECORDS, writeRegistry } from '../import/write-registry.ts'
import * as policy from '../policy.ts'

const source = z.object({
  key: z.string(),
  format: z.enum(['municipalities', 'care-services', 'designated-shelters', 'emergency-sites']),
  title: z.string(),
  issuer: z.string(),
  licence: z.string(),
  asOf: z.iso.date(),
  contentHash: z.hex().describe('SHA-256 of the files of the source.'),
  rowCount: z.int(),
})

/** Reads published files into the registry. Run by `npm run yui -- import` and when the demo is put in place. */
export const importPublishedData = command({
  name: 'importPublishedData',
  description:
    'Brings the registry to what published files say; files that were read before and have not changed are not read again.',
  input: z.object({
    sources: z.array(source).describe('The files, each with issuer, licence, day and fingerprint.'),
    registry: z.custom<PublishedRegistry>().describe('What the files say.'),
    again: z.boolean().default(false).describe('Compare every record although no file has changed.'),
  }),
  secret: ['registry'],
  // Seconds on a quiet machine, minutes on a busy small one; nobody waits at a screen for it.
  patience: 600,
  subject: () => ({}),
  may: policy.importPublishedData,
  async run({ tx, input, now, emit }) {
    const sources = input.sources.map((given): Source => ({
      ...given,
      contentHash: Buffer.from(given.contentHash, 'hex'),
    }))
    const changed = await changedSources(tx, sources)
    if (changed.length === 0 && !input.again) return { sourcesRead: 0 }

    const outcomes = await writeRegistry(tx, input.registry, sources, now)
    const total = (what: 'created' | 'changed') =>
      RECORDS.reduce((sum, record) => sum + outcomes[record][what], 0)
    if (total('created') + total('changed') > 0) {
      const payload = {
        sources: changed.map(({ key }) => key),
        created: total('created'),
        changed: total('changed'),
      }
      emit(events.PublishedDataImported, payload, { audience: ['public'] })
    }
    return { sourcesRead: sources.length, ...flat(outcomes) }
  },
})

/** `facilities.created: 422` and so on: an answer holds plain values only. */
const flat = (outcomes: Awaited<ReturnType<typeof writeRegistry>>): Record<string, number> =>
  Object.fromEntries(
    RECORDS.flatMap((record) =>
      Object.entries(outcomes[record]).map(([what, count]) => [`${record}.${what}`, count]),
    ),
  )
