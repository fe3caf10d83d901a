import { defineTexts } from '../lib/texts.ts'
import { network } from './ja/network.ts'

export const useNetworkText = defineTexts(network, async () => (await import('./en/network.ts')).network)
