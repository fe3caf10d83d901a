/** Lets the pages of the portal open without a network; not in development, where every file changes all the time. */
export function keepReadyWithoutNetwork(): void {
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return
  // A browser that refuses it is a browser without it.
  void register().catch(() => {})
}

async function register(): Promise<void> {
  await navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' })
  await navigator.serviceWorker.ready
  // What this page loaded before the worker was there has passed it by.
  const visited = await caches.open('yui-visited')
  for (const { name } of performance.getEntriesByType('resource'))
    if (name.startsWith(`${location.origin}/assets/`) && !(await caches.match(name))) await visited.add(name)
}
