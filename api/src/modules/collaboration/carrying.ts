import { registerCarrier } from '../registry/public.ts'

// What a corporation's second record offers is offered by the one that is kept. Its ties: reactions/merges.ts.
registerCarrier({
  relations: ['collaboration_service'],

  async plan(sql, { record, keptId, absorbedId }) {
    if (record !== 'CORPORATION') return { moves: [], stays: [] }
    const services = await sql<{ id: string }>(
      'SELECT id::text FROM collaboration_service WHERE provider_id = $1::uuid ORDER BY id',
      [absorbedId],
    )
    return {
      moves: services.map(({ id }) => ({
        relation: 'collaboration_service',
        id,
        before: { provider_id: absorbedId },
        after: { provider_id: keptId },
      })),
      stays: [],
    }
  },

  async apply(tx, moves) {
    for (const { id, after } of moves)
      await tx.collaborationService.update({
        where: { id },
        data: { providerId: String(after.provider_id), version: { increment: 1 } },
      })
  },
})
