import fs from 'node:fs'
import path from 'node:path'
import type { World } from './generate.ts'
import { given } from './generate/given.ts'

/** One question of the bench, in several variants that are asked in turn. */
export interface Operation {
  name: 'registry-search' | 'corporation-page' | 'network'
  inputs: readonly Input[]
}

export type Input = SearchInput | RecordInput

interface SearchInput {
  word: string
  municipality?: string
}

interface RecordInput {
  model: 'Corporation' | 'Platform'
  /** Key of the record; every contestant makes its own kind of id of it. */
  key: string
}

const SEARCHES: readonly SearchInput[] = [
  { word: 'さくら' },
  { word: '特別養護老人ホーム' },
  { word: 'デイサービス', municipality: '141003' },
  { word: '紅花' },
  { word: '山形市' },
  { word: 'サクラの里', municipality: '271004' },
  { word: '光' },
  { word: '保育', municipality: '062014' },
  { word: 'ひまわり学園' },
  { word: '本町3丁目', municipality: '041009' },
  { word: '蔵王' },
  { word: '小規模多機能' },
]

const CORPORATIONS = 24

/** The operations, with inputs that the generated world answers. */
export function operations({ corporation, platform }: World): readonly Operation[] {
  const step = Math.floor(corporation.length / CORPORATIONS) || 1
  const corporations = corporation.filter((_, index) => index % step === step - 1).slice(0, CORPORATIONS)
  return [
    { name: 'registry-search', inputs: SEARCHES },
    { name: 'corporation-page', inputs: corporations.map(({ id }) => ({ model: 'Corporation', key: id })) },
    { name: 'network', inputs: [{ model: 'Platform', key: given(platform[0]).id }] },
  ]
}

/** The text of an operation in the words of one schema; the folder names the schema. */
export function documentOf(folder: string, { name }: Pick<Operation, 'name'>): string {
  return fs.readFileSync(path.join(import.meta.dirname, folder, `${name}.graphql`), 'utf8')
}

export interface Asker {
  userId: string
  sessionToken: string
  /** The networks the person belongs to through the corporation. */
  platformIds: string[]
}

/** Who asks: the director of a facility in the network that is asked for, who therefore may see it. */
export function askerIn({ platformMembership, facility, roleAssignment, session }: World): Asker {
  const member = given(platformMembership[0]).corporationId
  const own = new Set(facility.filter(({ corporationId }) => corporationId === member).map(({ id }) => id))
  const { userId } = given(roleAssignment.find(({ facilityId }) => facilityId && own.has(facilityId)))
  return {
    userId,
    sessionToken: given(session.find((one) => one.userId === userId)).token,
    platformIds: platformMembership
      .filter(({ corporationId, endsOn }) => corporationId === member && !endsOn)
      .map(({ platformId }) => platformId),
  }
}
