/** Whether the link of an invited body still works. */
export function guestLinkState(
  { expiresAt, revokedAt }: { readonly expiresAt: Date; readonly revokedAt: Date | null },
  { state }: { readonly state: 'DRAFT' | 'NOTICED' | 'OPEN' | 'CLOSED' | 'CANCELLED' },
  now: Date,
): 'OPEN' | 'EXPIRED' | 'REVOKED' | 'CANCELLED' {
  if (revokedAt !== null) return 'REVOKED'
  if (state === 'CANCELLED') return 'CANCELLED'
  return state === 'NOTICED' && now < expiresAt ? 'OPEN' : 'EXPIRED'
}
