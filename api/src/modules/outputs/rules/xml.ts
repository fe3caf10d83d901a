// oxlint-disable-next-line no-control-regex -- XML knows no other control characters
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

// Shown as a sign for "unreadable": left out, a name of nothing else would be an element that is missing.
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(CONTROLS, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** A finished piece of XML; text becomes one only by being escaped. */
export class Xml {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Content = Xml | string | number | null | readonly (Xml | null)[]

const innerText = (content: Exclude<Content, null>): string => {
  if (typeof content === 'string') return escaped(content)
  if (typeof content === 'number') return String(content)
  return content instanceof Xml ? content.text : content.map((one) => one?.text ?? '').join('')
}

/** An element; null where it would hold nothing, so that what nobody knows is left out. */
export function element(
  name: string,
  content: Content,
  attributes: Readonly<Record<string, string>> = {},
): Xml | null {
  const inner = content === null ? '' : innerText(content)
  if (inner === '') return null
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  return new Xml(`<${name}${said.join('')}>${inner}</${name}>`)
}
