import type { EventFigures } from './figures.ts'
import { nightRecords } from './night-records.ts'
import { sharedTables } from './shared-tables.ts'

/** Where the forms take their figures; a part that keeps more of them is named here, method by method. */
export const eventFigures: EventFigures = { ...sharedTables, ...nightRecords }
