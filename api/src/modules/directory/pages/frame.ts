import { html, jsonScript, type Html } from '../../../kernel/http/html.ts'
import type { Drawn, Source, Step } from '../page.ts'
import { addresses, addressOf } from '../rules/addresses.ts'
import { dayOf } from '../rules/days.ts'
import { breadcrumbs } from '../rules/structured-data.ts'
import type { View } from '../view.ts'

/** Puts a page into its frame: head, way, main text, sources. */
export function framed(drawn: Drawn, view: View, styles: string): Html {
  const { text, say, publicUrl, language } = view
  const { canonical, sources, hasSamples = false } = drawn
  const title = drawn.title === text.site ? text.site : `${drawn.title}｜${text.site}`
  const absolute = (path: string) => publicUrl + path
  const inLanguage = (wanted: 'ja' | 'en') =>
    canonical && absolute(addressOf(canonical, {}, { language: wanted, furigana: false }))
  const isIndexed = isForEngines(drawn)
  const trail = drawn.trail ?? []
  const way = [{ path: addresses.start, name: text.home, shown: say(text.home) }, ...trail]
  const crumbs = canonical && drawn.here ? breadcrumbs(way, drawn.title, absolute, canonical) : null
  return html`<!doctype html>
    <html lang="${language}" class="${view.furigana ? 'furigana' : ''}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <meta name="description" content="${drawn.description}" />
        <meta name="format-detection" content="telephone=no" />
        ${!isIndexed && html`<meta name="robots" content="noindex" />`}
        ${
          isIndexed &&
          html`<link rel="canonical" href="${inLanguage(language)}" />
            <link rel="alternate" hreflang="ja" href="${inLanguage('ja')}" />
            <link rel="alternate" hreflang="en" href="${inLanguage('en')}" />`
        }
        <meta property="og:type" content="website" />
        <meta property="og:site_name" content="${text.site}" />
        <meta property="og:title" content="${drawn.title}" />
        <meta property="og:description" content="${drawn.description}" />
        <meta property="og:url" content="${absolute(canonical ?? view.path)}" />
        <meta property="og:locale" content="${language === 'ja' ? 'ja_JP' : 'en_US'}" />
        <link rel="icon" href="/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="${styles}" />
        ${isIndexed && [...(drawn.things ?? []), ...(crumbs ? [crumbs] : [])].map(jsonScript)}
      </head>
      <body>
        <a class="skip" href="#main">${say(text.skip)}</a>
        <header>
          <a class="site" href="${view.to(addresses.start)}"
            ><img src="/mark.svg" alt="" width="32" height="32" /><span>${say(text.site)}</span></a
          >
          <nav class="tools" aria-label="${text.tools}">
            <ul>
              ${language === 'ja' && html`<li><a href="${otherwise(view, { furigana: !view.furigana })}">${say(view.furigana ? text.furiganaOff : text.furiganaOn)}</a></li>`}
              <li>
                <a
                  href="${otherwise(view, { language: language === 'ja' ? 'en' : 'ja' })}"
                  lang="${language === 'ja' ? 'en' : 'ja'}"
                  >${text.otherLanguage}</a
                >
              </li>
              <li><a href="/login">${say(text.signIn)}</a></li>
            </ul>
          </nav>
        </header>
        <main id="main">
          ${
            drawn.here &&
            html`<nav class="way" aria-label="${text.path}">
              <ol>
                ${way.map((step) => html`<li><a href="${view.to(step.path)}">${step.shown}</a></li>`)}
                <li aria-current="page">${drawn.here}</li>
              </ol>
            </nav>`
          }
          ${drawn.main}
        </main>
        <footer>
          ${hasSamples && !isSamplePage(drawn) && html`<p>${say(text.sampleRow)}</p>`}
          ${
            sources.length > 0 &&
            html`<section aria-labelledby="sources">
              <h2 id="sources">${say(text.foot.sources)}</h2>
              <ul>
                ${releases(sources).map((source) => sourceLine(source, view))}
              </ul>
              <p>${say(text.foot.made)}</p>
            </section>`
          }
          <p><a href="${view.to(addresses.about)}">${say(text.start.about)}</a></p>
          <p class="paper">
            ${absolute(canonical ?? view.path)}　${say(text.foot.printed(view.day(dayOf(view.now))))}
          </p>
        </footer>
      </body>
    </html> `
}

/** Whether search engines may show a page: not what is invented, gone, or made for one question. */
export const isForEngines = (drawn: Drawn): boolean =>
  drawn.canonical !== null && drawn.status === undefined && !isSamplePage(drawn)

/** A page of one invented record. */
const isSamplePage = ({ hasSamples, things }: Drawn): boolean => hasSamples === true && things !== undefined

/** The same page, shown in another way. */
const otherwise = (view: View, other: Partial<Pick<View, 'language' | 'furigana'>>): string =>
  addressOf(view.path, view.query, { language: view.language, furigana: view.furigana, ...other })

/** Files of one release as one line: readers ask whose facts they are, not in how many files they came. */
function releases(sources: readonly Source[]): Source[] {
  const byRelease = new Map(sources.map((source) => [Object.values(source).join('\n'), source]))
  return [...byRelease.values()]
}

const sourceLine = ({ issuer, title, licence, asOf }: Source, { known, say, asOf: inWords }: View): Html =>
  html`<li>${known(issuer)}「${known(title)}」（${known(licence)}、${say(inWords(asOf))}）</li>`

/** A step of the way whose name is one of our own texts. */
export const step = (view: View, path: string, name: string): Step => ({ path, name, shown: view.say(name) })
