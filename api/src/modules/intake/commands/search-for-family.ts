import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf, newId } from '../../../kernel/ids.ts'
import { enumOf } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { seal } from '../../../kernel/sealing.ts'
import { findOpening, holdBook, keyOf, readEntries } from '../book.ts'
import { keepIntake } from '../policy/intake.ts'
import { findPerson, SEARCHES_PER_HOUR } from '../rules/family-search.ts'
import { fold } from '../rules/fold.ts'

const identityCheck = enumOf('IdentityCheck', 'How staff made sure who asks.', {
  PHOTO_ID: 'A document with a photograph.',
  TWO_PAPERS: 'Two papers without a photograph.',
  KNOWN: 'The asker is known to the staff.',
  CALLED_BACK: 'Called back at a number the person taken in had given.',
})

const HOUR = 3_600_000
const line = (max: number) => z.string().trim().min(1).max(max)

/** 「家族をさがす」 */
export const searchForFamily = command({
  name: 'searchForFamily',
  description:
    'The staff of a shelter, having made sure who asks, look for one person in the shelters of the event. Only a person who agreed to be found is found, by the whole reading and year of birth or town; there is no list. Every search is kept.',
  secret: ['asker', 'relation', 'kana', 'birthYear', 'town', 'place', 'whereabouts'],
  input: z.object({
    openingId: idOf('ShelterOpening').describe('The shelter where somebody asks.'),
    asker: line(100).describe('Name of the person who asks.'),
    relation: line(50).describe('How they are related.'),
    checked: identityCheck.describe('What was checked.'),
    kana: line(100).describe('The whole reading of the name of the person looked for.'),
    birthYear: z
      .string()
      .regex(/^\d{4}$/)
      .nullable()
      .describe('Year of birth; this or the town is needed.'),
    town: z.string().trim().max(100).nullable().describe('Town; this or the year of birth is needed.'),
  }),
  subject: (tx, { openingId }) => findOpening(tx, openingId),
  may: keepIntake,
  auditSubject: (_result, { openingId }) => ({ type: 'ShelterOpening', id: openingId }),
  async run({ tx, subject: opening, input, viewer, now }) {
    if (!input.birthYear && !input.town)
      throw new RuleProblem('SEARCH_NEEDS_YEAR_OR_TOWN', 'Year of birth or town is needed.')
    const recent = await tx.intakeSearch.count({
      where: { askedByUserId: viewer.userId, askedAt: { gt: new Date(now.getTime() - HOUR) } },
    })
    if (recent >= SEARCHES_PER_HOUR)
      throw new RuleProblem('TOO_MANY_SEARCHES', 'Too many searches in an hour.')
    const { book, key } = await holdBook(tx, opening.openingId, newId(now))
    const books = await tx.intakeBook.findMany({
      where: { opening: { eventId: opening.eventId }, wrappedKey: { not: null } },
      include: { opening: { select: { facility: { select: { name: true, phone: true } } } } },
    })
    const states = []
    for (const one of books) {
      const open = keyOf(one)
      if (open)
        states.push({
          facility: one.opening.facility,
          state: fold(await readEntries(tx, { book: one, key: open })),
        })
    }
    const found = findPerson(
      states.map(({ state }) => state),
      input,
    )
    const shelter = states.find(({ state }) => state.persons.some(({ id }) => id === found?.id))?.facility
    const id = newId(now)
    const asked = {
      asker: input.asker,
      relation: input.relation,
      kana: input.kana,
      birthYear: input.birthYear,
      town: input.town,
    }
    await tx.intakeSearch.create({
      data: {
        id,
        bookId: book.id,
        sealed: seal(key, JSON.stringify(asked), `intake search ${id}`),
        answered: found !== null,
        askedAt: now,
        askedByUserId: viewer.userId,
      },
    })
    return {
      found: found !== null,
      whereabouts: found ? (found.here ? 'HERE' : (found.destination ?? 'OTHER')) : null,
      place: found && shelter ? [shelter.name, shelter.phone].filter(Boolean).join(' ') : null,
    }
  },
})
