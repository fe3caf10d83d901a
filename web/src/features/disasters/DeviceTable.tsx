import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import type { DisasterDevicesPageQuery } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { ConfirmDialog } from '../identity/ConfirmDialog.tsx'

const Revoke = graphql(`
  mutation Disaster_revoke($input: RevokeDeviceInput!) {
    revokeDevice(input: $input) {
      ... on RevokeDevicePayload {
        facilityDevice {
          id
          revokedAt
          version
        }
      }
      ...Refusal
    }
  }
`)

type Device = DisasterDevicesPageQuery['facilityDevices']['nodes'][number]

/** The enrolled devices, and how to take one out of use. */
export function DeviceTable({ devices }: { devices: readonly Device[] }) {
  const text = useDisastersText().devices
  const language = useLanguage()
  const revoke = useCommand(Revoke)
  const [asked, ask] = useState<Device>()
  return (
    <>
      <Table caption={text.title} captionHidden>
        <thead>
          <tr>
            <Head>{text.columns.name}</Head>
            <Head>{text.columns.since}</Head>
            <Head>{text.columns.state}</Head>
            <Head>{text.columns.act}</Head>
          </tr>
        </thead>
        <tbody>
          {devices.map((device) => (
            <tr key={device.id}>
              <th scope="row">{device.name}</th>
              <Cell label={text.columns.since}>{formatMoment(device.enrolledAt, language)}</Cell>
              <Cell label={text.columns.state}>
                {device.revokedAt ? text.revoked : text.works}
                {device.lastUsedAt && (
                  <small>　{text.lastUsed(formatMoment(device.lastUsedAt, language))}</small>
                )}
              </Cell>
              <Cell label={text.columns.act}>
                {!device.revokedAt && (
                  <Button kind="text" onClick={() => ask(device)}>
                    {text.revoke}
                    <span className="sr-only">（{device.name}）</span>
                  </Button>
                )}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <ConfirmDialog
        title={text.revokeTitle(asked?.name ?? '')}
        body={text.revokeBody}
        submit={text.revoke}
        open={asked !== undefined}
        onClose={() => ask(undefined)}
        send={() => revoke({ input: { facilityDeviceId: asked?.id ?? '', version: asked?.version ?? 0 } })}
        onDone={() => announce(text.revoked)}
      />
    </>
  )
}
