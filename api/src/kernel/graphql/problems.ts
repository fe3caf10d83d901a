import { ConflictProblem, RuleProblem, ValidationProblem, type Issue } from '../problems.ts'
import { builder } from './builder.ts'

const Problem = builder.interfaceRef<{ code: string; message: string }>('Problem').implement({
  description: 'An expected refusal of a mutation. Nothing was changed.',
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'SCREAMING_SNAKE; the portal has a Japanese text for each.',
    }),
    message: t.exposeString('message', { description: 'A sentence for developers, in English.' }),
  }),
})

const ValidationIssue = builder.objectRef<Issue>('ValidationIssue').implement({
  description: 'One thing that is wrong with an input.',
  fields: (t) => ({
    path: t.stringList({
      description: 'Where in the input, from the outside in; list positions as digits.',
      resolve: ({ path }) => [...path],
    }),
    code: t.exposeString('code', { description: 'What is wrong, e.g. REQUIRED, TOO_LONG, WRONG_FORMAT.' }),
    message: t.exposeString('message', { description: 'A sentence for developers, in English.' }),
  }),
})

builder.objectType(ValidationProblem, {
  name: 'ValidationProblem',
  description: 'The input has the wrong shape.',
  interfaces: [Problem],
  fields: (t) => ({
    issues: t.field({
      type: [ValidationIssue],
      description: 'Everything that is wrong, at once.',
      resolve: ({ issues }) => [...issues],
    }),
  }),
})

builder.objectType(ConflictProblem, {
  name: 'ConflictProblem',
  description: 'Someone else changed the record first: read it again, then repeat.',
  interfaces: [Problem],
  fields: (t) => ({
    currentVersion: t.exposeInt('currentVersion', { description: 'The version that stands now.' }),
  }),
})

builder.objectType(RuleProblem, {
  name: 'RuleProblem',
  description: 'A rule of the domain says no; `code` names the rule.',
  interfaces: [Problem],
})
