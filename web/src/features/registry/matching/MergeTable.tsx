import { useState } from 'react'
import { useQuery } from 'urql'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { formatDate } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useReviewText } from '../../../locales/review.ts'
import { Button, Buttons } from '../../../ui/Button/Button.tsx'
import { Dialog } from '../../../ui/Dialog/Dialog.tsx'
import { Link } from '../../../ui/Link/Link.tsx'
import { Loaded } from '../../../ui/Loading/Loaded.tsx'
import { SampleBadge } from '../../../ui/SampleBadge/SampleBadge.tsx'
import { Cell, Head, Table } from '../../../ui/Table/Table.tsx'
import { ConfirmDialog } from '../../identity/ConfirmDialog.tsx'

const MergeFragment = graphql(`
  fragment MergeTable_merge on RegistryMerge {
    id
    record
    note
    mergedAt
    undoneAt
    version
    mergedBy {
      id
      name
    }
    keptFacility {
      id
      name
      sample
    }
    absorbedFacility {
      id
      name
      sample
    }
    keptCorporation {
      id
      name
      sample
    }
    absorbedCorporation {
      id
      name
      sample
    }
  }
`)

const Obstacles = graphql(`
  query MergeObstacles($id: ID!) {
    mergeObstacles(id: $id) {
      relation
      count
    }
  }
`)

const Undo = graphql(`
  mutation MergeTable_undoMerge($input: UndoMergeInput!) {
    undoMerge(input: $input) {
      __typename
      ... on UndoMergePayload {
        registryMerge {
          id
          undoneAt
          version
        }
      }
      ...Refusal
    }
  }
`)

interface MergeTableProps {
  merges: readonly FragmentType<typeof MergeFragment>[]
}

/** Merges, the latest first, each with the way back. */
export function MergeTable({ merges }: MergeTableProps) {
  const text = useReviewText().mergeList
  const language = useLanguage()
  const [undoing, setUndoing] = useState<string>()
  const columns = text.columns
  return (
    <Table caption={text.caption} captionHidden>
      <thead>
        <tr>
          <Head>{columns.kept}</Head>
          <Head>{columns.absorbed}</Head>
          <Head>{columns.at}</Head>
          <Head>{columns.state}</Head>
        </tr>
      </thead>
      <tbody>
        {readFragment(MergeFragment, merges).map((merge) => {
          const { id, keptFacility, keptCorporation, undoneAt, version } = merge
          const kept = keptFacility ?? keptCorporation
          const absorbed = merge.absorbedFacility ?? merge.absorbedCorporation
          return (
            <tr key={id}>
              <th scope="row">
                {keptFacility ? (
                  <Link to="/facilities/$facilityId" params={{ facilityId: keptFacility.id }}>
                    {keptFacility.name}
                  </Link>
                ) : (
                  keptCorporation && (
                    <Link to="/corporations/$corporationId" params={{ corporationId: keptCorporation.id }}>
                      {keptCorporation.name}
                    </Link>
                  )
                )}
                {kept?.sample && <SampleBadge />}
                {merge.note && <span className="yui-row-note">{merge.note}</span>}
              </th>
              <Cell label={columns.absorbed}>{absorbed?.name}</Cell>
              <Cell label={columns.at}>
                {formatDate(merge.mergedAt, language)}
                {merge.mergedBy && <span className="yui-row-note">{merge.mergedBy.name}</span>}
              </Cell>
              <Cell label={columns.state}>
                {undoneAt ? text.undone(formatDate(undoneAt, language)) : text.stands}
                {!undoneAt && (
                  <div className="yui-no-print">
                    <Button kind="text" onClick={() => setUndoing(id)}>
                      {text.undo}
                      <span className="sr-only">（{text.undoOf(absorbed?.name ?? '')}）</span>
                    </Button>
                    {undoing === id && (
                      <UndoDialog
                        id={id}
                        version={version}
                        kept={kept?.name ?? ''}
                        absorbed={absorbed?.name ?? ''}
                        onClose={() => setUndoing(undefined)}
                      />
                    )}
                  </div>
                )}
              </Cell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

interface UndoDialogProps {
  id: string
  version: number
  kept: string
  absorbed: string
  onClose: () => void
}

/** Says first what stands in the way; asks only when nothing does. */
function UndoDialog({ id, version, kept, absorbed, onClose }: UndoDialogProps) {
  const text = useReviewText()
  const words = text.mergeList
  const undo = useCommand(Undo)
  const [result, readAgain] = useQuery({
    query: Obstacles,
    variables: { id },
    requestPolicy: 'network-only',
  })
  const obstacles = result.data?.mergeObstacles
  if (obstacles?.length === 0)
    return (
      <ConfirmDialog
        title={words.question}
        body={words.body(absorbed, kept)}
        submit={words.undo}
        open
        onClose={onClose}
        send={() => undo({ input: { registryMergeId: id, version } })}
        onDone={() => announce(words.done)}
      />
    )
  return (
    <Dialog title={words.question} open onClose={onClose}>
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={3}>
        {({ mergeObstacles }) => (
          <>
            <p>{words.obstacles}</p>
            <ul>
              {mergeObstacles?.map(({ relation, count }) => (
                <li key={relation}>
                  {words.obstacle(
                    (text.merge.relations as Readonly<Record<string, string>>)[relation] ??
                      text.merge.relations.OTHER,
                    count,
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <Buttons wide>
        <Button onClick={onClose}>{words.close}</Button>
      </Buttons>
    </Dialog>
  )
}
