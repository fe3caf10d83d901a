import { createElement, Fragment } from 'react'
import { ExternalLink } from '../../ui/ExternalLink/ExternalLink.tsx'
import { partsOf } from './plain-text.ts'

const linkTo = (address: string, text: string) => <ExternalLink href={address}>{text}</ExternalLink>

/** Text as somebody typed it: paragraphs, lines, and addresses that can be followed. */
export function PlainText({ children }: { children: string }) {
  const paragraphs = children
    .split(/\n\s*\n/)
    .map((paragraph) =>
      createElement(
        'p',
        { className: 'whitespace-pre-line' },
        ...partsOf(paragraph).map(({ text, address }) => (address ? linkTo(address, text) : text)),
      ),
    )
  // Nothing tells two equal paragraphs apart but their place: they are children, not a list.
  return <div className="grid max-w-3xl gap-4">{createElement(Fragment, null, ...paragraphs)}</div>
}
