import './schema/book.ts'
import './schema/mutations.ts'
