import { addressKey } from '../address.ts'
import { plain } from '../text.ts'

/** An address as the registry keeps it, down to 町丁目・番地. The 郡, which the registry does not keep apart, is told from it. */
export function storedAddressKey(
  address: string,
  municipality: { readonly name: string; readonly prefecture: string },
  building: string | null,
): string | null {
  const text = plain(address)
  const start = text.startsWith(municipality.prefecture) ? municipality.prefecture.length : 0
  const name = text.indexOf(municipality.name, start)
  const before = name > start ? text.slice(start, name) : ''
  const district = /^[^\d\s]{1,6}郡$/u.test(before) ? before : null
  return addressKey(address, { ...municipality, district }, building ?? '')
}
