import { SaxesParser } from 'saxes'

/** An element with its local name: the messages use one name for one thing, whatever its namespace. */
export interface Element {
  readonly name: string
  readonly namespace: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  /** What is written directly in it, without blanks around it. */
  readonly text: string
}

export type XmlProblem = 'NOT_XML' | 'DOCTYPE' | 'TOO_DEEP' | 'TOO_MANY_ELEMENTS'

/** Why a text is no XML that is read here. */
export class UnreadableXml extends Error {
  readonly code: XmlProblem
  constructor(code: XmlProblem) {
    super(code)
    this.code = code
  }
}

const DEEPEST = 40
const MOST_ELEMENTS = 200_000

interface Open {
  name: string
  namespace: string
  attributes: Record<string, string>
  children: Element[]
  text: string
}

/**
 * Reads a document into a tree. A DOCTYPE is refused, so that there are no entities but XML's own five and nothing is
 * ever fetched; depth and number of elements are limited.
 */
export function readXml(text: string): Element {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const open: Open[] = []
  let root: Element | null = null
  let count = 0
  parser.on('error', () => {
    throw new UnreadableXml('NOT_XML')
  })
  parser.on('doctype', () => {
    throw new UnreadableXml('DOCTYPE')
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (open.length >= DEEPEST) throw new UnreadableXml('TOO_DEEP')
    if (++count > MOST_ELEMENTS) throw new UnreadableXml('TOO_MANY_ELEMENTS')
    open.push({
      name: local,
      namespace: uri,
      attributes: Object.fromEntries(Object.values(attributes).map((one) => [one.local, one.value])),
      children: [],
      text: '',
    })
  })
  const write = (piece: string) => {
    const last = open.at(-1)
    if (last) last.text += piece
  }
  parser.on('text', write)
  parser.on('cdata', write)
  parser.on('closetag', () => {
    const closed = open.pop()
    if (!closed) return
    const element: Element = { ...closed, text: closed.text.trim() }
    const parent = open.at(-1)
    if (parent) parent.children.push(element)
    else root = element
  })
  try {
    parser.write(text.replace(/^\uFEFF/, '')).close()
  } catch (error) {
    throw error instanceof UnreadableXml ? error : new UnreadableXml('NOT_XML')
  }
  if (!root) throw new UnreadableXml('NOT_XML')
  return root
}

export const all = ({ children }: Element, name: string): Element[] =>
  children.filter((child) => child.name === name)

export const first = (element: Element | null, name: string): Element | null =>
  element?.children.find((child) => child.name === name) ?? null

export const textAt = (element: Element | null, name: string): string => first(element, name)?.text ?? ''
