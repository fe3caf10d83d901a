import { z } from 'zod'

// What the worker is asked to do with an import (see reactions.ts). The number tells a job that another check has begun.
const payload = z.object({ runId: z.uuid(), checkNumber: z.int() })

export const CHECK_JOB = { name: 'registry.checkImport', payload } as const
export const APPLY_JOB = { name: 'registry.applyImport', payload } as const
export const UNDO_JOB = { name: 'registry.undoImport', payload } as const
