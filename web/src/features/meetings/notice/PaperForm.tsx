import { useMeetingsText } from '../../../locales/meetings.ts'
import { numbersOf, type Numbered } from '../agenda.ts'

interface PaperFormProps {
  title: string
  network: string
  answerBy: string
  phone: string | null
  items: readonly (Numbered & { title: string })[]
  proxy: boolean
  written: boolean
}

/** On paper only: the answer that a member without a computer fills in and sends back by FAX. */
export function PaperForm({ title, network, answerBy, phone, items, proxy, written }: PaperFormProps) {
  const meetingsText = useMeetingsText()
  const text = meetingsText.paper
  const numbers = numbersOf(items)
  const resolutions = items.filter(({ kind }) => kind === 'RESOLUTION')
  return (
    <section className="yui-print-only yui-paper" aria-label={text.title}>
      <p className="yui-paper__to">{text.to(network)}</p>
      <h2>{text.title}</h2>
      <p>{title}</p>
      <p>{text.by(answerBy, phone)}</p>
      <ol>
        <li>{text.comes}</li>
        <li>{text.online}</li>
        {proxy && <li>{text.proxy}</li>}
        {written && <li>{text.written}</li>}
        <li>{text.absent}</li>
      </ol>
      {written && resolutions.length > 0 && (
        <table>
          <caption>{text.votes}</caption>
          <tbody>
            {resolutions.map((item) => (
              <tr key={item.id}>
                <th scope="row">
                  {meetingsText.numbered(item.kind, numbers.get(item.id) ?? 0)}
                  {meetingsText.between}
                  {item.title}
                </th>
                <td>{text.boxes}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="yui-paper__sign">{text.date}</p>
      <p className="yui-paper__sign">{text.corporation}</p>
      <p className="yui-paper__sign">{text.representative}</p>
    </section>
  )
}
