import type { CommunityAreaKind } from '../../generated/prisma/enums.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Issue } from '../../kernel/problems.ts'
import { assertNoIssues } from './facility-writing.ts'
import { plain } from './rules/text.ts'

/** An area as a form gives it: one of the list, a name that the list lacks, or neither. */
interface GivenArea {
  readonly id: string | null
  readonly name: string | null
}

interface GivenAreas {
  readonly level1Area: GivenArea
  readonly level2Area: GivenArea
  readonly schoolDistrict: GivenArea
}

const KINDS: Readonly<Record<keyof GivenAreas, CommunityAreaKind>> = {
  level1Area: 'LEVEL1',
  level2Area: 'LEVEL2',
  schoolDistrict: 'SCHOOL_DISTRICT',
}

/**
 * The keys of the areas that were given. A name that the municipality's list lacks joins it as 未確認, with who said so as
 * its source; the operator confirms it later.
 */
export async function areasOf(
  tx: Tx,
  given: GivenAreas,
  { municipalityCode, source, today }: { municipalityCode: string; source: string; today: Date },
) {
  const issues: Issue[] = []
  const keyOf = async (field: keyof GivenAreas): Promise<string | null> => {
    const { id, name } = given[field]
    const kind = KINDS[field]
    if (id) {
      const area = await tx.communityArea.findUnique({ where: { id } })
      if (area?.municipalityCode === municipalityCode && area.kind === kind) return id
      issues.push({ path: [field, 'id'], code: 'AREA_ELSEWHERE', message: 'not an area of the municipality' })
      return null
    }
    if (!name) return null
    const key = { municipalityCode, kind, name: plain(name) }
    const area = await tx.communityArea.upsert({
      where: { municipalityCode_kind_name: key },
      create: { ...key, source, validFrom: today },
      update: {},
    })
    return area.id
  }
  const level1AreaId = await keyOf('level1Area')
  const level2AreaId = await keyOf('level2Area')
  const schoolDistrictId = await keyOf('schoolDistrict')
  assertNoIssues(issues)
  return { level1AreaId, level2AreaId, schoolDistrictId }
}
