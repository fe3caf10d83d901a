// The service worker: code of the portal's pages without a network. It never touches an answer of the API, so nothing
// of a person lies in its caches; and it never reloads a page, so an update takes nothing that was typed.
// Built by itself (vite-plugins.ts), which puts the list of files in.

/** The frame, and every file that a page needs which must open without a network; `/` is the frame. */
declare const SHELL: readonly string[]
/** Changes with that list. */
declare const VERSION: string

// The compiler takes one world of globals for the whole portal, and that is the page's.
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching extends Lasting {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface Worker {
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
}
const worker = globalThis as unknown as Worker

const CURRENT = `yui-shell-${VERSION}`
/** Files of pages somebody has been to, and of the versions before, which open tabs may still ask for. */
const VISITED = 'yui-visited'
const KEEP = 30 * 86_400_000
/** A line that has carried nothing for so long is treated as none. */
const PATIENCE = 4_000
/** Answered by the server in its own words; the frame knows nothing about them. */
const NO_PAGES = /^\/(api|graphql|directory|assets|healthz|readyz|metrics)(\/|$)|\.[a-z]+$/

const lookUp = (address: string) => caches.match(address, { ignoreVary: true })

async function install(): Promise<void> {
  const cache = await caches.open(CURRENT)
  await Promise.all(
    SHELL.map(async (address) => {
      // What a hash names does not change: after an update only what is new comes over the line.
      const same = address.startsWith('/assets/') ? await lookUp(address) : undefined
      const response = same ?? (await fetch(address, { cache: address === '/' ? 'no-cache' : 'default' }))
      if (!response.ok) throw new Error(`${address} cannot be kept: ${response.status}`)
      await cache.put(address, response)
    }),
  )
  await worker.skipWaiting()
}

async function activate(): Promise<void> {
  const visited = await caches.open(VISITED)
  for (const name of await caches.keys()) {
    if (!name.startsWith('yui-shell-') || name === CURRENT) continue
    const before = await caches.open(name)
    for (const request of await before.keys()) {
      const response = await before.match(request, { ignoreVary: true })
      if (response && new URL(request.url).pathname.startsWith('/assets/'))
        await visited.put(request, response)
    }
    await caches.delete(name)
  }
  for (const request of await visited.keys()) {
    const date = (await visited.match(request, { ignoreVary: true }))?.headers.get('date')
    if (!date || Date.parse(date) < Date.now() - KEEP) await visited.delete(request)
  }
  await worker.clients.claim()
}

/** Whoever was signed in has left: nothing is kept any more. */
let leaving = false
worker.addEventListener('message', ({ data }) => {
  if (data === 'leave') leaving = true
})

/** A file whose name is its content: the first answer is right for ever. */
async function file(request: Request): Promise<Response> {
  const kept = await lookUp(request.url)
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok && !leaving) await (await caches.open(VISITED)).put(request, response.clone())
  return response
}

/** A page: the server's frame, or the kept one when no server answers. */
async function page(request: Request): Promise<Response> {
  const answer = fetch(request).then((response) =>
    response.status >= 502 && response.status <= 504 ? Promise.reject(new Error('no server')) : response,
  )
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE))
  const first = await Promise.race([answer.catch(() => undefined), late])
  return first ?? (await lookUp('/')) ?? answer
}

worker.addEventListener('install', (event) => event.waitUntil(install()))
worker.addEventListener('activate', (event) => event.waitUntil(activate()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (pathname.startsWith('/assets/')) event.respondWith(file(request))
  else if (request.mode === 'navigate' && !NO_PAGES.test(pathname)) event.respondWith(page(request))
  else if (SHELL.includes(pathname) && pathname !== '/')
    event.respondWith(fetch(request).catch(async () => (await lookUp(pathname)) ?? Response.error()))
})
