import './reactions/designations.ts'
