export interface TextPart {
  readonly text: string
  /** Where it leads, if it is an address. */
  readonly address: string | null
}

/** Letters of an address; what closes a sentence in Japanese or English is none of it. */
const ADDRESS = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/g

/** Cuts a text into what is an address on the web and what is not. */
export function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = found.replace(/[.,;:!?)\]'*]+$/, '')
    if (!URL.canParse(address)) continue
    if (index > end) parts.push({ text: text.slice(end, index), address: null })
    parts.push({ text: address, address })
    end = index + address.length
  }
  if (end < text.length) parts.push({ text: text.slice(end), address: null })
  return parts
}
