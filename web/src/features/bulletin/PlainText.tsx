import { ExternalLink } from '../../ui/ExternalLink/ExternalLink.tsx'
import { partsOf } from './plain-text.ts'

/** Text as somebody typed it: paragraphs, lines, and addresses that can be followed. */
export function PlainText({ children }: { children: string }) {
  return (
    <div className="grid max-w-3xl gap-4">
      {children.split(/\n\s*\n/).map((paragraph, n) => (
        // Nothing tells two equal paragraphs apart but their place.
        <p key={`${n} ${paragraph}`} className="whitespace-pre-line">
          {partsOf(paragraph).map(({ text, address }, place) =>
            address ? (
              <ExternalLink key={`${place} ${text}`} href={address}>
                {text}
              </ExternalLink>
            ) : (
              text
            ),
          )}
        </p>
      ))}
    </div>
  )
}
