const FIRST_SIZE = 64 * 1024

/** The shared strings of a workbook, kept as bytes: a third of the memory of as many strings. */
export class StringTable {
  #bytes = Buffer.allocUnsafe(FIRST_SIZE)
  #ends = new Uint32Array(1024)
  #count = 0

  add(text: string): void {
    const start = this.#endOf(this.#count - 1)
    const length = Buffer.byteLength(text)
    if (start + length > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, start + length))
      this.#bytes.copy(larger, 0, 0, start)
      this.#bytes = larger
    }
    if (this.#count === this.#ends.length) {
      const longer = new Uint32Array(this.#ends.length * 2)
      longer.set(this.#ends)
      this.#ends = longer
    }
    this.#bytes.write(text, start)
    this.#ends[this.#count++] = start + length
  }

  /** The string of an index; blank when the workbook names one that it does not have. */
  get(index: number): string {
    if (!(index >= 0 && index < this.#count)) return ''
    return this.#bytes.toString('utf8', this.#endOf(index - 1), this.#endOf(index))
  }

  #endOf(index: number): number {
    return index < 0 ? 0 : (this.#ends[index] ?? 0)
  }
}
