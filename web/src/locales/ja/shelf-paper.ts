/** Choosing a paper of the network's shelf in any form. */
export const shelfPaper = {
  label: '証拠の書類（書類の棚から）',
  support: '会員が見られる書類だけを選べます。',
  none: '選ばない',
  search: '書類の題名で探す',
  searchSupport: (total: number) => `棚に${total}件あります。新しい100件から選べます。`,
  empty: '棚に、選べる書類がありません。',
} as const
