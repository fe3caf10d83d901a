import { useState } from 'react'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { ServiceTable_ServiceFragment } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { shortName } from '../../locales/short-name.ts'
import { useTiesText } from '../../locales/ties.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { ConfirmDialog } from '../identity/ConfirmDialog.tsx'
import { feeInWords } from './fee.ts'

const ServiceTable_service = graphql(`
  fragment ServiceTable_service on CollaborationService {
    id
    name
    scope
    feeYen
    feePer
    contractCount
    version
    provider {
      id
      name
    }
    viewerCan {
      withdraw {
        allowed
      }
    }
  }
`)

const Withdraw = graphql(`
  mutation ServiceTable_withdraw($input: WithdrawServiceInput!) {
    withdrawService(input: $input) {
      ... on WithdrawServicePayload {
        collaborationService {
          id
          offeredTo
        }
      }
      ...Refusal
    }
  }
`)

interface ServiceTableProps {
  platformId: string
  services: readonly FragmentType<typeof ServiceTable_service>[]
  /** The viewer may propose a contract for its corporation. */
  proposes: boolean
  onConflict: () => void
}

/** What hubs offer, each with a way to contract for it or to withdraw it. */
export function ServiceTable({ platformId, services: given, proposes, onConflict }: ServiceTableProps) {
  const texts = useTiesText()
  const text = texts.hub
  const services = readFragment(ServiceTable_service, given)
  const [taken, take] = useState<ServiceTable_ServiceFragment>()
  const withdraw = useCommand(Withdraw)
  return (
    <>
      <Table caption={text.servicesCaption} captionHidden>
        <thead>
          <tr>
            <Head>{text.serviceColumns.name}</Head>
            <Head>{text.serviceColumns.provider}</Head>
            <Head>{text.serviceColumns.fee}</Head>
            <Head numeric>{text.serviceColumns.contracts}</Head>
            <Head>{text.serviceColumns.action}</Head>
          </tr>
        </thead>
        <tbody>
          {services.map((service) => (
            <tr key={service.id}>
              <th scope="row">
                {service.name}
                <span className="yui-row-note">{service.scope}</span>
              </th>
              <Cell label={text.serviceColumns.provider}>{shortName(service.provider.name)}</Cell>
              <Cell label={text.serviceColumns.fee}>{feeInWords(service, text.byAgreement, texts)}</Cell>
              <Cell label={text.serviceColumns.contracts} numeric>
                {text.count(service.contractCount)}
              </Cell>
              <Cell label={text.serviceColumns.action}>
                {service.viewerCan.withdraw.allowed && (
                  <Button
                    kind="text"
                    aria-label={text.withdrawOne(service.name)}
                    onClick={() => take(service)}
                  >
                    {text.withdraw}
                  </Button>
                )}
                {proposes && !service.viewerCan.withdraw.allowed && (
                  <Link to="/network/ties/new" search={{ id: platformId, service: service.id }}>
                    {text.contractWith}
                  </Link>
                )}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <ConfirmDialog
        title={text.withdrawTitle(taken?.name ?? '')}
        body={text.withdrawBody}
        submit={text.withdraw}
        open={taken !== undefined}
        onClose={() => take(undefined)}
        send={async () => {
          const outcome = await withdraw({
            input: { collaborationServiceId: taken?.id ?? '', version: taken?.version ?? 0 },
          })
          if (outcome.kind === 'refused') onConflict()
          return outcome
        }}
        onDone={() => announce(text.withdrawn)}
      />
    </>
  )
}
