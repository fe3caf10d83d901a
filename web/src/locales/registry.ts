import { defineTexts } from '../lib/texts.ts'
import { registry } from './ja/registry.ts'

export const useRegistryText = defineTexts(registry, async () => (await import('./en/registry.ts')).registry)
