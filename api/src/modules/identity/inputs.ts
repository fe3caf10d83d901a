import { z } from 'zod'
import { parseGlobalId } from '../../kernel/ids.ts'
import { enumOf } from '../../kernel/inputs.ts'
import type { SeatKind } from '../../kernel/viewer.ts'
import { LONGEST_PASSWORD, passwordMistake } from './rules/passwords.ts'
import type { Body } from './rules/bodies.ts'
import { roleMeanings } from './rules/role-meanings.ts'
import { scopes } from './rules/tokens.ts'

const kindOfModel: Readonly<Record<string, SeatKind>> = {
  Facility: 'FACILITY',
  Corporation: 'CORPORATION',
  Platform: 'PLATFORM',
  Municipality: 'MUNICIPALITY',
}
const keyOfBody = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]{6})$/

/** The body a role stands on, by its Relay id; left out, it is this installation. */
export const bodyId = () =>
  z
    .string()
    .transform((value, context): Pick<Body, 'kind' | 'id'> => {
      const parsed = parseGlobalId(value)
      const kind = parsed ? kindOfModel[parsed.model] : undefined
      if (parsed && kind && keyOfBody.test(parsed.id)) return { kind, id: parsed.id }
      context.addIssue({ code: 'custom', message: 'not an id of a body', params: { code: 'WRONG_ID' } })
      return z.NEVER
    })
    .meta({ graphql: 'ID' })
    .optional()

/** A role by its name. */
export const roleName = () => enumOf('RoleName', 'What a person may do for a body.', roleMeanings)

/** An e-mail address; full-width characters, as typed in Japanese, are understood. */
export const emailAddress = () =>
  z
    .string()
    .max(254)
    .transform((typed) => typed.normalize('NFKC').trim().toLowerCase())
    .pipe(z.email())

/** A person's name, as they write it: never normalized. */
export const personName = () => z.string().trim().min(1).max(60)

/** A password that a person sets. */
export const newPassword = () =>
  z
    .string()
    .max(LONGEST_PASSWORD * 2)
    .superRefine((password, context) => {
      const code = passwordMistake(password)
      if (code) context.addIssue({ code: 'custom', message: 'Choose another password.', params: { code } })
    })

/** A scope of a token, by its name. */
export const scopeName = () =>
  z.string().superRefine((name, context) => {
    if (!(name in scopes)) {
      context.addIssue({ code: 'custom', message: 'no such scope', params: { code: 'WRONG_VALUE' } })
    }
  })
