import type { Identity } from '../../api/src/kernel/http/identity-port.ts'

/** What one answer of the authentication brought. */
export interface AuthAnswer {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly setCookies: readonly string[]
}

/** A browser as the authentication sees it: keeps cookies, names its origin, has an address. */
export interface AuthBrowser {
  post(path: string, body?: object): Promise<AuthAnswer>
  get(path: string): Promise<AuthAnswer>
  /** The headers of a request to the graph, with the cookies and the seat. */
  headers(acting?: string): Headers
  /** The value of a cookie whose name ends so. */
  cookie(name: string): string | undefined
}

export interface AuthBrowserOptions {
  readonly origin: string
  readonly address?: string
  /** Overrides what a browser says of itself. */
  readonly extra?: Readonly<Record<string, string>>
}

let addresses = 0

/** A new browser at an address of its own, so that no limit per address is shared between tests. */
export function openAuthBrowser(
  identity: Identity,
  { origin, address = `10.${process.pid % 250}.${addresses++ % 250}.7`, extra = {} }: AuthBrowserOptions,
): AuthBrowser {
  const jar = new Map<string, string>()
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

  const keep = (line: string) => {
    const [pair = '', ...attributes] = line.split(';')
    const equals = pair.indexOf('=')
    const [name, value] = [pair.slice(0, equals), pair.slice(equals + 1)]
    const gone = attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))
    if (gone) jar.delete(name)
    else jar.set(name, value)
  }

  async function send(method: string, path: string, body?: object): Promise<AuthAnswer> {
    const headers = new Headers({
      origin,
      'x-forwarded-for': address,
      'user-agent': 'Test browser',
      ...extra,
    })
    if (jar.size > 0) headers.set('cookie', cookies())
    if (body) headers.set('content-type', 'application/json')
    const request = new Request(`${origin}/api/auth${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    const response = await identity.handler(request)
    const setCookies = response.headers.getSetCookie()
    setCookies.forEach(keep)
    const text = await response.text()
    return {
      status: response.status,
      body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
      setCookies,
    }
  }

  return {
    post: (path, body = {}) => send('POST', path, body),
    get: (path) => send('GET', path),
    headers(acting) {
      return new Headers({ cookie: cookies(), ...(acting && { 'x-yui-acting': acting }) })
    },
    cookie: (name) => [...jar].find(([key]) => key.endsWith(name))?.[1],
  }
}
