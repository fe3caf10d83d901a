import { findInCode, isTest } from '../sources.ts'
import { file, type Convention } from './convention.ts'

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]+/gu
const hiragana = /[\p{Script=Hiragana}]{2,}/gu

/** Where Japanese is data and not a text: what a person may type, how eras and municipalities are called. */
const isData = /^web\/src\/(lib\/(clock|dates|digits|era|kana)[^/]*|features\/registry\/yamagata)\.ts$/

export const texts: Convention[] = [
  {
    name: 'what a person reads stands in locales',
    because: 'Only there it can be found, corrected and translated.',
    check: (sources) =>
      findInCode(
        sources.filter(
          ({ path }) =>
            /^web\/src\/(app|routes|features|ui|lib)\/.*\.tsx?$/.test(path) &&
            !isTest(path) &&
            !isData.test(path),
        ),
        japanese,
        ([found]) => `says ${found}`,
      ),
    broken: [file('web/src/routes/home/page.tsx', 'return <h1>やること</h1>')],
    kept: [
      file('web/src/routes/home/page.tsx', 'return <h1>{text.title}</h1> // やること'),
      file('web/src/locales/ja/home.ts', "export const home = { title: 'やること' }"),
    ],
  },
  {
    name: 'the English texts are in English',
    because: 'Who chose English cannot read the rest.',
    check: (sources) =>
      findInCode(
        sources.filter(({ path }) => path.startsWith('web/src/locales/en/')),
        hiragana,
        ([found]) => `says ${found}`,
      ),
    broken: [file('web/src/locales/en/home.ts', "export const home = { title: 'やること' }")],
    kept: [file('web/src/locales/en/home.ts', "export const home = { title: 'To do' }")],
  },
]
