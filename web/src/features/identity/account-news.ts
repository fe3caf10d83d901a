/** What can have happened on the account page just before its session was renewed and everything was read again. */
export type News = 'password' | 'enrolled' | 'appRemoved' | 'passkeyAdded'

let news: News | null = null

/** Keeps what just happened for the page that is drawn anew. */
export function keepNews(what: News): void {
  news = what
}

/** Whether this just happened; asked once. */
export function takeNews(what: News): boolean {
  const happened = news === what
  if (happened) news = null
  return happened
}
