import './schema/documents.ts'
