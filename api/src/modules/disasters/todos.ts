import { dayInJapan } from '../../kernel/clock.ts'
import { globalId } from '../../kernel/ids.ts'
import type { Todo, TodoCircumstances } from '../../kernel/todos.ts'
import { openTasks, type OpenTask } from './queries/open-tasks.ts'

const CODES: Readonly<Record<OpenTask['what'], Pick<Todo, 'kind' | 'code'>>> = {
  report: { kind: 'CONFIRM', code: 'STATUS_REPORT_DUE' },
  answer: { kind: 'DECIDE', code: 'OPENING_TO_ANSWER' },
  open: { kind: 'CONFIRM', code: 'OPENING_TO_OPEN' },
  decide: { kind: 'DECIDE', code: 'OPENING_TO_DECIDE' },
  findOut: { kind: 'CONFIRM', code: 'SILENCE_TO_FIND_OUT' },
}

/** What open events want of the viewer, with the page where it is done. */
export async function eventTodos({ viewer, now, sql }: TodoCircumstances): Promise<Todo[]> {
  const tasks = await openTasks(sql, viewer, now)
  return tasks.slice(0, 100).map(({ what, about, event, eventId, facility, calledFacilityId, until }) => {
    const board = `/disasters/${globalId('DisasterEvent', eventId)}`
    return {
      ...CODES[what],
      id: `disasters.${what}:${about}`,
      params: { event, facility },
      dueOn: dayInJapan(until),
      link:
        what === 'report'
          ? `${board}/report`
          : `${board}/shelters/${globalId('CalledFacility', calledFacilityId)}`,
    }
  })
}
