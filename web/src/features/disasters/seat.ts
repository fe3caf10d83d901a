import { globalId } from '../../lib/ids.ts'

/** The Relay id of the facility one acts for; null when it is none. */
export const globalIdOfSeat = (acting: { key: string; kind: string } | null): string | null =>
  acting?.kind === 'FACILITY' ? globalId('Facility', acting.key.slice('FACILITY:'.length)) : null
