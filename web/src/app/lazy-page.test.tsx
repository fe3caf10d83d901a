// @vitest-environment happy-dom
import { act, Component, type ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { render } from '../testing/render.tsx'
import { lazyPage } from './lazy-page.ts'

class Boundary extends Component<{ children: ReactNode }> {
  override state = { broken: false }
  static getDerivedStateFromError = () => ({ broken: true })
  override render = () => (this.state.broken ? <p>broken</p> : this.props.children)
}

test('a page is fetched once and drawn', async () => {
  const load = vi.fn<() => Promise<{ Home: () => ReactNode }>>(() =>
    Promise.resolve({ Home: () => <p>home</p> }),
  )
  const Page = lazyPage(load, 'Home')
  await Page.preload()
  const place = await render(<Page />)
  expect(place.textContent).toBe('home')
  expect(load).toHaveBeenCalledOnce()
})

test('what cannot be fetched is told, and fetched again when somebody tries again', async () => {
  const error = new TypeError('Failed to fetch dynamically imported module')
  const load = vi
    .fn<() => Promise<{ Home: () => ReactNode }>>()
    .mockRejectedValueOnce(error)
    .mockResolvedValue({ Home: () => <p>home</p> })
  const Page = lazyPage(load, 'Home')
  await Page.preload()

  const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const place = await render(
    <Boundary>
      <Page />
    </Boundary>,
  )
  complaints.mockRestore()
  expect(place.textContent).toBe('broken')

  await act(() => Page.preload())
  expect((await render(<Page />)).textContent).toBe('home')
})
