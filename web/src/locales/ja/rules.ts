/** What a rule of the domain says, by its rule code. Each module adds its own below. */
export const rules = {
  OTHER: '決まりにより、この操作は行えません。',
  // kernel
  IDEMPOTENCY_KEY_REUSED: 'この内容は、別の操作としてすでに送られています。画面を読み直してください。',
} as const
