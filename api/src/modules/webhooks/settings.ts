type Variables = Readonly<Record<string, string | undefined>>

/** Whether webhooks may go to this machine and private networks: only where the installation says so. */
export const mayGoLocal = ({ YUI_WEBHOOKS_LOCAL }: Variables = process.env): boolean =>
  YUI_WEBHOOKS_LOCAL === '1'
