import type { FieldRef } from '@pothos/core'
import type { builder } from '../graphql/builder.ts'
import type { Row } from './result.ts'

/** The types behind the schema builder, with Pothos' defaults filled in. */
export type BuilderTypes = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never

export type RowFieldBuilder = PothosSchemaTypes.ObjectFieldBuilder<BuilderTypes, Row>

/** Makes a field of a model's type once its name is known. */
export type Make = (t: RowFieldBuilder, name: string) => FieldRef<BuilderTypes, unknown, 'Object'>
