const MEGA = 1024 * 1024

/** 「1.2 MB」, 「340 KB」: as much as somebody needs to know before fetching a file. */
export const sizeOf = (bytes: number): string =>
  bytes >= MEGA ? `${(bytes / MEGA).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`
