import { useEffect, useRef, useState, type DragEvent } from 'react'
import { announce } from '../../../lib/announce.ts'
import { useViewer } from '../../../lib/viewer.ts'
import { useRuleText } from '../../../locales/rules.ts'
import { useImportsText } from '../../../locales/imports.ts'
import { Button } from '../../../ui/Button/Button.tsx'
import { Icon } from '../../../ui/Icon/Icon.tsx'
import { useFailureText } from '../../../ui/Notice/failure-text.ts'
import { upload, type UploadResult } from './transfer.ts'

interface Transfer {
  readonly number: number
  readonly name: string
  readonly size: number
  readonly sent: number
  readonly stop: AbortController
  readonly result?: UploadResult
}

interface UploadBoxProps {
  runId: string
  /** A file has arrived and was looked at. */
  onArrived: () => void
}

let transfers = 0

/** Takes files by choosing or dropping them, one after the other, with how much has gone and a way to stop. */
export function UploadBox({ runId, onArrived }: UploadBoxProps) {
  const text = useImportsText().upload
  const viewer = useViewer()
  const seat = viewer?.acting?.key
  const chooser = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [list, setList] = useState<readonly Transfer[]>([])
  const queue = useRef(Promise.resolve())
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])

  const change = (number: number, next: Partial<Transfer>) => {
    if (here.current) setList((all) => all.map((one) => (one.number === number ? { ...one, ...next } : one)))
  }
  const take = (files: Iterable<File>) => {
    for (const file of files) {
      const transfer: Transfer = {
        number: ++transfers,
        name: file.name,
        size: file.size,
        sent: 0,
        stop: new AbortController(),
      }
      const { number, stop } = transfer
      setList((all) => [...all, transfer])
      // One at a time: the server takes them into one import, and a slow line is not shared.
      queue.current = queue.current.then(async () => {
        const onProgress = (sent: number) => change(number, { sent })
        const result = await upload({ runId, file, seat, onProgress, signal: stop.signal })
        if (result.kind === 'done') {
          announce(text.arrived(file.name))
          if (here.current) setList((all) => all.filter((one) => one.number !== number))
          onArrived()
        } else change(number, { result })
      })
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div>
      <div
        className="yui-upload"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon name="send" />
        <p className="yui-wide">{text.dropHere}</p>
        <label className="yui-button" data-kind="plain" data-size="big">
          {text.choose}
          <input
            ref={chooser}
            type="file"
            multiple
            className="sr-only"
            accept=".csv,.tsv,.txt,.xlsx,.json,.geojson"
            onChange={(event) => {
              take(event.target.files ?? [])
              event.target.value = ''
            }}
          />
        </label>
        <p className="prose-note">{text.kinds}</p>
      </div>
      {list.length > 0 && (
        <ul className="yui-transfers" aria-label={text.list}>
          {list.map((transfer) => (
            <TransferLine
              key={transfer.number}
              transfer={transfer}
              onStop={() => transfer.stop.abort()}
              onForget={() => setList((all) => all.filter(({ number }) => number !== transfer.number))}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

interface TransferLineProps {
  transfer: Transfer
  onStop: () => void
  onForget: () => void
}

function TransferLine({ transfer: { name, size, sent, result }, onStop, onForget }: TransferLineProps) {
  const text = useImportsText().upload
  const failureText = useFailureText()
  const ruleText = useRuleText()
  const share = size === 0 ? 100 : Math.floor((sent / size) * 100)
  if (result)
    return (
      <li>
        <b className="prose-strong">{name}</b>
        <span className="text-bad">
          {result.kind === 'cancelled' && text.stopped}
          {result.kind === 'failed' && failureText(result.failure)}
          {result.kind === 'refused' && ruleText(result.code)}
        </span>
        <Button kind="text" onClick={onForget}>
          {text.forget}
        </Button>
      </li>
    )
  return (
    <li>
      <b className="prose-strong">{name}</b>
      <progress max={100} value={share} aria-label={text.sendingFile(name)} />
      <span>{share < 100 ? text.share(share) : text.looking}</span>
      <Button kind="text" onClick={onStop} aria-label={`${name} ${text.stop}`}>
        {text.stop}
      </Button>
    </li>
  )
}
