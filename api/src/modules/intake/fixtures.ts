import { runCommand } from '../../kernel/command.ts'
import { globalId, newId } from '../../kernel/ids.ts'
import type { Chapter, SampleYear } from '../../kernel/sample-year.ts'
import { guest, type Seat } from '../../kernel/viewer.ts'
import { sendIntakeEntries } from './commands/send-intake-entries.ts'
import { asSent, type Entry, type Field } from './rules/entries.ts'
import { fold } from './rules/fold.ts'
import * as write from './rules/writing.ts'

type Said = Readonly<Partial<Record<Field, string>>>

const PEOPLE: readonly Said[] = [
  {
    NAME: '見本 いちこ',
    KANA: 'ミホン イチコ',
    BIRTH_YEAR: '1938',
    AGE_BAND: '85-',
    SEX: 'FEMALE',
    TOWN: '見本町一丁目',
    NEEDS: 'OLDER_PERSON',
    STAY: 'NIGHT',
    CARE_LEVEL: '要介護2（見本）',
    DIET: 'やわらかいもの',
    DEVICES: '歩行器',
    KEY_PERSON: '見本 いつお（長男）',
    SEARCH_CONSENT: 'YES',
    SHARE_CONSENT: 'YES',
  },
  {
    NAME: '見本 ふたば',
    KANA: 'ミホン フタバ',
    BIRTH_YEAR: '1996',
    SEX: 'FEMALE',
    TOWN: '見本町二丁目',
    FAMILY: '見本 みつば（生後4か月）',
    NEEDS: 'PREGNANCY',
    STAY: 'NIGHT',
    SEARCH_CONSENT: 'UNKNOWN',
  },
  {
    NAME: '見本 よしお',
    KANA: 'ミホン ヨシオ',
    BIRTH_YEAR: '1961',
    SEX: 'MALE',
    TOWN: '見本町三丁目',
    NEEDS: 'DISABILITY,MEDICAL_CARE',
    STAY: 'NIGHT',
    DEVICES: '吸引器（電源が要る）',
    COMMUNICATION: '筆談',
    SEARCH_CONSENT: 'NO',
  },
]

/** A sample shelter in a drill: the one of the module disasters where there is one, else one of its own. */
async function sampleOpening({ db, now, daysAgo }: SampleYear) {
  const facility = await db.facility.findFirstOrThrow({
    where: { sample: true, name: { endsWith: '見本あおば荘' } },
    include: { corporation: { select: { id: true } } },
  })
  const standing = await db.shelterOpening.findFirst({
    where: { facilityId: facility.id, state: { in: ['OPEN', 'FULL'] }, event: { drill: true } },
  })
  if (standing) return { facility, opening: standing }
  const { id: platformId } = await db.platform.findFirstOrThrow({
    where: { sample: true, memberships: { some: { corporationId: facility.corporation?.id ?? '' } } },
    orderBy: { createdAt: 'asc' },
  })
  const openedAt = daysAgo(1, '09:00')
  const event = await db.disasterEvent.create({
    data: {
      platformId,
      name: '見本の受け入れ訓練',
      hazard: 'EARTHQUAKE',
      drill: true,
      startedAt: openedAt,
      areas: [],
      firstReportMinutes: 60,
      reportEveryMinutes: 180,
      presumedSeriousMinutes: 120,
      buddyMinutes: 30,
      councilMinutes: 60,
      openedAt,
    },
  })
  const opening = await db.shelterOpening.create({
    data: {
      id: newId(now),
      eventId: event.id,
      facilityId: facility.id,
      state: 'OPEN',
      decidedAt: openedAt,
      openedAt,
    },
  })
  return { facility, opening }
}

function pen(now: Date): write.Pen {
  let sequence = 0
  const deviceId = newId(now)
  return { deviceId, next: () => ({ id: newId(now), sequence: ++sequence, at: now.toISOString() }) }
}

/** Two desks of a drill: a headcount, three people, one entered twice, one disagreement, and for whom a place is sought. */
export const intake: Chapter = {
  title: '見本の受け入れ（訓練）',
  async write(year) {
    const { db, now } = year
    if (await db.intakeBook.findFirst({ where: { opening: { facility: { sample: true } } } })) return
    const { facility, opening } = await sampleOpening(year)
    const staff = await db.user.findUniqueOrThrow({ where: { email: 'taro@example.com' } })
    const seat: Seat = {
      key: `FACILITY:${facility.id}`,
      kind: 'FACILITY',
      id: facility.id,
      name: facility.name,
      corporationId: facility.corporation?.id ?? null,
      facilityId: facility.id,
      platformId: null,
      municipalityCode: null,
      roles: ['FACILITY_STAFF'],
    }
    const viewer = { ...guest, userId: staff.id, secondFactor: true, seats: [seat], acting: seat }

    const [desk, other] = [pen(now), pen(now)]
    const heads = write.countHeads(desk, fold([]), { people: 6, need: 'OLDER_PERSON', stay: 'NIGHT' })
    const entries: Entry[] = [heads]
    const describe = (by: write.Pen, added: Entry, said: Said) => {
      entries.push(added)
      const bare = { id: added.id, fields: {} }
      for (const [field, value] of Object.entries(said))
        entries.push(write.setField(by, bare, field as Field, value))
    }
    for (const [index, said] of PEOPLE.entries())
      describe(
        desk,
        index === 0 ? write.nameFromHeadcount(desk, heads.id) : write.addPerson(desk, fold(entries)),
        said,
      )
    // Another desk, which has not heard of it, enters the last one again, with another town for the first.
    const seen = fold(entries)
    const again = { NAME: '見本 よしを', KANA: 'ミホン ヨシオ', BIRTH_YEAR: '1961', NEEDS: 'DISABILITY' }
    describe(other, write.addPerson(other, seen), again)
    const first = seen.persons.find(({ fields }) => fields.NAME?.[0]?.value === '見本 いちこ')
    if (first)
      entries.push(
        write.setField(desk, first, 'DIET', 'ふつう'),
        write.setField(other, first, 'DIET', '刻み食'),
      )
    // A mother of a newborn by name, and two who were only counted: not here for long.
    const state = fold(entries)
    const mother = state.persons.find(({ fields }) => fields.NAME?.[0]?.value === '見本 ふたば')
    if (mother)
      entries.push(
        write.refer(
          desk,
          { persons: [mother.id], heads: null },
          { urgency: 'SOON', needs: [], equipment: [] },
        ),
      )
    entries.push(
      write.refer(
        desk,
        { persons: [], heads: { group: heads.id, people: 2 } },
        { urgency: 'NORMAL', needs: ['OLDER_PERSON'], equipment: [] },
      ),
    )
    const context = { viewer, clock: { now: () => now }, db, requestId: null }
    await runCommand(
      sendIntakeEntries,
      { openingId: globalId('ShelterOpening', opening.id), entries: entries.map(asSent) },
      context,
    )
  },
}
