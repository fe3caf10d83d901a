import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

/** A form that was begun and not sent, kept on this device for one person. */
export interface Draft {
  userId: string
  /** Names the form and what it is about; one draft per key. */
  key: string
  /** What the list of drafts calls it. */
  title: string
  /** Where it is continued. */
  path: string
  values: unknown
  savedAt: Date
}

interface Drafts extends DBSchema {
  draft: { key: [userId: string, key: string]; value: Draft; indexes: { user: string } }
}

let opened: Promise<IDBPDatabase<Drafts>> | undefined

function open(): Promise<IDBPDatabase<Drafts>> {
  return (opened ??= openDB<Drafts>('yui', 1, {
    upgrade(database) {
      const store = database.createObjectStore('draft', { keyPath: ['userId', 'key'] })
      store.createIndex('user', 'userId')
    },
  }))
}

const changes = new Set<() => void>()

/** Runs the listener whenever a draft of this tab is kept or removed. */
export function onDraftsChanged(listener: () => void): () => void {
  changes.add(listener)
  return () => changes.delete(listener)
}

const changed = () => changes.forEach((listener) => listener())

/** Keeps a draft, over the one before. */
export async function keepDraft(draft: Draft): Promise<void> {
  await (await open()).put('draft', draft)
  changed()
}

/** The draft of a form, if there is one. */
export async function findDraft(userId: string, key: string): Promise<Draft | undefined> {
  return (await open()).get('draft', [userId, key])
}

/** Forgets a draft: it was sent, or thrown away. */
export async function removeDraft(userId: string, key: string): Promise<void> {
  await (await open()).delete('draft', [userId, key])
  changed()
}

/** Drafts of one person, latest first. */
export async function listDrafts(userId: string): Promise<Draft[]> {
  const drafts = await (await open()).getAllFromIndex('draft', 'user', userId)
  return drafts.toSorted((one, other) => other.savedAt.getTime() - one.savedAt.getTime())
}

/** Forgets every draft of a person; for signing out of a computer that others use too. */
export async function clearDrafts(userId: string): Promise<void> {
  const database = await open()
  const keys = await database.getAllKeysFromIndex('draft', 'user', userId)
  await Promise.all(keys.map((key) => database.delete('draft', key)))
  changed()
}
