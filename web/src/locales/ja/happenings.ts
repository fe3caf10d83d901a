/** What a notification tells, by its kind (`registry.facilityConfirmed`). Each module adds its own below. */
export const happenings = {
  OTHER: '新しい出来事があります。',
} as const
