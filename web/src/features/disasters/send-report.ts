import { graphql } from '../../generated/gql.ts'
import type { SendStatusReportInput } from '../../generated/graphql.ts'
import { useOutbox } from '../../lib/outbox.ts'

const SendReport = graphql(`
  mutation Disaster_report($input: SendStatusReportInput!) {
    sendStatusReport(input: $input) {
      ... on SendStatusReportPayload {
        calledFacility {
          id
        }
        statusReport {
          id
        }
      }
      ...Refusal
    }
  }
`)

export type SixAnswersInput = Pick<
  SendStatusReportInput,
  'users' | 'building' | 'power' | 'water' | 'staff' | 'acceptance'
>

/** A report as the device has made it. Its id is made once, so that it can be sent as often as it takes. */
export type MadeReport = SendStatusReportInput

/** Makes the report of six answers; from here on it only has to arrive. */
export const makeReport = (
  calledFacilityId: string,
  answers: SixAnswersInput,
  more: Partial<Pick<SendStatusReportInput, 'note' | 'told' | 'reportedByName'>> = {},
): MadeReport => ({
  reportKey: crypto.randomUUID(),
  calledFacilityId,
  ...answers,
  note: '',
  reportedAt: new Date().toISOString(),
  ...more,
})

/** The six answers of a report, and nothing else of it. */
export const answersOf = <Report extends SixAnswersInput | null | undefined>(
  report: Report,
): SixAnswersInput | Extract<Report, null | undefined> => {
  if (!report) return report as Extract<Report, null | undefined>
  const { users, building, power, water, staff, acceptance } = report
  return { users, building, power, water, staff, acceptance }
}

interface Place {
  calledFacilityId: string
  title: string
  path: string
}

/** The one place where a report leaves the device: by the outbox, each standing for itself. */
export const useReports = ({ calledFacilityId, title, path }: Place) =>
  useOutbox(SendReport, {
    kind: 'disasters.report',
    title,
    path,
    lane: `report:${calledFacilityId}`,
    passes: true,
    ownKeys: true,
  })
