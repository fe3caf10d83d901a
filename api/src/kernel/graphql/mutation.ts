import type { z } from 'zod'
import { runCommand, type Command, type CommandResult } from '../command.ts'
import type { ModelName } from '../ids.ts'
import { capitalized } from '../words.ts'
import { builder } from './builder.ts'
import { inputType } from './input.ts'
import './problems.ts'
import { readOne } from '../read/read-pages.ts'
import './scalars.ts'
import { Viewer } from './viewer.ts'

type PlainType = 'ID' | 'String' | 'Int' | 'Float' | 'Boolean'

/** A plain value of the command's result, e.g. the plain text of a new token. Null when an answer is repeated. */
export interface PlainField {
  readonly type: PlainType | readonly [PlainType]
  readonly description: string
}

/** `facilityId` of the result becomes the field `facility`, read again as that model; other keys become plain values. */
type PayloadSpec<Result> = {
  readonly [
    Key in keyof Result & string as Key extends `${infer Field}Id` ? Field : Key
  ]?: Key extends `${string}Id` ? ModelName : PlainField
}

type Registered = Pick<Command, 'name' | 'description' | 'public' | 'scope' | 'secondFactor'>

/** Every command that the graph offers; the architecture tests read it. */
export const mutations = new Map<string, Registered>()

/**
 * Offers a command as a mutation: the only way to add one. The input type comes from the command's zod object; the
 * result is a union of the payload and the three problems; records of the payload are read again through the read
 * path, so that a mutation never shows more than a query would.
 */
export function mutation<Input extends z.ZodObject, Result extends CommandResult>(
  command: Command<Input, Result>,
  { payload }: { payload: PayloadSpec<Result> },
): void {
  const { name } = command
  if (mutations.has(name)) throw new Error(`There already is a mutation ${name}.`)
  mutations.set(name, command)

  const Name = capitalized(name)
  const input = inputType(`${Name}Input`, `Input of ${name}.`, command.input)
  const Payload = payloadType(`${Name}Payload`, name, payload as Record<string, ModelName | PlainField>)

  builder.mutationField(name, (t) =>
    t.field({
      type: Payload,
      description: descriptionOf(command),
      args: {
        input: t.arg({ type: input.name as never, required: true, description: 'What is asked for.' }),
      },
      errors: { union: { description: `What ${name} answers: what it changed, or why it changed nothing.` } },
      resolve: (_root, args, context) => runCommand(command, input.normalize(args.input), context),
    }),
  )
}

function descriptionOf({ description, public: isPublic, scope, secondFactor }: Registered): string {
  const notes = [
    isPublic ? 'Open to guests.' : null,
    secondFactor ? 'Needs a session with a second factor.' : null,
    scope ? `Tokens need the scope \`${scope}\`.` : 'Not open to tokens.',
  ]
  return [description, ...notes.filter((note) => note !== null)].join('\n\n')
}

function payloadType(name: string, mutationName: string, spec: Record<string, ModelName | PlainField>) {
  return builder.objectRef<CommandResult>(name).implement({
    description: `What ${mutationName} changed, as it stands now.`,
    fields: (t) => ({
      viewer: t.field({
        type: Viewer,
        description: 'Who asked.',
        resolve: (_result, _args, { viewer }) => viewer,
      }),
      ...Object.fromEntries(
        Object.entries(spec).map(([field, what]) => [
          field,
          typeof what === 'string'
            ? t.field({
                // Named at run time: models are declared by their modules.
                type: what as never,
                nullable: true,
                description: `The ${what} concerned; null if the viewer may not see it.`,
                resolve: (result, _args, context, info) => {
                  const id = result[`${field}Id`]
                  return (typeof id === 'string' ? readOne(info, what, id, context) : null) as never
                },
              })
            : t.field({
                type: what.type as never,
                nullable: true,
                description: what.description,
                resolve: (result) => (result[field] ?? null) as never,
              }),
        ]),
      ),
    }),
  })
}
