const KEY = 'yui.facility-device'

/** In whose name such a device keeps what it needs without a network. */
export const FACILITY_DEVICE = 'facility-device'

/** What this device was given when it was enrolled; null if it is none. */
export const deviceSecret = (): string | null => localStorage.getItem(KEY)

/** Makes this device one of its facility. */
export const keepDeviceSecret = (secret: string): void => localStorage.setItem(KEY, secret)
