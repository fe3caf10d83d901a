import { expect, type Page } from '@playwright/test'

export const sizes = {
  pc: { width: 1280, height: 900 },
  /** The narrowest phone we promise. */
  phone: { width: 360, height: 740 },
  /** A 4K screen without scaling. */
  wall: { width: 3840, height: 2160 },
} as const

/** Nothing sticks out of the screen: no reading by scrolling sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { content, screen, widest } = await page.evaluate(() => {
    const screen = document.documentElement.clientWidth
    const sticking = [...document.querySelectorAll('main *, header *, nav *')].filter((element) => {
      const { right, width } = element.getBoundingClientRect()
      return width > 0 && right > screen + 1 && !element.closest('[data-scrolls], .sr-only')
    })
    return {
      screen,
      content: document.documentElement.scrollWidth,
      widest: sticking.slice(0, 3).map((element) => element.outerHTML.slice(0, 160)),
    }
  })
  expect({ content, widest }, `${page.url()} at ${screen} px`).toEqual({ content: screen, widest: [] })
}
