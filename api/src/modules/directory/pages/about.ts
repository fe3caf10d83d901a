import { html, type Html } from '../../../kernel/http/html.ts'
import { page } from '../page.ts'
import { readSources } from '../queries.ts'
import { addresses } from '../rules/addresses.ts'

/** What the facts are, how old they are, and what to do when one is wrong. */
export const aboutPage = page({
  url: addresses.about,
  find: async (request) => ({ ...(await readSources(request)), operator: request.operator }),
  draw({ sources, operator }, view) {
    const { text, say } = view
    const { about } = text
    const part = (title: string, lines: readonly string[]): Html =>
      html`<section>
        <h2>${say(title)}</h2>
        <ul>
          ${lines.map((line) => html`<li>${say(line)}</li>`)}
        </ul>
      </section>`
    return {
      title: about.title,
      description: about.lead,
      canonical: addresses.about,
      here: say(about.title),
      sources: sources.nodes,
      main: html`<div class="prose">
        <h1>${say(about.title)}</h1>
        <p class="lead">${say(about.lead)}</p>
        ${part(about.factsTitle, about.facts)} ${part(about.freshTitle, about.fresh)}
        ${part(about.wrongTitle, about.wrong)}
        ${
          operator !== null &&
          html`<section>
            <h2>${say(about.operatorTitle)}</h2>
            <p>${view.known(operator)}</p>
          </section>`
        }
        ${part(about.readTitle, about.read)} ${part(about.designTitle, about.design)}
        <p><a href="${addresses.sitemap}">sitemap.xml</a></p>
      </div>`,
    }
  },
})
