import { runTask } from './refusal.ts'
import { listenForStop } from './stop-request.ts'
import { checks, generation } from './testing/checks.ts'
import { add, close, runStage, runStages } from './testing/stages.ts'

// npm run check: format, lint, types, import rules, unused code, architecture. No database.
await runTask(async () => {
  listenForStop()
  const total = await runStage(generation)
  add(total, await runStages(checks, 2))
  return close(total)
})
