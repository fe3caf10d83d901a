import { act, Suspense, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach } from 'vitest'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const open: Root[] = []

/** Draws into the test's document; taken away after the test. */
export const render = async (screen: ReactNode): Promise<HTMLElement> => (await renderTwice(screen)).place

/** Draws, and draws once more with what has changed. */
export async function renderTwice(screen: ReactNode) {
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  open.push(root)
  const again = (next: ReactNode) => act(async () => root.render(<Suspense fallback={null}>{next}</Suspense>))
  await again(screen)
  return { place, again }
}

afterEach(async () => {
  for (const root of open.splice(0)) await act(async () => root.unmount())
  document.body.innerHTML = ''
})
