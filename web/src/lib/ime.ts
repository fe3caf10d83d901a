const STEERING_KEYS = new Set(['Enter', 'Escape', 'Tab', ' ', 'ArrowUp', 'ArrowDown'])

/**
 * Keeps keys that choose or confirm a conversion away from forms, dialogs and lists. Safari ends the composition
 * before the key arrives, so `isComposing` alone is not enough; 229 is the key code of a key the IME has taken.
 * Install it before anything else listens.
 */
export function guardComposition(target: Window): void {
  let confirming = false

  target.addEventListener(
    'keydown',
    (event) => {
      if (!isComposing(event)) return
      if (event.key === 'Enter') confirming = true
      if (STEERING_KEYS.has(event.key)) event.stopImmediatePropagation()
    },
    { capture: true },
  )
  target.addEventListener('keyup', () => (confirming = false), { capture: true })

  // A browser submits a form on Enter by itself, whoever listens to the key.
  target.addEventListener(
    'submit',
    (event) => {
      if (!confirming) return
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    { capture: true },
  )
}

/** Whether a key belongs to an unfinished conversion. */
const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229
