/** How many guests the days of the stock are counted for until somebody says another number. */
export const USUAL_GUESTS = 20

/** For how many guests, as it stands in the address. */
export const readGuests = ({ guests }: Record<string, unknown>): { guests?: number } =>
  typeof guests === 'number' && Number.isInteger(guests) && guests > 0 && guests <= 9_999 ? { guests } : {}
