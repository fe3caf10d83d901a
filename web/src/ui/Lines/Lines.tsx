import type { ComponentProps } from 'react'

/** A plain list of links or news, each with a line below; its children are `<li>`. */
export function Lines(props: ComponentProps<'ul'>) {
  return <ul className="yui-lines" {...props} />
}
