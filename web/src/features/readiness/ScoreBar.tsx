import { useId } from 'react'
import { useReadinessText } from '../../locales/readiness.ts'

export const percentOf = (share: number): number => Math.round(share * 100)

interface ScoreBarProps {
  score: {
    readonly lower: number
    readonly upper: number
    readonly unknownShare: number
    readonly agedShare: number
    readonly yes: number
    readonly no: number
    readonly unknown: number
    readonly items: number
    readonly hard: number
    readonly hardOpen: number
  }
}

/** How ready: never one figure alone, always the width and what nobody knows. */
export function ScoreBar({ score }: ScoreBarProps) {
  const text = useReadinessText().sheet
  const pattern = useId()
  const [lower, upper] = [percentOf(score.lower), percentOf(score.upper)]
  const aged = percentOf(score.agedShare)
  return (
    <>
      <p className="yui-score">
        <b>{lower === upper ? lower : `${lower}–${upper}`}</b>
        {text.percent}
        <span>{text.unknownShare(percentOf(score.unknownShare))}</span>
      </p>
      <p className="yui-score-legend">
        <span>{text.yes(score.yes)}</span>
        <span>{text.unknown(score.unknown)}</span>
        <span>{text.no(score.no)}</span>
      </p>
      <svg
        className="yui-score-bar"
        viewBox="0 0 100 10"
        preserveAspectRatio="none"
        role="img"
        aria-label={text.bar(lower, upper)}
      >
        <rect width={score.lower * 100} height="10" />
        <defs>
          <pattern
            id={pattern}
            width="2.4"
            height="10"
            patternUnits="userSpaceOnUse"
            patternTransform="skewX(-30)"
          >
            <rect width="0.9" height="10" fill="black" />
          </pattern>
        </defs>
        <path
          d={`M${score.lower * 100} 0H${score.upper * 100}V10H${score.lower * 100}z`}
          fill={`url(#${pattern})`}
        />
      </svg>
      <p className="prose-note mt-2">
        {text.all(score.items)}　{text.explain(score.unknown)}
        {text.hardOpen(score.hard, score.hardOpen)}
      </p>
      {aged > 0 && <p className="prose-note">{text.aged(aged)}</p>}
    </>
  )
}
