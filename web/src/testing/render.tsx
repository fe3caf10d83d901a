import { act, Suspense, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach } from 'vitest'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const open: Root[] = []

/** Draws into the test's document; taken away after the test. */
export async function render(screen: ReactNode): Promise<HTMLElement> {
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  open.push(root)
  await act(async () => root.render(<Suspense fallback={null}>{screen}</Suspense>))
  return place
}

afterEach(async () => {
  for (const root of open.splice(0)) await act(async () => root.unmount())
  document.body.innerHTML = ''
})
