/** Our own drawings on a 24 × 24 grid, one stroke width, no fill. */
const PATHS = {
  alert: 'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M12 7v6.5M12 16.8v.1',
  back: 'm15 5-7 7 7 7',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5h4',
  building: 'M5 20.5V4h9v16.5M14 9h5v11.5M3 20.5h18M8 8h3M8 12h3M8 16h3',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  clock: 'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M12 7v5l3.5 2',
  close: 'm6 6 12 12M18 6 6 18',
  down: 'm6 9 6 6 6-6',
  download: 'M12 4v11M8 11l4 4 4-4M4 17v3h16v-3',
  edit: 'M4 20h4L19.5 8.5l-4-4L4 16zM13.5 6.5l4 4',
  external: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  find: 'M4 10.5a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M15.5 15.5l5 5',
  globe: 'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M3.5 9h17M3.5 15h17M12 3c-3 3-3 15 0 18M12 3c3 3 3 15 0 18',
  help: 'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M9.5 9.5a2.6 2.6 0 1 1 3.6 2.4c-.8.4-1.1.9-1.1 1.9M12 16.8v.1',
  info: 'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M12 11v6M12 7.5v.1',
  key: 'M4 15.5a4 4 0 1 0 8 0 4 4 0 1 0-8 0M11 12.5 19.5 4M16 7.5l3 3',
  list: 'M9 6h11M9 12h11M9 18h11M3.5 6l1 1 2-2M3.5 12l1 1 2-2M3.5 18l1 1 2-2',
  lock: 'M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3',
  logout: 'M10 4H5v16h5M10 12h10M16 8l4 4-4 4',
  mail: 'M3.5 6h17v12.5h-17zM4 6.5l8 6.5 8-6.5',
  menu: 'M4 7h16M4 12h16M4 17h16',
  minus: 'M6 12h12',
  next: 'm9 5 7 7-7 7',
  offline:
    'M4 4l16 16M8.5 16a5 5 0 0 1 6-.8M5 12.5a10 10 0 0 1 4.5-2.4M14 10a10 10 0 0 1 5 2.5M2.5 9a14 14 0 0 1 4-2.6M11 5.5A14 14 0 0 1 21.5 9M12 19.5v.1',
  people:
    'M5 8a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M2.5 19.5c.5-3.5 2.8-5.5 6-5.5s5.5 2 6 5.5M15 5a3.5 3.5 0 0 1 0 6.5M17.5 14.5c2.3.7 3.7 2.5 4 5',
  plus: 'M12 5v14M5 12h14',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  send: 'M4 13v6h16v-6M12 15V4M8 8l4-4 4 4',
  shelter: 'M3.5 11 12 4l8.5 7M6 9.5V20h12V9.5M12 12.5v4.5M9.75 14.75h4.5',
  tel: 'M5 4h4l1.5 5-2.2 1.6a12 12 0 0 0 5.1 5.1L15 13.5l5 1.5v4a1.5 1.5 0 0 1-1.6 1.5A16 16 0 0 1 3.5 5.6 1.5 1.5 0 0 1 5 4z',
  user: 'M8 8.5a4 4 0 1 0 8 0 4 4 0 1 0-8 0M4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6',
} as const

export type IconName = keyof typeof PATHS

interface IconProps {
  name: IconName
  size?: 'normal' | 'small'
}

/** A drawing beside words. It never stands alone for a meaning, so screen readers skip it. */
export function Icon({ name, size = 'normal' }: IconProps) {
  return (
    <svg className="yui-icon" data-size={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
