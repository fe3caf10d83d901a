import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { draftKeeper } from './draft-keeper.ts'
import { clearDrafts, findDraft, keepDraft, listDrafts, onDraftsChanged, removeDraft } from './drafts.ts'

const draft = (userId: string, key: string, savedAt: string) => ({
  userId,
  key,
  title: '連絡先の変更',
  path: '/facilities/1',
  values: { name: key },
  savedAt: new Date(savedAt),
})

afterEach(() => vi.useRealTimers())

test('a draft belongs to one person', async () => {
  await keepDraft(draft('hanako', 'contacts:1', '2026-11-23T09:40:00Z'))
  expect(await findDraft('hanako', 'contacts:1')).toMatchObject({ values: { name: 'contacts:1' } })
  expect(await findDraft('ichiro', 'contacts:1')).toBeUndefined()
})

test('drafts are listed latest first, and told when they change', async () => {
  const changed = vi.fn<() => void>()
  const stop = onDraftsChanged(changed)
  await keepDraft(draft('saburo', 'first', '2026-11-23T09:40:00Z'))
  await keepDraft(draft('saburo', 'second', '2026-11-24T09:40:00Z'))
  expect((await listDrafts('saburo')).map(({ key }) => key)).toEqual(['second', 'first'])
  await removeDraft('saburo', 'second')
  stop()
  await removeDraft('saburo', 'first')
  expect(await listDrafts('saburo')).toEqual([])
  expect(changed).toHaveBeenCalledTimes(3)
})

test('leaving a shared computer forgets the drafts of that person only', async () => {
  await keepDraft(draft('shiro', 'one', '2026-11-23T09:40:00Z'))
  await keepDraft(draft('goro', 'two', '2026-11-23T09:40:00Z'))
  await clearDrafts('shiro')
  expect(await listDrafts('shiro')).toEqual([])
  expect(await listDrafts('goro')).toHaveLength(1)
})

test('a keeper writes once after the typing pauses, and at once when the page goes away', async () => {
  const kept = vi.fn<(savedAt: Date | undefined) => void>()
  let typed = 'a'
  const slot = { userId: 'rokuro', key: 'form', title: '', path: '/' }
  const keeper = draftKeeper(slot, () => ({ typed }), kept)
  keeper.keepSoon()
  typed = 'ab'
  keeper.keepSoon()
  keeper.flush()
  keeper.flush()
  await vi.waitFor(() => expect(kept).toHaveBeenCalledOnce())
  expect(await findDraft('rokuro', 'form')).toMatchObject({ values: { typed: 'ab' } })
})

test('nothing is kept of a form that was sent', async () => {
  const kept = vi.fn<(savedAt: Date | undefined) => void>()
  const slot = { userId: 'shichiro', key: 'form', title: '', path: '/' }
  const keeper = draftKeeper(slot, () => ({}), kept)
  keeper.keepSoon()
  keeper.forget({ forGood: true })
  keeper.keepSoon()
  keeper.flush()
  await vi.waitFor(() => expect(kept).toHaveBeenCalledWith(undefined))
  expect(await findDraft('shichiro', 'form')).toBeUndefined()
})
