/**
 * The answer of a policy: allowed, or refused with a reason code that the portal puts into words.
 * There are two values and no third; `all` and `any` combine them.
 */
export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly reason: string }

export const allow: Verdict = { allowed: true }

/** Refuses; `reason` is a SCREAMING_SNAKE code that must have a Japanese text in the portal. */
export const deny = (reason: string): Verdict => ({ allowed: false, reason })

/** Allowed when every verdict allows; otherwise the first refusal. */
export const all = (...verdicts: Verdict[]): Verdict => verdicts.find((verdict) => !verdict.allowed) ?? allow

/** Allowed when one verdict allows; otherwise the last refusal, which should be the most telling. */
export const any = (...verdicts: [Verdict, ...Verdict[]]): Verdict =>
  verdicts.find((verdict) => verdict.allowed) ?? verdicts.at(-1) ?? verdicts[0]
