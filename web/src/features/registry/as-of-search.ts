const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))

type Given = Readonly<Record<string, unknown>>

/** Of a facility's page: the day as of which it is shown. */
export const readFacilitySearch = ({ asOf }: Given): { asOf?: string } => (isDay(asOf) ? { asOf } : {})

/** Of a corporation's page: the same, and whether closed facilities are shown too. */
export const readCorporationSearch = ({ closed, ...rest }: Given): { asOf?: string; closed?: true } => ({
  ...readFacilitySearch(rest),
  ...(closed === true ? { closed } : {}),
})

/** Of the registry as it stood on a day: the day, the municipality, and where the list goes on. */
export const readAsOfSearch = ({ on, m, after }: Given): { on?: string; m?: string; after?: string } => ({
  ...(isDay(on) && { on }),
  ...(typeof m === 'string' && { m }),
  // A code without letters comes as a number, and has lost its zero.
  ...(typeof m === 'number' && { m: String(m).padStart(6, '0') }),
  ...(typeof after === 'string' && { after }),
})
