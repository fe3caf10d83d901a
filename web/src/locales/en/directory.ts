import type { Translated } from '../../lib/texts.ts'
import type { directory as japanese } from '../ja/directory.ts'

export const directory: Translated<typeof japanese> = {
  title: 'Without logging in',
  body: 'Everybody can look for facilities and services in the public directory.',
  open: 'Directory of welfare facilities',
  publicPage: 'The page everybody can see',
}
