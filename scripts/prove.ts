import { generatePrismaClient } from './generate.ts'
import { say, step } from './progress.ts'
import { runTask } from './refusal.ts'
import { listenForStop } from './stop-request.ts'
import { close, runStages } from './testing/stages.ts'
import { vitest } from './testing/suites.ts'
import { withTestServer } from './testing/test-server.ts'

// npm run prove [area]: the long form of every promise, or of those whose file's path contains the area.
await runTask(async () => {
  listenForStop()
  const areas = process.argv.slice(2)
  const total = await withTestServer(async (serverUrl) => {
    await step('準備しています', generatePrismaClient)
    const env = { YUI_TEST_SERVER_URL: serverUrl, YUI_PROVE: 'long' }
    return runStages(
      [vitest('promises', ['prove'], { filters: areas, env, onPromise: (line) => say(line) })],
      1,
    )
  })
  return close(total)
})
