/** Lets the pages of the portal open without a network; not in development, where every file changes all the time. */
export function keepReadyWithoutNetwork(): void {
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return
  // A browser that refuses it is a browser without it.
  void navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' }).catch(() => {})
}
