import { useEffect, useRef } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { useRulebookText } from '../../locales/rulebook.ts'
import { Notice } from '../../ui/Notice/Notice.tsx'

const Faults = graphql(`
  query StatuteFaults($id: ID!) {
    statuteFaults(rulebookVersionId: $id) {
      code
      organ
      clause
    }
  }
`)

/** What of a version's rules the statute does not allow, each with its clause; nothing where all of it may stand. */
export function StatuteFaults({ versionId, version }: { versionId: string; version: number }) {
  const { statute: text } = useRulebookText()
  const [{ data }, readAgain] = useQuery({
    query: Faults,
    variables: { id: versionId },
    requestPolicy: 'cache-and-network',
  })
  const read = useRef(version)
  useEffect(() => {
    // The answer belongs to no record, so a save does not take it out of what is kept.
    if (read.current === version) return
    read.current = version
    readAgain({ requestPolicy: 'network-only' })
  }, [version, readAgain])
  const faults = data?.statuteFaults ?? []
  if (faults.length === 0) return null
  return (
    <Notice kind="bad">
      <p>{text.lead(faults.length)}</p>
      <ul className="list-disc pl-6">
        {faults.map(({ code, organ, clause }) => (
          <li key={`${code} ${organ ?? ''}`}>{text.fault(text.faults[code], clause)}</li>
        ))}
      </ul>
    </Notice>
  )
}
