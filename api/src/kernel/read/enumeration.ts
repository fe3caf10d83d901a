import type * as enums from '../../generated/prisma/enums.ts'
import { builder } from '../graphql/builder.ts'
import { Unsupported } from './unsupported.ts'

type Enums = typeof enums
export type EnumName = keyof Enums
type EnumValue<N extends EnumName> = keyof Enums[N] & string
type Values<N extends EnumName> = {
  readonly [V in EnumValue<N>]: { readonly value: V; readonly description: string }
}

/**
 * Puts an enum of the tables into the schema; every value of it must be described. Inputs of commands that name the
 * same enum share it, so it must be declared before them.
 */
export function enumeration<const N extends EnumName>(
  name: N,
  options: { readonly description: string; readonly values: Readonly<Record<EnumValue<N>, string>> },
) {
  if (builder.configStore.hasImplementation(name))
    throw new Unsupported(`the enum ${name} exists already; declare it before the commands that take it`)
  const values = Object.entries<string>(options.values).map(([value, description]) => [
    value,
    { value, description },
  ])
  return builder.enumType<string, Values<N>>(name, {
    description: options.description,
    values: Object.fromEntries(values) as Values<N>,
  })
}
