import { globalId, type ModelName } from '../../../api/src/kernel/ids.ts'
import { ask } from './database.ts'

// Where the records of the sample network have their pages; asked of the database, because ids are new in every run.

const idOf = (model: ModelName, table: string, name: string) => async () => {
  const [row] = await ask<{ id: string }>(`select id from ${table} where name like $1 and sample`, [
    `%${name}`,
  ])
  return globalId(model, row?.id ?? '')
}
export const facility = idOf('Facility', 'facility', '見本あおば荘')
export const corporation = idOf('Corporation', 'corporation', '見本あおば会')

/** The facility that 見本あおば荘 guides to its designation. */
export const preparing = async () => {
  const [row] = await ask<{ id: string }>(
    `select mentee_facility_id as id from mentorship order by started_on limit 1`,
  )
  return globalId('Facility', row?.id ?? '')
}

export const contract = async () => {
  const [row] = await ask<{ id: string }>(
    `select id from collaboration_tie where subject = '給食の共同調理' and status = 'STANDING'`,
  )
  return globalId('CollaborationTie', row?.id ?? '')
}
/** The first of the sample network's records of a kind. */
const ofNetwork = (model: ModelName, table: string, title: string) => async () => {
  const [row] = await ask<{ id: string }>(
    `select t.id from ${table} t join platform p on p.id = t.platform_id where p.sample and t.title like $1 order by t.id limit 1`,
    [`%${title}%`],
  )
  return globalId(model, row?.id ?? '')
}
export const minutes = ofNetwork('Document', 'document', '議事録')
export const nightCalls = ofNetwork('Announcement', 'announcement', '夜間の連絡先')
export const series = ofNetwork('MeetingSeries', 'meeting_series', '定例会')
export const fair = ofNetwork('CalendarEntry', 'calendar_entry', '施設長連絡会')

export const samplePair = async () => {
  const [row] = await ask<{ id: string }>(
    `select id from match_proposal where sample and kind = 'FACILITY_FACILITY' limit 1`,
  )
  return globalId('MatchProposal', row?.id ?? '')
}

/** What 見本こぶし会 entrusts 見本あおば会 with: it may be given back. */
export const heldMandate = async () => {
  const [row] = await ask<{ id: string }>(
    `select id from mandate where permission = 'CONFIRM_FACTS' and ended_at is null order by created_at limit 1`,
  )
  return globalId('Mandate', row?.id ?? '')
}

/** The drill of the sample network in which help was asked for. */
export const drillWithAid = async () => {
  const [row] = await ask<{ id: string }>(
    `select e.id from disaster_event e join platform p on p.id = e.platform_id
      where p.sample and exists (select from aid_request r where r.event_id = e.id) limit 1`,
  )
  return globalId('DisasterEvent', row?.id ?? '')
}

/** A version of the sample network's rulebook. */
export const rulebookVersion = async (number: number) => {
  const [row] = await ask<{ id: string }>(
    `select v.id from rulebook_version v join platform p on p.id = v.platform_id where p.sample and v.number = $1`,
    [String(number)],
  )
  return globalId('RulebookVersion', row?.id ?? '')
}

/** The sample network's own files came in as imports. */
export const newestImport = async () => {
  const [row] = await ask<{ id: string }>(`select id from import_run order by started_at desc limit 1`)
  return globalId('ImportRun', row?.id ?? '')
}

/** What is ahead of the sample network (modules/meetings/fixtures/ahead.ts). */
export const meeting = (form: 'ASSEMBLY' | 'WRITTEN') => async () => {
  const [row] = await ask<{ id: string }>(
    `select m.id from meeting m join platform p on p.id = m.platform_id
      where p.sample and m.organ = 'GENERAL_MEETING' and m.form = $1::meeting_form and m.state in ('NOTICED', 'OPEN') order by m.starts_at limit 1`,
    [form],
  )
  return globalId('Meeting', row?.id ?? '')
}
export const writtenItem = async () => {
  const [row] = await ask<{ id: string }>(
    `select i.id from agenda_item i join meeting m on m.id = i.meeting_id join platform p on p.id = m.platform_id
      where p.sample and m.form = 'WRITTEN' and i.state = 'VOTING' limit 1`,
  )
  return globalId('AgendaItem', row?.id ?? '')
}

/** The contract for the bus, and the meeting that decided on it (modules/meetings/fixtures.ts). */
export const busContract = async () => {
  const [row] = await ask<{ id: string; meeting: string }>(
    `select d.id, d.meeting_id as meeting from decision d join platform p on p.id = d.platform_id
      where p.sample and d.title like '%福祉バス%' limit 1`,
  )
  return { decision: globalId('Decision', row?.id ?? ''), meeting: globalId('Meeting', row?.meeting ?? '') }
}
export const membershipOfAoba = async () => {
  const [row] = await ask<{ id: string }>(
    `select m.id from platform_membership m join corporation c on c.id = m.corporation_id
     join platform p on p.id = m.platform_id where c.name like '%見本あおば会' and p.name like '%連絡協議会' limit 1`,
  )
  return globalId('PlatformMembership', row?.id ?? '')
}
export const firstApplication = async () => {
  const [row] = await ask<{ id: string }>(`select id from membership_application order by created_at limit 1`)
  return globalId('MembershipApplication', row?.id ?? '')
}

/** The drill of the sample network that is on, or the one that is over. */
export const drill = async (over = false) => {
  const [row] = await ask<{ id: string; called: string }>(
    `select e.id, c.id as called from disaster_event e join platform p on p.id = e.platform_id
      join called_facility c on c.event_id = e.id join facility f on f.id = c.facility_id
      where p.sample and (e.closed_at is not null) = $1 and f.name like '%見本あおば荘' limit 1`,
    [String(over)],
  )
  return {
    event: globalId('DisasterEvent', row?.id ?? ''),
    called: globalId('CalledFacility', row?.called ?? ''),
  }
}
/** The sample shelter of a drill (modules/intake/fixtures.ts). */
export const intake =
  (part = '') =>
  async () => {
    const [row] = await ask<{ event: string; opening: string }>(
      `select o.event_id as event, o.id as opening from intake_book b join shelter_opening o on o.id = b.opening_id
       join facility f on f.id = o.facility_id where f.sample order by b.id limit 1`,
    )
    const event = globalId('DisasterEvent', row?.event ?? '')
    return `/disasters/${event}/intake/${globalId('ShelterOpening', row?.opening ?? '')}${part}`
  }
/** A drill of a tsunami, as the 気象庁 sends it. */
export const drillMessage = async () => {
  const [row] = await ask<{ id: string }>(`select id from alert_message where status = 'DRILL' limit 1`)
  return globalId('AlertMessage', row?.id ?? '')
}
/** The latest event or drill there is; without one, the page says that there is none to see. */
export const latestEvent = async () => {
  const [row] = await ask<{ id: string }>(
    `select e.id from disaster_event e join platform p on p.id = e.platform_id where p.sample order by opened_at desc limit 1`,
  )
  return globalId('DisasterEvent', row?.id ?? '00000000-0000-7000-8000-000000000000')
}
