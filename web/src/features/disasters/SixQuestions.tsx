import { useState } from 'react'
import { useDisastersText } from '../../locales/disasters.ts'
import { Glyph } from './Glyph.tsx'
import { glyphOfAnswer, nextOf, QUESTIONS, SIX, type Answers, type Question } from './six.ts'

interface SixQuestionsProps {
  answers: Answers
  /** Told at every tap, with all answers so far. */
  onAnswer: (answers: Answers) => void
}

/** The six questions: what is answered stands in one line each, the next one stands open. */
export function SixQuestions({ answers, onAnswer }: SixQuestionsProps) {
  const words = useDisastersText()
  const text = words.report
  const [editing, setEditing] = useState<Question>()
  const asked = editing ?? nextOf(answers)
  const answer = (question: Question, given: string) => {
    setEditing(undefined)
    onAnswer({ ...answers, [question]: given })
  }
  return (
    <ol className="yui-dz-questions">
      {QUESTIONS.map((question, place) => {
        const { label, ask, answers: options } = words.questions[question]
        const given = answers[question]
        if (question === asked)
          return (
            <li key={question} className="yui-dz-ask">
              <h2 id={`ask-${question}`}>
                {ask}
                <small>{text.number(place + 1)}</small>
              </h2>
              <fieldset className="yui-dz-options" aria-labelledby={`ask-${question}`}>
                {SIX[question].map((option) => (
                  <button
                    key={option}
                    type="button"
                    className="yui-dz-option"
                    aria-pressed={given === option || undefined}
                    onClick={() => answer(question, option)}
                  >
                    <Glyph name={glyphOfAnswer(question, option)} />
                    {(options as Readonly<Record<string, string>>)[option]}
                  </button>
                ))}
              </fieldset>
              <p className="prose-note">{place === QUESTIONS.length - 1 ? text.endsIt : text.keeps}</p>
            </li>
          )
        if (given === undefined) return null
        return (
          <li key={question} className="yui-dz-answered">
            <span>{label}</span>
            <span className="yui-dz-word">
              <Glyph name={glyphOfAnswer(question, given)} />
              {(options as Readonly<Record<string, string>>)[given]}
            </span>
            <button
              type="button"
              className="yui-text-button"
              aria-label={text.editOf(label)}
              onClick={() => setEditing(question)}
            >
              {text.edit}
            </button>
          </li>
        )
      })}
    </ol>
  )
}
