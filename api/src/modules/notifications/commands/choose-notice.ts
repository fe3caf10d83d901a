import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { noticeDelivery, noticeTopic } from '../inputs.ts'
import * as policy from '../policy.ts'
import { mayChoose } from '../rules/topics.ts'

export const chooseNotice = command({
  name: 'chooseNotice',
  description:
    'A person chooses when they hear of a topic by mail: at once, in the daily mail, or never; what somebody waits for cannot be switched off.',
  personal: true,
  withoutSecondFactor: true,
  input: z.object({
    topic: noticeTopic.describe('What it is about.'),
    delivery: noticeDelivery.describe('When the mail comes.'),
  }),
  subject: (_tx, _input, { userId }) => (userId ? { userId } : null),
  may: policy.read,
  async run({ tx, subject: { userId }, input: { topic, delivery } }) {
    if (!mayChoose(topic, delivery))
      throw new RuleProblem(
        'NOTICE_IS_OBLIGATORY',
        'Somebody waits for an answer: it cannot be switched off.',
      )
    const { id } = await tx.noticeChoice.upsert({
      where: { userId_topic: { userId, topic } },
      create: { userId, topic, delivery },
      update: { delivery },
      select: { id: true },
    })
    return { noticeChoiceId: id }
  },
  auditSubject: (_result, { userId }) => ({ type: 'User', id: userId }),
})
