import './reactions/unfinished-files.ts'
