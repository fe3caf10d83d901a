import { wipe } from './device.ts'

/** Leaves nothing on the device for whoever sits there next: what was kept, its key, the files, the service worker. */
export async function leaveDevice(userId: string): Promise<void> {
  await wipe(userId)
  // The worker goes on for this page until it is left, and keeps nothing from now on.
  navigator.serviceWorker?.controller?.postMessage('leave')
  for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? [])
    await registration.unregister()
  if ('caches' in globalThis)
    for (const name of await caches.keys()) if (name.startsWith('yui-')) await caches.delete(name)
}
