// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { act } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { emptyDate } from '../../lib/dates.ts'
import { findDraft, keepDraft } from '../../lib/drafts.ts'
import { toDigits } from '../../lib/digits.ts'
import type { Outcome } from '../../lib/problems.ts'
import { signedInUser } from '../../lib/session.ts'
import { render, renderTwice } from '../../testing/render.tsx'
import { DateFields } from '../DateFields/DateFields.tsx'
import { InDialog } from '../Dialog/in-dialog.ts'
import { TextField } from '../TextField/TextField.tsx'
import { Form } from './Form.tsx'
import { FormEnd } from './FormEnd.tsx'
import { useForm } from './use-form.ts'

const submit = vi.fn<(values: unknown) => Promise<Outcome<object>>>()
const onDone = vi.fn<(payload: object) => void>()

function Contact() {
  const form = useForm({
    defaultValues: { name: '', phone: '', startsOn: emptyDate },
    draft: { key: 'contact:1', title: '連絡先の変更', path: '/facilities/1' },
  })
  return (
    <Form form={form} submit={submit} onDone={onDone}>
      <TextField name="name" label="名前" required errors={{ REQUIRED: '姓と名を入力してください。' }} />
      <TextField name="phone" label="電話" clean={toDigits} />
      <DateFields name="startsOn" label="担当になった日" />
      <FormEnd submit="保存する" />
    </Form>
  )
}

beforeEach(() => {
  signedInUser.set(null)
  submit.mockReset()
  onDone.mockReset()
})

const find = (place: HTMLElement, selector: string): HTMLElement => {
  const found = place.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`No ${selector} in ${place.innerHTML}`)
  return found
}

async function type(place: HTMLElement, selector: string, value: string): Promise<void> {
  const input = find(place, selector)
  await act(async () => {
    // React keeps a setter of its own on the element; the prototype's is the one that looks like typing.
    Reflect.set(HTMLInputElement.prototype, 'value', value, input)
    input.dispatchEvent(new Event('input', { bubbles: true }))
    input.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  })
}

async function send(place: HTMLElement): Promise<void> {
  await act(async () =>
    find(place, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
  )
}

test('what is missing is told in the summary, which takes the focus, and at the field', async () => {
  const place = await render(<Contact />)
  await send(place)
  const summary = find(place, '.yui-errors')
  expect(submit).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(summary)
  expect(summary.textContent).toBe('1か所を直してください姓と名を入力してください')
  const input = find(place, '[name=name]')
  expect(input.getAttribute('aria-invalid')).toBe('true')
  expect(find(place, `#${CSS.escape(input.getAttribute('aria-describedby') ?? '')}`).textContent).toBe(
    '＊姓と名を入力してください。',
  )

  // What the form notes of the field that is entered, a moment later, belongs to the click.
  await act(async () => {
    find(summary, 'a').click()
    await vi.waitFor(() => expect(document.activeElement).toBe(input))
  })
})

test('what the API objects to is told the same way', async () => {
  submit.mockResolvedValue({
    kind: 'refused',
    problem: {
      __typename: 'ValidationProblem',
      code: 'VALIDATION',
      message: '',
      issues: [
        { path: ['phone'], code: 'WRONG_FORMAT', message: '' },
        { path: ['version'], code: 'REQUIRED', message: 'is missing' },
      ],
    },
  })
  const place = await render(<Contact />)
  await type(place, '[name=name]', '見本 一郎')
  await send(place)
  expect([...place.querySelectorAll('.yui-errors li')].map((item) => item.textContent)).toEqual([
    '電話の書き方を確かめてください',
    'この画面にない項目に誤りがあります（version：is missing）。',
  ])
  expect(onDone).not.toHaveBeenCalled()
})

test.each([
  [
    {
      kind: 'refused',
      problem: { __typename: 'ConflictProblem', code: 'CONFLICT', message: '', currentVersion: 5 },
    },
    'ほかの人が先に変更しました。最新の内容を読み直してから、もう一度入力してください。',
  ],
  [
    { kind: 'refused', problem: { __typename: 'RuleProblem', code: 'SOMETHING_NEW', message: '' } },
    '決まりにより、この操作は行えません。',
  ],
  [
    { kind: 'failed', failure: { kind: 'FAULT', incidentId: '7f3a' } },
    '申し訳ありません。システムの側で問題が起きました。お問い合わせのときは、番号 7f3a をお知らせください。',
  ],
] satisfies [Outcome<object>, string][])('%o is told in words', async (outcome, sentence) => {
  submit.mockResolvedValue(outcome)
  const place = await render(<Contact />)
  await type(place, '[name=name]', '見本 一郎')
  await send(place)
  expect(find(place, '.yui-errors').textContent).toBe(sentence)
})

test('numbers are tidied when the cursor leaves; names never are', async () => {
  submit.mockResolvedValue({ kind: 'done', payload: {} })
  const place = await render(<Contact />)
  await type(place, '[name=name]', '\u{FA19}田　㈱')
  await type(place, '[name=phone]', '０２３ー６８４ー２３９１')
  await send(place)
  expect(submit.mock.calls[0]?.[0]).toMatchObject({ name: '\u{FA19}田　㈱', phone: '023-684-2391' })
  expect(onDone).toHaveBeenCalledOnce()
})

test('a second press while the first is on its way sends nothing', async () => {
  let answer: (outcome: Outcome<object>) => void = () => undefined
  submit.mockImplementation(() => new Promise((resolve) => (answer = resolve)))
  const place = await render(<Contact />)
  await type(place, '[name=name]', '見本 一郎')
  await send(place)
  await send(place)
  expect(submit).toHaveBeenCalledOnce()
  await act(async () => answer({ kind: 'done', payload: {} }))
  expect(onDone).toHaveBeenCalledOnce()
})

test('a wrong date is told in the box that is wrong', async () => {
  const place = await render(<Contact />)
  await type(place, '[name=name]', '見本 一郎')
  await type(place, '[id$=startsOn-year]', 'S64.1.8')
  await send(place)
  expect(find(place, '.yui-errors li').textContent).toBe('昭和にない日付です。元号か年を直してください')
  expect(find(place, '[id$=startsOn-year]').getAttribute('aria-invalid')).toBe('true')
  await act(async () => find(place, '.yui-errors a').click())
  await act(() => vi.waitFor(() => expect(document.activeElement).toBe(find(place, '[id$=startsOn-year]'))))
})

test('what was typed survives, and is gone once it was sent', async () => {
  signedInUser.set('hanako')
  await keepDraft({
    userId: 'hanako',
    key: 'contact:1',
    title: '連絡先の変更',
    path: '/facilities/1',
    values: { name: '見本 三郎', phone: '', startsOn: emptyDate },
    savedAt: new Date('2026-11-23T09:40:00Z'),
  })
  submit.mockResolvedValue({ kind: 'done', payload: {} })
  const place = await render(<Contact />)
  await act(() => vi.waitFor(() => find(place, '.yui-notice')))
  expect(find(place, '.yui-notice').textContent).toContain(
    '2026年11月23日（月）18:40 に保存した下書きの続きです。',
  )
  expect((find(place, '[name=name]') as HTMLInputElement).value).toBe('見本 三郎')
  await send(place)
  await act(() => vi.waitFor(async () => expect(await findDraft('hanako', 'contact:1')).toBeUndefined()))
})

interface Record_ {
  name: string
  phone: string
}

function Kept({ record }: { record: Record_ }) {
  const form = useForm({ defaultValues: record, follows: true })
  return (
    <Form form={form} submit={submit} onDone={onDone} onConflict={() => {}}>
      <TextField name="name" label="名前" />
      <TextField name="phone" label="電話" />
      <FormEnd submit="保存する" />
    </Form>
  )
}

const valueOf = (place: HTMLElement, name: string) =>
  (find(place, `[name=${name}]`) as HTMLInputElement).value

test('a form follows its record: the answer of a save takes nothing away that was typed meanwhile', async () => {
  const answer = Promise.withResolvers<Outcome<object>>()
  submit.mockReturnValueOnce(answer.promise)
  const { place, again } = await renderTwice(<Kept record={{ name: '山', phone: '023' }} />)
  const input = find(place, '[name=name]')
  await type(place, '[name=name]', '山形')
  await send(place)
  await type(place, '[name=name]', '山形の会')
  await again(<Kept record={{ name: '山形', phone: '024' }} />)
  await act(async () => answer.resolve({ kind: 'done', payload: {} }))
  expect(find(place, '[name=name]')).toBe(input)
  expect(valueOf(place, 'name')).toBe('山形の会')
  expect(valueOf(place, 'phone')).toBe('024')
  expect(onDone).toHaveBeenCalledWith({}, true)
  expect(place.textContent).not.toContain('ほかの人')
  submit.mockResolvedValueOnce({ kind: 'done', payload: {} })
  await send(place)
  expect(submit).toHaveBeenLastCalledWith({ name: '山形の会', phone: '024' })
})

test('what somebody else changed is filled in beside what is being typed, and said where both touched it', async () => {
  const { place, again } = await renderTwice(<Kept record={{ name: '山', phone: '023' }} />)
  await type(place, '[name=name]', '山形')
  await again(<Kept record={{ name: '山', phone: '024' }} />)
  expect([valueOf(place, 'name'), valueOf(place, 'phone')]).toEqual(['山形', '024'])
  expect(place.textContent).not.toContain('ほかの人')
  await again(<Kept record={{ name: '川', phone: '024' }} />)
  expect([valueOf(place, 'name'), valueOf(place, 'phone')]).toEqual(['山形', '024'])
  expect(place.textContent).toContain('ほかの人もこの内容を変えました')
})

test('a form that begins anew after it was sent begins with what was typed meanwhile', async () => {
  const answer = Promise.withResolvers<Outcome<object>>()
  submit.mockReturnValueOnce(answer.promise)
  function Asks() {
    const form = useForm({ defaultValues: { name: '' } })
    return (
      <Form form={form} submit={submit} onDone={() => form.hookForm.reset()}>
        <TextField name="name" label="名前" />
        <FormEnd submit="送る" />
      </Form>
    )
  }
  const place = await render(<Asks />)
  await type(place, '[name=name]', '一つめ')
  await send(place)
  await type(place, '[name=name]', '二つめ')
  await act(async () => answer.resolve({ kind: 'done', payload: {} }))
  expect(valueOf(place, 'name')).toBe('二つめ')
})

test('in a dialog, which closes with the answer, nothing can be typed while it is on its way; beside one it can', async () => {
  for (const inDialog of [true, false]) {
    let answer: (outcome: Outcome<object>) => void = () => {}
    submit.mockImplementation(
      () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    )
    const place = await render(
      <InDialog value={inDialog}>
        <Contact />
      </InDialog>,
    )
    await type(place, '[name=name]', '見本 花子')
    const rests = () => find(place, '[name=name]').closest('[inert]') !== null
    expect(rests()).toBe(false)
    await send(place)
    expect(rests()).toBe(inDialog)
    await act(async () => answer({ kind: 'failed', failure: { kind: 'offline' } } as never))
    expect(rests()).toBe(false)
    expect(document.activeElement).toBe(find(place, '.yui-errors'))
  }
})
