import type { Page } from '@playwright/test'

/** Types kana through an input method and leaves the conversion open, as it is before the person confirms it. */
export async function beginConversion(page: Page, kana: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', {
    text: kana,
    selectionStart: kana.length,
    selectionEnd: kana.length,
  })
}

/**
 * The Enter that confirms a conversion: Chromium sends it to the page with key code 229, then ends the composition.
 * Nothing of the page may take it for "send".
 */
export async function confirmConversion(page: Page, converted: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 }
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter })
  await session.send('Input.insertText', { text: converted })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter, windowsVirtualKeyCode: 13 })
}
