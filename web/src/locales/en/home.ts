import type { Translated } from '../../lib/texts.ts'
import type { home as japanese } from '../ja/home.ts'

export const home: Translated<typeof japanese> = { title: 'To do' }
