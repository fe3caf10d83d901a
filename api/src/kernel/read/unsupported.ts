/** The read path was asked for something it does not do. Always a mistake of ours, never of a caller. */
export class Unsupported extends Error {
  constructor(what: string) {
    super(`read path: ${what}`)
    this.name = 'Unsupported'
  }
}
