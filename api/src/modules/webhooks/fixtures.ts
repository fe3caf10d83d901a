import { randomUUID } from 'node:crypto'
import type { Chapter } from '../../kernel/sample-year.ts'
import { newKey } from './keys.ts'
import { TRIAL } from './queueing.ts'
import { bodyOf } from './rules/body.ts'

/** A receiver that does not exist, told of no drill: nothing of the sample ever leaves for it. */
export const webhooks: Chapter = {
  title: '外部システムへの自動通知の見本',
  async write({ db, daysAgo }) {
    if ((await db.webhook.count()) > 0) return
    const secretary = await db.roleAssignment.findFirst({
      where: { role: 'PLATFORM_SECRETARIAT', platform: { name: '見本地区社会福祉法人連絡協議会' } },
    })
    if (!secretary?.platformId) return
    const { platformId, userId } = secretary
    const id = randomUUID()
    const { wrappedKey, keyVersion } = newKey(id)
    const tried = daysAgo(6, '10:05')
    await db.webhook.create({
      data: {
        id,
        platformId,
        name: '見本市 防災課のシステム',
        url: 'https://mihon.example/yui',
        topics: ['EVENT', 'OPENING'],
        wrappedKey,
        keyVersion,
        createdByUserId: userId,
        createdAt: daysAgo(6, '10:00'),
        deliveries: {
          create: {
            eventName: TRIAL,
            drill: false,
            body: bodyOf({
              id: randomUUID(),
              type: TRIAL,
              at: tried,
              platformId,
              drill: false,
              entities: [],
            }),
            state: 'DELIVERED',
            attempts: 1,
            createdAt: tried,
            settledAt: tried,
            status: 204,
          },
        },
      },
    })
  },
}
