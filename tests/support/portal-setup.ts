import { findBrokenData } from '../../scripts/data-checks.ts'
import { buildWeb, generatePrismaClient, generateWebTypes } from '../../scripts/generate.ts'
import { withClient } from '../../scripts/postgres/databases.ts'
import { freePort } from '../../scripts/process.ts'
import { startPortal } from './portal.ts'
import { dropRun, ensureClone, ensureDemoTemplate, newRunName, testServer } from './server.ts'

/**
 * Runs once before the browser tests: the built portal on a database of its own with the sample network,
 * served by two API processes. Their addresses are in YUI_E2E_URL and YUI_E2E_SECOND_URL; a test may put a line before
 * the second that it can cut (tests/e2e/support/line.ts), which stands at YUI_E2E_LINE_URL.
 */
export default async function setup(): Promise<() => Promise<void>> {
  await generatePrismaClient()
  await generateWebTypes()
  await buildWeb()
  const serverUrl = await testServer()
  const runName = newRunName()
  await dropRun(serverUrl, runName)
  const databaseUrl = await ensureClone(serverUrl, await ensureDemoTemplate(serverUrl), `${runName}_e2e`)
  // All tests come from one address, and sign in anew whenever a failed one has ended their process; the limits
  // themselves are tested on the API.
  const line = `http://localhost:${await freePort()}`
  const portal = await startPortal({
    databaseUrl,
    processes: 2,
    // A receiver of webhooks stands on this machine.
    env: { RATE_LIMIT_FACTOR: '20', YUI_WEBHOOKS_LOCAL: '1' },
    envOfEach: [{}, { PUBLIC_URL: line }],
  })
  const [first, second] = portal.addresses
  Object.assign(process.env, {
    YUI_E2E_URL: first,
    YUI_E2E_SECOND_URL: second,
    YUI_E2E_LINE_URL: line,
    YUI_E2E_DATABASE_URL: databaseUrl,
  })
  return async () => {
    await portal.stop()
    const broken = await withClient(databaseUrl, findBrokenData)
    await dropRun(serverUrl, runName)
    // Everything in this database came through the product, so whatever breaks a rule of the data is its fault.
    if (broken.length > 0)
      throw new Error(`The data does not hold together:\n${JSON.stringify(broken, null, 2)}`)
  }
}
