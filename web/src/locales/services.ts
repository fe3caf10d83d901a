import { defineTexts } from '../lib/texts.ts'
import { services } from './ja/services.ts'

export const useServicesText = defineTexts(services, async () => (await import('./en/services.ts')).services)
