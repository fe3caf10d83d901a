/** What every screen of an event says of it. */
export const EVENT = {
  eventId: { type: 'ID', description: 'Relay id of the DisasterEvent.' },
  network: { type: 'String', description: 'The network.' },
  sample: { type: 'Boolean', description: 'Invented for demonstration.' },
  name: { type: 'String', description: 'The event.' },
  drill: { type: 'Boolean', description: '訓練: whether it is a drill.' },
  startedAt: { type: 'DateTime', description: 'When it happened.' },
  closedAt: { type: 'DateTime', nullable: true, description: 'When it ended; null while it is on.' },
} as const

/** What screens on which an event runs say besides. */
export const RUNNING = {
  ...EVENT,
  platformId: { type: 'ID', description: 'Relay id of the Platform.' },
  helpPhone: { type: 'String', nullable: true, description: 'Number of its secretariat; null if none.' },
  clockRate: { type: 'Int', description: 'Minutes of the event per minute of the clock.' },
  viewerConducts: { type: 'Boolean', description: 'Whether the asker runs the event.' },
} as const
