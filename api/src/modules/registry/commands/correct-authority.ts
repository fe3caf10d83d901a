import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { enumOf, version } from '../../../kernel/inputs.ts'
import { RuleProblem, ValidationProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { municipalityCode, text } from '../corporation-inputs.ts'
import { findCorporation, refuseEnded } from '../corporation-writing.ts'
import * as events from '../events.ts'
import { correctAuthority as mayCorrect } from '../policy/corporation.ts'
import type { DesignatedCity } from '../rules/master-facts.ts'
import { prefectureOfCode } from '../rules/prefectures.ts'
import type { Tx } from '../../../kernel/db.ts'

const kind = enumOf('AuthorityKind', 'Who supervises a 社会福祉法人 (社会福祉法30条).', {
  PREFECTURE: '都道府県知事: the governor of a prefecture.',
  CITY: '市長, 特別区の区長 included.',
  MINISTER: '厚生労働大臣: the minister of the state.',
})

export const correctAuthority = command({
  name: 'correctAuthority',
  description:
    'Its administrator, its network’s secretariat or the system operator says which 所轄庁 a corporation really has, and why the derivation is wrong.',
  scope: 'registry:write',
  input: z.object({
    corporationId: idOf('Corporation').describe('The corporation.'),
    version: version(),
    kind: kind.describe('Who supervises it.'),
    code: municipalityCode().describe('Six digits of the prefecture or city; null for the minister.'),
    reason: text(300).describe(
      'Why, in words that others understand; shown beside it. At most 300 characters.',
    ),
  }),
  subject: (tx, { corporationId }, _viewer, now) => findCorporation(tx, corporationId, now),
  may: mayCorrect,
  async run({ tx, subject, input, emit }) {
    refuseEnded(subject)
    if (subject.kind === 'NOT_WELFARE')
      throw new RuleProblem('AUTHORITY_OF_WELFARE_ONLY', 'Only a 社会福祉法人 has a 所轄庁 of this law.')
    const authority = await namedAuthority(tx, input)
    await save(tx.corporation, subject, input.version, {
      ...authority,
      authorityCorrected: true,
      authorityReason: input.reason,
    })
    emit(
      events.AuthorityCorrected,
      { corporationId: subject.id, corrected: true },
      { audience: ['public'], entities: [globalId('Corporation', subject.id)] },
    )
    return { corporationId: subject.id }
  },
})

async function namedAuthority(
  tx: Tx,
  { kind: chosen, code }: { kind: 'PREFECTURE' | 'CITY' | 'MINISTER'; code: string | null },
) {
  if (chosen === 'MINISTER') return { authorityKind: chosen, authorityCode: null, authorityName: null }
  const name = code && (chosen === 'PREFECTURE' ? prefectureOfCode(code) : await cityName(tx, code))
  if (!code || !name)
    throw new ValidationProblem([{ path: ['code'], code: 'REQUIRED', message: 'which one' }])
  return { authorityKind: chosen, authorityCode: code, authorityName: name }
}

async function cityName(tx: Tx, code: string): Promise<string | undefined> {
  const facts = await tx.masterFact.findMany({
    where: { key: 'DESIGNATED_CITIES' },
    orderBy: { validFrom: 'desc' },
  })
  const designated = facts
    .flatMap(({ value }) => value as unknown as DesignatedCity[])
    .find((city) => city.code === code)
  if (designated) return designated.name
  // The third digit tells a city or ward from a 町 or 村.
  if (!['1', '2'].includes(code.charAt(2))) return undefined
  const found = await tx.municipality.findUnique({ where: { code }, select: { name: true } })
  return found?.name
}
