/** What is to be done, by the code of the todo: what, one or two lines about it, and the verb of the button. */
// Each module adds its own below.
export const todos = {
  OTHER: { title: '確かめること', detail: '内容を開いて確かめてください。', action: '開く' },
} as const
