import type { AidKind, StaffSkill } from '../../generated/graphql.ts'
import type { useMutualaidText } from '../../locales/mutualaid.ts'

type Texts = ReturnType<typeof useMutualaidText>

interface Wanted {
  readonly kind: AidKind
  readonly skill?: StaffSkill | null | undefined
  readonly item?: { readonly name: string; readonly unit: string } | null | undefined
}

/** In what the help is counted. */
export const unitOf = ({ kind, item }: Wanted, texts: Texts): string =>
  kind === 'GOODS' ? (item?.unit ?? '') : texts.units[kind]

/** What is asked for, in words. */
export const nameOf = ({ kind, skill, item }: Wanted, texts: Texts): string =>
  (kind === 'STAFF' && skill ? texts.skills[skill] : item?.name) ?? texts.kinds[kind]
