/** Ways from the registry to the register of welfare shelters; apart from its words, which are many. */
export const shelterLinks = {
  register: '福祉避難所の台帳（指定・協定・開設の数え方）',
  record: '福祉避難所としての記録と準備',
  stock: '備蓄と貸し借り',
  inspections: '点検と直すこと',
  skills: '動ける職員と出せるもの',
} as const
