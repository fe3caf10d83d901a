import net from 'node:net'
import type { BrowserContext } from '@playwright/test'
import { secondAddress, test as onPortal } from './test.ts'

/** The way from a browser to the second API process, which a test can cut. */
export interface Line {
  address: string
  /** Nothing gets through any more, and the browser is told that it has no network. */
  cut(context: BrowserContext): Promise<void>
  mend(context: BrowserContext): Promise<void>
}

/**
 * The portal's test with a line of its own. A browser told to be offline is not enough: when a page is left or loaded
 * anew, the old one is no longer told so, believes the line is back and sends what waits.
 */
export const test = onPortal.extend<{ line: Line }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads here which fixtures it asks for: none
  line: async ({}, use) => {
    const address = process.env.YUI_E2E_LINE_URL ?? ''
    const behind = new URL(secondAddress())
    const sockets = new Set<net.Socket>()
    let whole = true
    const relay = net.createServer((near) => {
      if (!whole) return void near.destroy()
      const far = net.connect(Number(behind.port), behind.hostname)
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(socket)
        socket.on('error', () => {}) // a cut line
        socket.on('close', () => {
          sockets.delete(socket)
          other.destroy()
        })
        socket.pipe(other)
      }
    })
    await new Promise<void>((resolve) => relay.listen(Number(new URL(address).port), 'localhost', resolve))
    const drop = () => sockets.forEach((socket) => socket.destroy())
    await use({
      address,
      async cut(context) {
        await context.setOffline(true)
        whole = false
        drop()
      },
      async mend(context) {
        whole = true
        await context.setOffline(false)
      },
    })
    drop()
    await new Promise((resolve) => relay.close(resolve))
  },
  baseURL: async ({ line }, use) => use(line.address),
})
