import type { UpdateResolver, UpdatesConfig } from '@urql/exchange-graphcache'

/** What is done to each record is read again: the answer tells the counts alone. */
const forgetChanges: UpdateResolver = (_result, args, cache) => {
  const { importRunId } = args.input as { importRunId: string }
  const run = { __typename: 'ImportRun', id: importRunId }
  for (const { fieldName, fieldKey } of cache.inspectFields(run))
    if (fieldName === 'changes') cache.invalidate(run, fieldKey)
}

/** What choosing between a person's values and a file's changes beside what comes back. */
export const importUpdates: NonNullable<UpdatesConfig['Mutation']> = {
  takeProtectedChanges: forgetChanges,
  keepProtectedChanges: forgetChanges,
}
