/** What can have happened on the account page just before its session was renewed and everything was read again. */
export type News = 'password' | 'enrolled' | 'appRemoved' | 'passkeyAdded'

/** Long enough for the page to be drawn anew, also more than once. */
const FRESH_MS = 10_000

let news: { what: News; at: number } | null = null

/** Keeps what just happened for the page that is drawn anew. */
export function keepNews(what: News): void {
  news = { what, at: Date.now() }
}

/** Whether this happened just now. */
export const isNews = (what: News): boolean => news?.what === what && Date.now() - news.at < FRESH_MS
