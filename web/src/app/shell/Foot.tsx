import { useShellText } from '../../locales/shell.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { SampleBadge } from '../../ui/SampleBadge/SampleBadge.tsx'

/** What is invented, where the rest comes from, and the pages about the portal itself. */
export function Foot() {
  const text = useShellText()
  return (
    <footer className="yui-foot">
      <p>
        <SampleBadge /> {text.footSample}
        {text.footSources}
      </p>
      <ul className="yui-no-print">
        <li>
          <Link to="/help">{text.help}</Link>
        </li>
        <li>
          <Link to="/credits">{text.credits}</Link>
        </li>
        <li>
          <Link to="/accessibility">{text.accessibility}</Link>
        </li>
      </ul>
    </footer>
  )
}
