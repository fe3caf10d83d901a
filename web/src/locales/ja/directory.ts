/** Words of the ways from the portal to the public directory. */
export const directory = {
  title: 'ログインしないで見られる案内',
  body: '施設と事業所は、だれでもさがせます。会員でない方は、こちらをお使いください。',
  open: '福祉の施設・事業所の案内',
  publicPage: 'だれでも見られるページ（印刷・ふりがな）',
} as const
