import { useRegistryText } from '../../locales/registry.ts'

/** Says in words why a shelter was recognized as a facility. */
export function useMatchReason(): (code: string | null) => string {
  const { reasons } = useRegistryText().shelters
  return (code) => (reasons as Readonly<Record<string, string>>)[code ?? ''] ?? reasons.OTHER
}
