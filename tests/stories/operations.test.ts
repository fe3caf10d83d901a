import {
  isEnumType,
  Kind,
  parse,
  validate,
  visit,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql'
import { expect, it } from 'vitest'
import { costCalculator, limits } from '../../api/src/kernel/graphql/limits.ts'
import { guest } from '../../api/src/kernel/viewer.ts'
import { schema } from '../../api/src/schema.ts'
import { read } from '../architecture/sources.ts'

const operations = Object.values(JSON.parse(read('schema/operations.json')) as Record<string, string>)
  .map((text) => parse(text))
  .flatMap((document) =>
    document.definitions
      .filter(
        (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
      )
      .map((operation) => ({ name: operation.name?.value ?? 'anonymous', document, operation })),
  )

/** A value of a plain type. */
function anyOf(type: string): ValueNode {
  if (type === 'Int' || type === 'Float') return { kind: Kind.INT, value: '1' }
  if (type === 'Boolean') return { kind: Kind.BOOLEAN, value: true }
  const named = schema.getType(type)
  if (isEnumType(named)) return { kind: Kind.ENUM, value: named.getValues()[0]?.name ?? '' }
  return { kind: Kind.STRING, value: { Date: '2026-04-01', BigInt: '1' }[type] ?? 'x' }
}

/**
 * The document as its dearest asker would send it: the largest page wherever a variable sizes one. Other variables
 * have no part in the cost, so they become null, or any value where there must be one.
 */
function dearest({ document, operation }: (typeof operations)[number]) {
  const sizes = new Set(['first', 'last'])
  const compulsory = new Map(
    (operation.variableDefinitions ?? []).flatMap(({ variable, type }) =>
      type.kind === Kind.NON_NULL_TYPE && type.type.kind === Kind.NAMED_TYPE
        ? [[variable.name.value, anyOf(type.type.name.value)] as const]
        : [],
    ),
  )
  const withSizes = visit(document, {
    VariableDefinition: () => null,
    Directive: () => null,
    Argument({ name, value }) {
      if (value.kind !== Kind.VARIABLE) return undefined
      const size = sizes.has(name.value)
        ? { kind: Kind.INT as const, value: '100' }
        : (compulsory.get(value.name.value) ?? { kind: Kind.NULL as const })
      return { kind: Kind.ARGUMENT as const, name, value: size }
    },
  })
  const definition = withSizes.definitions.find(
    (one): one is OperationDefinitionNode =>
      one.kind === Kind.OPERATION_DEFINITION && one.name?.value === operation.name?.value,
  )
  if (!definition) throw new Error('the operation is gone')
  return { document: withSizes, operation: definition }
}

it.each(operations)('$name of the portal is valid and within the limits', (one) => {
  expect(validate(schema, one.document)).toEqual([])
  const cost = costCalculator(schema)(dearest(one), {}, { viewer: guest })
  expect(cost.requested).toBeLessThanOrEqual(limits.cost)
  expect(cost.depth).toBeLessThanOrEqual(limits.depth)
  expect(cost.breadth).toBeLessThanOrEqual(limits.breadth)
})
