import { checks } from './testing/checks.ts'
import { generatePrismaClient, generateWebTypes } from './generate.ts'
import { step } from './progress.ts'
import { runTask } from './refusal.ts'
import { listenForStop } from './stop-request.ts'
import { close, runStages } from './testing/stages.ts'

// npm run check: format, lint, types, import rules, unused code, architecture. No database.
await runTask(async () => {
  listenForStop()
  await step('準備しています', async () => {
    await generatePrismaClient()
    await generateWebTypes()
  })
  return close(await runStages(checks, 2))
})
