import { useUiText } from '../../locales/ui.ts'

/** Says that what it stands beside was invented for demonstration. */
export function SampleBadge() {
  return <span className="yui-sample">{useUiText().sample}</span>
}
