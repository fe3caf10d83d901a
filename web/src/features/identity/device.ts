const SHARED = 'yui.sharedDevice'
const LAST_SEAT = 'yui.lastSeat'
const INVITATION = 'yui.invitation'

/** Whether the person said that others use this device, too. */
const isSharedDevice = (): boolean => localStorage.getItem(SHARED) === 'yes'

/** Remembers whether others use this device; signing out then leaves nothing behind. */
export function noteSharedDevice(shared: boolean): void {
  if (shared) localStorage.setItem(SHARED, 'yes')
  else localStorage.removeItem(SHARED)
}

/** The body acted for the last time on this device, offered first next time. */
export const lastSeat = (): string | null => localStorage.getItem(LAST_SEAT)

/** Remembers the body; never on a shared device. */
export function noteSeat(key: string): void {
  if (!isSharedDevice()) localStorage.setItem(LAST_SEAT, key)
}

/**
 * The secret of an invitation, from the link's fragment; kept for this tab while its owner signs in, since it must
 * not stand in an address that a server sees.
 */
export function invitationSecret(): string | null {
  const secret = window.location.hash.slice(1)
  if (secret) sessionStorage.setItem(INVITATION, secret)
  return secret || sessionStorage.getItem(INVITATION)
}

/** Forgets the invitation: it was accepted. */
export const forgetInvitation = (): void => sessionStorage.removeItem(INVITATION)
