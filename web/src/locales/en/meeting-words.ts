/** What voters answer to a notice, as every page of the meetings calls it. */
export const ANSWERS = {
  ON_SITE: 'Attend in the room',
  ONLINE: 'Attend online',
  PROXY: 'Give a proxy',
  WRITTEN: 'Vote in writing',
  ABSENT: 'Stay away',
} as const
/** How voters take part. */
export const STANDINGS = {
  ON_SITE: 'In the room',
  ONLINE: 'Online',
  PROXY: 'Proxy',
  WRITTEN: 'In writing',
  ABSENT: 'Absent',
  LEFT: 'Left',
} as const
