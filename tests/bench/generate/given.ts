/** The value, which the caller knows to be there; a world whose parts do not fit together is refused. */
export function given<T>(value: T | null | undefined): T {
  if (value == null) throw new RangeError('the generated rows do not fit together')
  return value
}
