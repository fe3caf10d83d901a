import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escaped, html, jsonScript, UnsafeTemplate, type Part } from './html.ts'

/** A template as the compiler hands it on; the formatter would mend some of what is to be refused. */
const pieces = (...given: string[]) => Object.assign(given, { raw: given }) as unknown as TemplateStringsArray

const nasty = `<script>alert("1" + '2')</script>&amp;`

describe('a template', () => {
  it('escapes what is put in, in text and in attributes', () => {
    expect(html`<p title="${nasty}">${nasty}</p>`.text).toBe(
      '<p title="&lt;script&gt;alert(&quot;1&quot; + &#39;2&#39;)&lt;/script&gt;&amp;amp;">' +
        '&lt;script&gt;alert(&quot;1&quot; + &#39;2&#39;)&lt;/script&gt;&amp;amp;</p>',
    )
  })

  it('lets nothing that is typed end an element or an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...`<>&"'\`=/ aあ\n`) }), (typed) => {
        const { text } = html`<p title="${typed}">${typed}</p>`
        expect(text.match(/[<>]/g)).toHaveLength(4)
        expect(text.match(/"/g)).toHaveLength(2)
        expect(text).not.toContain("'")
      }),
    )
  })

  it('takes templates, lists and numbers; null and false leave nothing', () => {
    const items = ['あ', '<い>'].map((item) => html`<li>${item}</li>`)
    expect(html`<b>${[...items, null, false, 1234]}</b>`.text).toBe(
      '<b><li>あ</li><li>&lt;い&gt;</li>1234</b>',
    )
  })

  it.each([
    ['https://example.jp/?a=1&b=2', 'https://example.jp/?a=1&amp;b=2'],
    ['http://example.jp', 'http://example.jp'],
    ['/directory/062014', '/directory/062014'],
    ['tel:0236411111', 'tel:0236411111'],
    ['#main', '#main'],
    ['?lang=en', '?lang=en'],
    ['javascript:alert(1)', '#'],
    [' javascript:alert(1)', '#'],
    ['JaVaScRiPt:alert(1)', '#'],
    ['data:text/html,<b>', '#'],
    ['//evil.example/', '#'],
    ['vbscript:x', '#'],
    ['', '#'],
  ])('leads to %j by %j', (address, written) => {
    expect(html`<a href="${address}">x</a>`.text).toBe(`<a href="${written}">x</a>`)
  })

  it.each([
    ['a hole outside quotes', () => html`<p title=${'x'}>x</p>`],
    ['a hole in place of an attribute', () => html`<p ${'hidden'}>x</p>`],
    ['a hole in place of an element', () => html`<${'p'}>x</p>`],
    ['single quotes', () => html(pieces("<p title='", "'>x</p>"), 'x')],
    [
      'a hole in a script',
      () =>
        html`<script>
          ${'x'}
        </script>`,
    ],
    [
      'a hole in a style',
      () =>
        html`<style>
          ${'x'}
        </style>`,
    ],
    ['a hole in a comment', () => html`<!-- ${'x'} -->`],
    ['a tag without its end', () => html`<p title="${'x'}"`],
    ['markup in an attribute', () => html`<p title="${html`<b>x</b>`}">x</p>`],
    ['a forgotten field', () => html`<p>${undefined as unknown as Part}</p>`],
    ['a record', () => html`<p>${{ toString: () => '<b>' } as unknown as Part}</p>`],
  ])('refuses %s', (_what, write) => {
    expect(write).toThrow(UnsafeTemplate)
  })
})

it('data for programs cannot end their element', () => {
  const given = { name: '</script><script>alert(1)</script>\u2028&', list: ['<!--'] }
  const { text } = jsonScript(given)
  const [, inside = ''] = /^<script type="application\/ld\+json">(.*)<\/script>$/s.exec(text) ?? []
  expect(inside).not.toMatch(/[<>&\u2028]/)
  expect(JSON.parse(inside)).toEqual(given)
})

it('the same escaping serves XML', () => {
  expect(escaped(`a&b<c>"d"'e'`)).toBe('a&amp;b&lt;c&gt;&quot;d&quot;&#39;e&#39;')
})
