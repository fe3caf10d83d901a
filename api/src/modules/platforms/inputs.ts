import { z } from 'zod'

// Parts of inputs that several commands of networks share. What people write is trimmed, never normalized.

/** Text that must be there. */
export const text = (longest: number) => z.string().trim().min(1).max(longest)

/** Text that may be left out; blank counts as left out. */
export const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .transform((value) => value || null)
    .nullable()
    .default(null)

/** Code of a kind of member, as the rulebook has it. */
export const memberClassCode = () =>
  z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/)
    .max(40)
    .describe('Code of the kind of member in the rulebook, e.g. FULL.')
