import type { ComponentProps, ReactNode } from 'react'

interface TableProps {
  /** What the table shows; read out, and shown unless `captionHidden`. */
  caption: string
  captionHidden?: boolean
  /** Less air, for long lists. */
  dense?: boolean
  children: ReactNode
}

/**
 * A table without vertical lines. On a phone every row stands as a small list: give each `Cell` its `label`, the
 * words of its column head, and the row's name to `<th scope="row">`.
 */
export function Table({ caption, captionHidden, dense, children }: TableProps) {
  return (
    <table className="yui-table" data-dense={dense || undefined}>
      <caption className={captionHidden ? 'sr-only' : undefined}>{caption}</caption>
      {children}
    </table>
  )
}

interface CellProps extends ComponentProps<'td'> {
  /** Words of the column head, shown beside the value on a phone. */
  label: string
  /** Numbers stand right. */
  numeric?: boolean
  /** Left out on a phone: it says nothing that the rest of the row does not. */
  desktopOnly?: boolean
}

/** One value of a row. */
export function Cell({ label, numeric, desktopOnly, children, ...rest }: CellProps) {
  return (
    <td
      data-label={label}
      data-numeric={numeric || undefined}
      data-desktop-only={desktopOnly || undefined}
      {...rest}
    >
      {children}
    </td>
  )
}

interface HeadProps {
  children: ReactNode
  numeric?: boolean
}

/** The head of a column. */
export function Head({ children, numeric }: HeadProps) {
  return (
    <th scope="col" data-numeric={numeric || undefined}>
      {children}
    </th>
  )
}

/** The head of several columns, above their own. */
export function GroupHead({ children, columns }: { children: ReactNode; columns: number }) {
  return (
    <th scope="colgroup" colSpan={columns}>
      {children}
    </th>
  )
}
