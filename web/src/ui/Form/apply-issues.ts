import { get, type FieldValues, type Path, type UseFormReturn } from 'react-hook-form'
import type { Issue } from '../../lib/problems.ts'

/**
 * Puts what the API found wrong onto the fields it means. Returns the issues that name no field of the form;
 * they can only be told in the summary.
 */
export function applyIssues<Values extends FieldValues>(
  form: Pick<UseFormReturn<Values>, 'setError' | 'getValues'>,
  issues: readonly Issue[],
): Issue[] {
  const homeless: Issue[] = []
  const told = new Set<string>()
  for (const issue of issues) {
    const name = fieldOf(form.getValues(), issue.path)
    if (!name) homeless.push(issue)
    // One sentence per field: the first says what to do, the rest would only argue with it.
    else if (!told.has(name)) {
      told.add(name)
      form.setError(name as Path<Values>, { type: issue.code })
    }
  }
  return homeless
}

/** The longest part of the path that is a field; a mistake inside a composite value belongs to the whole. */
function fieldOf(values: FieldValues, path: readonly string[]): string | undefined {
  const parts = path[0] === 'input' ? path.slice(1) : path
  for (let length = parts.length; length > 0; length--) {
    const name = parts.slice(0, length).join('.')
    if (get(values, name) !== undefined) return name
  }
  return undefined
}
