import { WebhookTopic } from '../../../api/src/generated/prisma/enums.ts'
import type { Db } from '../../../api/src/kernel/db.ts'

/** Other systems that a network has told everything: one asked for drills, one did not. Nothing is sent to them here. */
export async function receivers(db: Db, platformId: string, userId: string, now: Date) {
  const receiver = async (drills: boolean) => {
    const { id } = await db.webhook.create({
      data: {
        platformId,
        name: '見本市',
        url: 'https://mihon.example/',
        topics: Object.values(WebhookTopic),
        drills,
        wrappedKey: new Uint8Array(1),
        keyVersion: 0,
        createdByUserId: userId,
        createdAt: now,
      },
    })
    return id
  }
  return { withDrills: await receiver(true), without: await receiver(false) }
}
