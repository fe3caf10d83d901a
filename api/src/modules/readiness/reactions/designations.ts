import { reaction, type ReactionArguments } from '../../../kernel/jobs/reaction.ts'
import {
  ImportReverted,
  MatchDecided,
  MatchReopened,
  PublishedDataImported,
  RegistryMatched,
} from '../../registry/events.ts'
import { takeOver } from '../designations.ts'
import * as events from '../events.ts'

const run = async ({ tx, now, emit }: ReactionArguments<unknown>): Promise<void> => {
  const { designated, ended } = await takeOver(tx, now, null)
  if (designated + ended > 0)
    emit(events.DesignationsAdopted, { designated, ended }, { audience: ['public'] })
}

const follow = 'the register follows what the published lists of shelters say of designations.'

reaction(PublishedDataImported, {
  name: 'readiness.followImport',
  description: `After an import, ${follow}`,
  run,
})
reaction(ImportReverted, {
  name: 'readiness.followRevertedImport',
  description: `After an import was taken back, ${follow}`,
  run,
})
reaction(RegistryMatched, {
  name: 'readiness.followMatching',
  description: `After shelters were recognized as facilities, ${follow}`,
  run,
})
reaction(MatchDecided, {
  name: 'readiness.followDecision',
  description: `After a person has recognized a shelter as a facility, ${follow}`,
  run,
})
reaction(MatchReopened, {
  name: 'readiness.followReopening',
  description: `After such a decision was taken back, ${follow}`,
  run,
})
