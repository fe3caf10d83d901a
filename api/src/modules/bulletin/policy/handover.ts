import { allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, type Viewer } from '../../../kernel/viewer.ts'

/** What a secretariat hands over: whole for the secretariat and the chair; the auditor reads the index alone. */
export function takePackage(viewer: Viewer, { platformId }: { readonly platformId: string }): Verdict {
  if (!actsAs(viewer, 'PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR', 'PLATFORM_AUDITOR'))
    return deny('ONLY_OFFICERS_HAND_OVER')
  return viewer.acting?.platformId === platformId ? allow : deny('NOT_YOUR_NETWORK')
}

/** Whether documents and people's contacts are in it. */
export const takesEverything = (viewer: Viewer): boolean =>
  actsAs(viewer, 'PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR')

/** Contacts that are the secretariat's alone are so here too. */
export const contactAudiences = (viewer: Viewer): readonly ('NETWORK' | 'SECRETARIAT')[] =>
  actsAs(viewer, 'PLATFORM_SECRETARIAT') ? ['NETWORK', 'SECRETARIAT'] : ['NETWORK']

/** Dues are the secretariat's and the auditor's to read, in the package as on their page; the chair has them from neither. */
export const readsDues = (viewer: Viewer): boolean =>
  actsAs(viewer, 'PLATFORM_SECRETARIAT', 'PLATFORM_AUDITOR')
