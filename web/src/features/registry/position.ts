import { createStore } from '../../lib/store.ts'

/** Where this device is, to about a hundred metres. It is asked for, kept until the page is left, and in no address. */
export const position = createStore<{ latitude: number; longitude: number } | null>(null)

const rounded = (degrees: number): number => Math.round(degrees * 1_000) / 1_000

/** Asks the device; the browser asks the person. */
export const askPosition = (): Promise<'found' | 'refused' | 'unknown'> =>
  new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve('unknown')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        position.set({ latitude: rounded(coords.latitude), longitude: rounded(coords.longitude) })
        resolve('found')
      },
      ({ code, PERMISSION_DENIED }) => resolve(code === PERMISSION_DENIED ? 'refused' : 'unknown'),
      { timeout: 15_000, maximumAge: 60_000 },
    )
  })
