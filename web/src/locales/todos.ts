import { defineTexts } from '../lib/texts.ts'
import { todos } from './ja/todos.ts'

const useTodoTexts = defineTexts(todos, async () => (await import('./en/todos.ts')).todos)

type Words = Readonly<Record<string, string | number>>
type Sentence = string | ((words: Words) => string)

interface TodoText {
  title: string
  detail: string
  action: string
}

/** Says what is to be done, from the code of a todo and the words that came with it. */
export function useTodoText(): (code: string, words: unknown) => TodoText {
  const texts: Readonly<Record<string, { title: Sentence; detail: Sentence; action: string }>> & {
    OTHER: { title: Sentence; detail: Sentence; action: string }
  } = useTodoTexts()
  return (code, words) => {
    const { title, detail, action } = texts[code] ?? texts.OTHER
    const say = (sentence: Sentence) => (typeof sentence === 'string' ? sentence : sentence(words as Words))
    return { title: say(title), detail: say(detail), action }
  }
}
