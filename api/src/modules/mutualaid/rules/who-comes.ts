import type { RoleName } from '../../../kernel/viewer.ts'

// Who comes is the only name that mutual aid keeps. This table says what it is for, who reads it and how long it stands;
// reading and erasing are made from it.

export const HELPER = {
  /** That the facility which waits knows whom to let in, and reaches the person on the way. */
  purpose: 'ARRIVAL',
  /** For either facility, or its corporation; and the network that coordinates. */
  readers: [
    'FACILITY_DIRECTOR',
    'FACILITY_STAFF',
    'CORPORATION_ADMIN',
    'PLATFORM_SECRETARIAT',
  ] satisfies readonly RoleName[],
  /** Erased when the person is back. Where nobody says so: so many days after the shift, or after setting out. */
  daysAtMost: 7,
} as const

const DAY = 86_400_000

/** The day on which a name is erased at the latest. `day` makes the day in Japan of a moment. */
export const eraseOn = (
  { endsAt, dispatchedAt }: { readonly endsAt: Date | null; readonly dispatchedAt: Date },
  day: (at: Date) => Date,
): Date => {
  const last = endsAt && endsAt > dispatchedAt ? endsAt : dispatchedAt
  return new Date(day(last).getTime() + HELPER.daysAtMost * DAY)
}
