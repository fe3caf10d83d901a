import type { EventFigures } from './figures.ts'
import { sharedTables } from './shared-tables.ts'

/** Where the forms take their figures. A part that keeps more of them is named here, method by method. */
export const eventFigures: EventFigures = { ...sharedTables }
