import type { AuthorityKind } from '../../generated/graphql.ts'
import { useCorporationText } from '../../locales/corporation.ts'

/** 「山形市長」: what a 所轄庁 is called. */
export function useAuthorityName(): (kind: AuthorityKind, name: string | null | undefined) => string {
  const { names } = useCorporationText().authority
  return (kind, name) => names[kind](name ?? '')
}
