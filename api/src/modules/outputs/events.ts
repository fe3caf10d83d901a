import { z } from 'zod'
import { event } from '../../kernel/events.ts'

/** A person has handed a form of an event in. */
export const FormFiled = event(
  'outputs.FormFiled.v1',
  z.object({ filingId: z.uuid(), disasterEventId: z.uuid(), drill: z.boolean() }),
)
