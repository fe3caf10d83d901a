import { html, type Html } from '../../../kernel/http/html.ts'
import type { Drawn, Step } from '../page.ts'
import type { View } from '../view.ts'

export interface Gone {
  readonly title: string
  readonly name: Html
  readonly status: 'MERGED' | 'DISSOLVED' | 'CLOSED'
  readonly endedOn: string | null
  readonly successor: { readonly path: string; readonly name: Html } | null
  readonly trail: readonly Step[]
}

/** Something that was here and is no more, and who goes on. Answered with 410, so that engines forget it. */
export function gone(view: View, { title, name, status, endedOn, successor, trail }: Gone): Drawn {
  const { text, say } = view
  const how = { MERGED: text.gone.merged, DISSOLVED: text.gone.dissolved, CLOSED: text.gone.closed }[status]
  return {
    status: 410,
    title,
    description: title,
    canonical: null,
    trail,
    here: say(title),
    sources: [],
    main: html`<h1>${say(title)}</h1>
      <dl class="facts">
        <div>
          <dt>${say(text.gone.was)}</dt>
          <dd>${name}</dd>
        </div>
      </dl>
      ${endedOn && html`<p>${say(how(view.day(endedOn)))}</p>`}
      <h2>${say(text.gone.successor)}</h2>
      <p>
        ${successor ? html`<a href="${view.to(successor.path)}">${successor.name}</a>` : say(text.gone.noSuccessor)}
      </p>`,
  }
}
