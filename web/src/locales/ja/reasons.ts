/** Why a policy says no, by its reason code. Each module adds its own below. */
export const reasons = {
  OTHER: 'いまの立場では、この操作を行えません。',
  // kernel
  CHOOSE_ACTING: 'だれとして操作するかを選ぶと行えます。',
  SECOND_FACTOR_REQUIRED: '2段階認証を済ませると行えます。',
} as const
