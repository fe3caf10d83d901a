import { defineTexts } from '../lib/texts.ts'
import { alerts } from './ja/alerts.ts'

export const useAlertsText = defineTexts(alerts, async () => (await import('./en/alerts.ts')).alerts)
