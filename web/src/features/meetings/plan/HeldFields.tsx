import { useMeetingsText } from '../../../locales/meetings.ts'
import { TextField } from '../../../ui/TextField/TextField.tsx'
import { cleanTime, isTime } from '../times.ts'

/** When a meeting that is held ends, and where it is. */
export function HeldFields() {
  const text = useMeetingsText().plan
  return (
    <>
      <TextField
        name="ends"
        label={text.ends}
        support={text.timeSupport}
        clean={cleanTime}
        inputMode="numeric"
        width="code"
        checks={{ TIME: isTime }}
        errors={{ TIME: text.timeWrong }}
      />
      <TextField name="place" label={text.place} support={text.placeSupport} maxLength={200} />
      <TextField
        name="onlineUrl"
        label={text.onlineUrl}
        support={text.onlineUrlSupport}
        type="url"
        maxLength={500}
        clean={(typed) => typed.trim()}
        checks={{ URL: (typed) => typed.startsWith('https://') }}
        errors={{ URL: text.onlineUrlWrong }}
      />
    </>
  )
}
