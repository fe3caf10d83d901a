import { useEffect } from 'react'

/** Words in the upper margin of every sheet that is printed: a sheet that has come loose still says what it is of. */
export function useRunningHead(words: string): void {
  useEffect(() => {
    if (words === '') return
    const sheet = new CSSStyleSheet()
    // A string of JSON is one of CSS as long as what both escape differently is left out.
    const quoted = JSON.stringify(words.replaceAll(/[\\"\p{Cc}]/gu, ' '))
    sheet.replaceSync(`@page { @top-left { content: ${quoted}; font-size: 8.5pt } }`)
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    }
  }, [words])
}
