import path from 'node:path'
import type { Chapter } from '../../kernel/sample-year.ts'
import { importAlerts } from './import-alerts.ts'

/** The samples of the 気象庁 as if they had come in: real texts, one of them a drill, none about the sample's own days. */
export const messages: Chapter = {
  title: '気象庁の電文',
  async write({ db, now }) {
    const folder = path.resolve(import.meta.dirname, '../../../../data/jma/samples')
    await importAlerts(folder, { db, clock: { now: () => now } })
  },
}
