export const help = { title: '使い方', lead: '結（ゆい）でできることと、困ったときの連絡先です。' } as const
