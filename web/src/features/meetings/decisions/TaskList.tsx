import { useState } from 'react'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import type { TaskList_DecisionFragment } from '../../../generated/graphql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { formatDay } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import type { Failure, Outcome, Problem } from '../../../lib/problems.ts'
import { useDecisionsText } from '../../../locales/decisions.ts'
import { useRuleText } from '../../../locales/rules.ts'
import { Button } from '../../../ui/Button/Button.tsx'
import { Dialog } from '../../../ui/Dialog/Dialog.tsx'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { Icon, type IconName } from '../../../ui/Icon/Icon.tsx'
import { FailureNotice } from '../../../ui/Notice/FailureNotice.tsx'
import { Notice } from '../../../ui/Notice/Notice.tsx'
import { Cell, Head, Table } from '../../../ui/Table/Table.tsx'
import { TextAreaField } from '../../../ui/TextArea/TextAreaField.tsx'

const TaskList_decision = graphql(`
  fragment TaskList_decision on Decision {
    id
    tasks(first: 50) {
      nodes {
        id
        title
        dueOn
        state
        dropReason
        version
        corporation {
          id
          name
        }
        viewerCan {
          work {
            allowed
          }
          drop {
            allowed
          }
        }
      }
    }
  }
`)

const Take = graphql(`
  mutation TaskList_take($input: TakeDecisionTaskInHandInput!) {
    takeDecisionTaskInHand(input: $input) {
      ... on TakeDecisionTaskInHandPayload {
        decisionTask {
          id
          state
          version
        }
      }
      ...Refusal
    }
  }
`)
const Finish = graphql(`
  mutation TaskList_finish($input: FinishDecisionTaskInput!) {
    finishDecisionTask(input: $input) {
      ... on FinishDecisionTaskPayload {
        decisionTask {
          id
          state
          version
        }
      }
      ...Refusal
    }
  }
`)
const Reopen = graphql(`
  mutation TaskList_reopen($input: ReopenDecisionTaskInput!) {
    reopenDecisionTask(input: $input) {
      ... on ReopenDecisionTaskPayload {
        decisionTask {
          id
          state
          dropReason
          version
        }
      }
      ...Refusal
    }
  }
`)
const Drop = graphql(`
  mutation TaskList_drop($input: DropDecisionTaskInput!) {
    dropDecisionTask(input: $input) {
      ... on DropDecisionTaskPayload {
        decisionTask {
          id
          state
          dropReason
          version
        }
      }
      ...Refusal
    }
  }
`)

type Task = TaskList_DecisionFragment['tasks']['nodes'][number]

const ICONS: Readonly<Record<Task['state'], IconName>> = {
  TO_DO: 'list',
  IN_HAND: 'clock',
  DONE: 'check',
  DROPPED: 'minus',
}

interface TaskListProps {
  decision: FragmentType<typeof TaskList_decision>
  onConflict: () => void
}

/** What has to be done because of a decision, by whom and until when. */
export function TaskList({ decision: given, onConflict }: TaskListProps) {
  const text = useDecisionsText()
  const language = useLanguage()
  const { tasks } = readFragment(TaskList_decision, given)
  const [dropping, drop] = useState<Task>()
  const [trouble, setTrouble] = useState<Failure | Problem>()
  const commands = { take: useCommand(Take), finish: useCommand(Finish), reopen: useCommand(Reopen) }
  const act = async (task: Task, how: keyof typeof commands, becomes: Task['state']) => {
    const input = { decisionTaskId: task.id, version: task.version }
    const outcome: Outcome<unknown> = await commands[how]({ input })
    if (outcome.kind === 'done') {
      setTrouble(undefined)
      return announce(text.taskChanged(task.title, text.taskStates[becomes]))
    }
    setTrouble(outcome.kind === 'failed' ? outcome.failure : outcome.problem)
    if (outcome.kind === 'refused') onConflict()
  }
  if (tasks.nodes.length === 0) return <p>{text.tasksNone}</p>
  return (
    <>
      {trouble && <Trouble trouble={trouble} />}
      <Table caption={text.tasks} captionHidden dense>
        <thead>
          <tr>
            <Head>{text.taskColumns.task}</Head>
            <Head>{text.taskColumns.due}</Head>
          </tr>
        </thead>
        <tbody>
          {tasks.nodes.map((task) => {
            const open = task.state === 'TO_DO' || task.state === 'IN_HAND'
            const button = (words: string, press: () => void) => (
              <Button kind="text" aria-label={text.ofTask(words, task.title)} onClick={press}>
                {words}
              </Button>
            )
            return (
              <tr key={task.id}>
                <th scope="row">
                  {task.title}
                  <span className="yui-row-note">{task.corporation?.name ?? text.secretariat}</span>
                  {task.dropReason && <span className="yui-row-note">{text.dropped(task.dropReason)}</span>}
                </th>
                <Cell label={text.taskColumns.due}>
                  <time dateTime={task.dueOn}>{formatDay(task.dueOn, language)}</time>
                  <span className="yui-why__state" data-quiet={task.state === 'DROPPED' || undefined}>
                    <Icon name={ICONS[task.state]} size="small" />
                    {text.taskStates[task.state]}
                  </span>
                  {(task.viewerCan.work.allowed || task.viewerCan.drop.allowed) && (
                    <span className="yui-no-print flex flex-wrap gap-x-4">
                      {task.state === 'TO_DO' &&
                        task.viewerCan.work.allowed &&
                        button(text.takeInHand, () => void act(task, 'take', 'IN_HAND'))}
                      {open &&
                        task.viewerCan.work.allowed &&
                        button(text.finish, () => void act(task, 'finish', 'DONE'))}
                      {open && task.viewerCan.drop.allowed && button(text.drop, () => drop(task))}
                      {!open &&
                        task.viewerCan.work.allowed &&
                        button(text.reopen, () => void act(task, 'reopen', 'TO_DO'))}
                    </span>
                  )}
                </Cell>
              </tr>
            )
          })}
        </tbody>
      </Table>
      <Dialog
        title={text.dropTitle(dropping?.title ?? '')}
        open={dropping !== undefined}
        onClose={() => drop(undefined)}
      >
        {dropping && <DropForm task={dropping} onClose={() => drop(undefined)} />}
      </Dialog>
    </>
  )
}

function Trouble({ trouble }: { trouble: Failure | Problem }) {
  const ruleText = useRuleText()
  if ('kind' in trouble) return <FailureNotice failure={trouble} />
  return (
    <Notice kind="bad">
      <p>{ruleText(trouble.code)}</p>
    </Notice>
  )
}

function DropForm({ task, onClose }: { task: Task; onClose: () => void }) {
  const text = useDecisionsText()
  const send = useCommand(Drop)
  const form = useForm({ defaultValues: { reason: '' } })
  return (
    <Form
      form={form}
      submit={({ reason }) => send({ input: { decisionTaskId: task.id, version: task.version, reason } })}
      onDone={() => {
        announce(text.taskChanged(task.title, text.taskStates.DROPPED))
        onClose()
      }}
    >
      <TextAreaField
        name="reason"
        label={text.dropReason}
        support={text.dropReasonSupport}
        required
        maxLength={200}
        rows={3}
      />
      <FormEnd submit={text.drop}>
        <Button onClick={onClose}>{text.close}</Button>
      </FormEnd>
    </Form>
  )
}
