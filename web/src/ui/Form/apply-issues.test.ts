import { expect, test, vi } from 'vitest'
import { applyIssues } from './apply-issues.ts'

const issue = (path: string[], code = 'WRONG_FORMAT') => ({ path, code, message: 'developers read this' })

function form(values: object) {
  const setError = vi.fn<(name: string, error: object) => void>()
  return { setError, getValues: () => values }
}

test('an issue goes to the field its path names', () => {
  const target = form({ name: '', startsOn: { era: '令和', year: '' } })
  expect(applyIssues(target as never, [issue(['name'], 'REQUIRED'), issue(['input', 'startsOn'])])).toEqual(
    [],
  )
  expect(target.setError.mock.calls).toEqual([
    ['name', { type: 'REQUIRED' }],
    ['startsOn', { type: 'WRONG_FORMAT' }],
  ])
})

test('a place in a list is a field of its own; something deeper belongs to the nearest field', () => {
  const target = form({ contacts: [{ phone: '' }], roles: ['A'] })
  applyIssues(target as never, [issue(['contacts', '0', 'phone']), issue(['roles', '0', 'kind'])])
  expect(target.setError.mock.calls.map(([name]: unknown[]) => name)).toEqual(['contacts.0.phone', 'roles.0'])
})

test('one field is told one thing', () => {
  const target = form({ name: '' })
  applyIssues(target as never, [issue(['name'], 'REQUIRED'), issue(['name'], 'TOO_SHORT')])
  expect(target.setError).toHaveBeenCalledExactlyOnceWith('name', { type: 'REQUIRED' })
})

test('an issue that names no field of the form comes back', () => {
  const target = form({ name: '' })
  const stray = issue(['version'])
  expect(applyIssues(target as never, [stray])).toEqual([stray])
  expect(target.setError).not.toHaveBeenCalled()
})
