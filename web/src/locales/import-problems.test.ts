// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { useImportProblemText } from './import-problems.ts'

test('says what is wrong with a file in Japanese until English has come', () => {
  expect(useImportProblemText.now().files.FILE_EMPTY).toContain('空です')
})
