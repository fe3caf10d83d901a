import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { enumOf } from '../../../kernel/inputs.ts'
import * as policy from '../policy/alerts.ts'
import { receive } from '../receiving.ts'

/** 「気象庁の電文を入れる」 */
export const receiveAlert = command({
  name: 'receiveAlert',
  description:
    'A message of 気象庁防災情報XML is kept with what could be read in it, also when that is nothing; the networks it concerns may be asked whether they open an event. The same message again changes nothing.',
  scope: 'alerts:write',
  // Two messages about one thing at the same moment settle one after the other.
  isolation: 'serializable',
  secret: ['bytes'],
  input: z.object({
    bytes: z.base64().describe('The message as it came, in base64.'),
    fileName: z.string().max(200).nullable().describe('What its file was called.'),
    channel: enumOf('AlertChannel', 'How a message came in.', {
      UPLOAD: 'Put in by a person in the portal.',
      RELAY: 'Sent by a program with a token.',
      TASK: 'Read by a task of the operator.',
    }).describe('How it came in.'),
  }),
  subject: () => ({}),
  may: (viewer) => policy.receive(viewer),
  async run({ tx, input, viewer, now, emit }) {
    const { messageId, repeated } = await receive(
      { tx, emit, now },
      {
        bytes: new Uint8Array(Buffer.from(input.bytes, 'base64')),
        channel: input.channel,
        fileName: input.fileName,
        userId: viewer.userId,
      },
    )
    return { alertMessageId: messageId, repeated }
  },
})
