import { extend, model } from '../../../kernel/read/model.ts'
import { keepRegisters, lookedAfterFacilities, sharedFacilities } from '../policy/viewers.ts'
import { AidKind } from './enums.ts'

const SCOPE = 'mutualaid:read'
const shared = 'Seen within the networks of the facility.'
const own = 'Seen by the people of the facility’s corporation and the officers of its networks.'

model('AidResource', {
  description: `What a facility can give away for a time: a person’s shift, a vehicle, beds. ${shared}`,
  visibleTo: (viewer) => ({ facility: { is: sharedFacilities(viewer) } }),
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    kind: t.column('kind', { description: 'People, a vehicle or beds.' }),
    label: t.column('label', { description: 'How it is told apart; no name of a person.' }),
    skill: t.column('skill', { description: 'What the person can do; null for a vehicle and beds.' }),
    units: t.column('units', { description: 'Beds of a room; 1 for all else.' }),
    taken: t.column('taken', { description: 'Beds that are offered or promised; 0 for all else.' }),
    retiredAt: t.column('retiredAt', { description: 'When it left the register; null while in it.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    facility: t.one('facility', { description: 'The facility that has it.' }),
  }),
})

model('StaffSkillCount', {
  description: `How many people of a facility can do something; counts, no names. ${shared}`,
  visibleTo: (viewer) => ({ facility: { is: sharedFacilities(viewer) } }),
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    skill: t.column('skill', { description: 'What they can do.' }),
    people: t.column('people', { description: 'How many people.' }),
    reachableAtNight: t.column('reachableAtNight', {
      description: 'How many of them reach the facility on foot at night; null = nobody has asked them.',
    }),
    minutes: t.column('minutes', { description: 'Within how many minutes on foot.' }),
    countedOn: t.column('countedOn', { description: 'On which day they were counted.' }),
  }),
})

model('Inspection', {
  description: `An inspection of a facility. ${own}`,
  visibleTo: (viewer) => ({ facility: { is: lookedAfterFacilities(viewer) } }),
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    subject: t.column('subject', { description: 'What was inspected.' }),
    inspectedOn: t.column('inspectedOn', { description: 'On which day.' }),
    inspectedBy: t.column('inspectedBy', { description: 'By which firm or section.' }),
    result: t.column('result', { description: 'What came of it; may be empty.' }),
    defects: t.many('defects', {
      description: 'What was found, the next to be put right first.',
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    }),
    defectCount: t.count('defects', { description: 'Number of defects that were found.' }),
  }),
})

model('InspectionDefect', {
  description: `Something an inspection found, as a task. ${own}`,
  visibleTo: (viewer) => ({ facility: { is: lookedAfterFacilities(viewer) } }),
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    what: t.column('what', { description: 'What is wrong.' }),
    dueOn: t.column('dueOn', { description: 'Until when it is put right.' }),
    doneOn: t.column('doneOn', { description: 'When it was put right; null while it is not.' }),
    doneNote: t.column('doneNote', { description: 'How it was put right; null while it is not.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    inspection: t.one('inspection', { description: 'The inspection that found it.' }),
  }),
})

extend('Facility', (t) => ({
  registersCan: t.can({
    keep: {
      description: 'Keep its registers for disasters: stock, loans, inspections, skills, what can be lent.',
      needs: ['id', 'corporationId'],
      policy: (viewer, { id, corporationId }) => keepRegisters(viewer, { facilityId: id, corporationId }),
    },
  }),
  aidResources: t.many('aidResources', {
    description: 'What it can give away for a time; what has left the register only if asked for.',
    args: (arg) => ({
      kind: arg({ type: AidKind, description: 'Only of this kind.' }),
      retired: arg.boolean({ description: 'Also what has left the register.' }),
    }),
    where: ({ kind, retired }) => ({
      AND: [kind ? { kind } : {}, retired ? {} : { retiredAt: null }],
    }),
    orderBy: [{ kind: 'asc' }, { id: 'asc' }],
  }),
  staffSkills: t.many('staffSkills', {
    description: 'How many of its people can do what; counts, no names.',
    orderBy: [{ skill: 'asc' }, { id: 'asc' }],
  }),
  inspections: t.many('inspections', {
    description: 'Inspections of it, the latest first.',
    orderBy: [{ inspectedOn: 'desc' }, { id: 'desc' }],
  }),
  inspectionDefects: t.many('inspectionDefects', {
    description: 'What inspections have found and is not put right, the next due first.',
    where: () => ({ doneOn: null }),
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  }),
}))
