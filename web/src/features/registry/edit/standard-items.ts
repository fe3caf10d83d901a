// Asked of every facility under the same name, so that a network can count; they are data, the same in every language.

export const STANDARD_EQUIPMENT: readonly string[] = [
  '自家発電機',
  '蓄電池',
  '井戸・受水槽',
  '飲料水・食料の備え',
  '介護用品の備え',
  '非常用トイレ',
  '衛星電話',
  '車いすごと乗れる車',
  '酸素濃縮器',
  '簡易ベッド',
]

export const STANDARD_QUALIFICATIONS: readonly string[] = [
  '介護福祉士',
  '社会福祉士',
  '精神保健福祉士',
  '看護師',
  '介護支援専門員',
  '手話通訳士',
  '防災士',
]
