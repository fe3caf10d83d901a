import { useEffect, useMemo, useState } from 'react'
import { useQuery, type AnyVariables, type TypedDocumentNode, type UseQueryArgs } from 'urql'
import { connection } from './connection.ts'
import type { Kept } from './offline/kept.ts'
import { failureOf } from './problems.ts'
import { actingSeat, lastUser, signedInUser } from './session.ts'
import { useStore } from './store.ts'

/** A line that has carried nothing for so long is treated as none, until it does. */
const PATIENCE = 3_000

interface KeptOptions<Data> {
  /** Whether this answer may lie on a device; all may unless said. */
  keeps?: (data: Data) => boolean
  /** Takes the latest answer for any body the person acted for, while none is chosen. */
  anySeat?: boolean
  /** For whom it is kept where nobody is signed in: a device of a facility. */
  owner?: string
}

/**
 * `useQuery` for what must be there without a network: the answer is kept on this device for a day, sealed for the
 * person and the body they act for, and gone when they sign out. Where the server cannot be heard `data` is that
 * answer and `keptAt` its moment; `<Loaded>` says so.
 */
export function useKeptQuery<Data, Variables extends AnyVariables>(
  args: UseQueryArgs<Variables, Data> & { query: TypedDocumentNode<Data, Variables> },
  { keeps, anySeat = false, owner }: KeptOptions<Data> = {},
) {
  const [result, readAgain] = useQuery<Data, Variables>(args)
  const signedIn = useStore(signedInUser)
  const chosenSeat = useStore(actingSeat) ?? ''
  const known = owner ?? signedIn
  const seat = owner ? '' : chosenSeat
  const { data, error, fetching, stale } = result
  const key = keyOf(args.query, args.variables)
  const [kept, setKept] = useState<Kept<Data> & { key: string; askedFor: string }>()

  useEffect(() => {
    if (!data || error || fetching || stale || !known || args.pause || keeps?.(data) === false) return
    if (isWritten(data)) return
    void import('./offline/kept.ts')
      .then(({ keep }) => keep({ userId: known, seat, key }, data))
      // A browser that keeps nothing shows what it has.
      .catch(() => {})
  }, [data, error, fetching, stale, known, seat, key, args.pause, keeps])

  const unheard = !data && !args.pause && (error ? failureOf(error).kind === 'OFFLINE' : fetching)
  const lost = error !== undefined
  useEffect(() => {
    const userId = known ?? lastUser()
    if (!unheard || !userId) return
    let gone = false
    const look = async () => {
      const { recall } = await import('./offline/kept.ts')
      const found = await recall<Data>({ userId, seat, key }, anySeat && seat === '')
      if (found && !gone) setKept({ ...found, key, askedFor: seat })
    }
    const timer = setTimeout(() => void look().catch(() => {}), lost ? 0 : PATIENCE)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [unheard, lost, known, seat, key, anySeat])

  useEffect(() => {
    if (!unheard || !lost) return
    const again = () => readAgain({ requestPolicy: 'network-only' })
    const heard = () => connection.get().lost || again()
    const stop = connection.subscribe(heard)
    window.addEventListener('online', again)
    return () => {
      stop()
      window.removeEventListener('online', again)
    }
  }, [unheard, lost, readAgain])

  const shown = unheard && kept?.key === key && kept.askedFor === seat ? kept : undefined
  return useMemo(
    () =>
      [
        { ...result, data: shown ? shown.data : data, keptAt: shown?.keptAt, keptSeat: shown?.seat },
        readAgain,
      ] as const,
    [result, data, shown, readAgain],
  )
}

const written = new WeakMap<object, number>()

/** Several parts of a screen ask the same; one of them writes it down, and again after a while. */
function isWritten(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return true
  if ((written.get(data) ?? 0) > Date.now() - 600_000) return true
  written.set(data, Date.now())
  return false
}

/** A query by the hash of its document, and what it was asked with. */
function keyOf(query: object, variables: unknown): string {
  const { __meta__: meta } = query as { __meta__?: { hash?: string } }
  return `${meta?.hash ?? ''}:${JSON.stringify(variables ?? {})}`
}
