import type { ShapeFromTypeParam, TypeParam } from '@pothos/core'
import { builder } from '../graphql/builder.ts'
import type { BuilderTypes } from './pothos.ts'

interface ValueField {
  readonly type: TypeParam<BuilderTypes>
  readonly description: string
  /** For what may be missing: all of it, or single items of a list. */
  readonly nullable?: true | { readonly list: false; readonly items: true }
}

/** A type of plain values, for what a custom query answers: it has no identity and reads nothing. */
export function value<T extends object>(
  name: string,
  { description, fields }: { description: string; fields: Readonly<Record<keyof T & string, ValueField>> },
) {
  return builder.objectRef<T>(name).implement({
    description,
    fields: (t) =>
      Object.fromEntries(
        Object.entries<ValueField>(fields).map(([field, { type, description: text, nullable }]) => [
          field,
          t.field({
            type,
            nullable: nullable ?? false,
            description: text,
            // The field is one of T's: its shape is what the type says, or the declaration is wrong and the test of the
            // query sees it.
            resolve: (parent) =>
              parent[field as keyof T] as ShapeFromTypeParam<BuilderTypes, typeof type, boolean>,
          }),
        ]),
      ),
  })
}
