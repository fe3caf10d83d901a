import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { FileButton } from '../../features/bulletin/FileButton.tsx'
import { sizeOf } from '../../lib/file-size.ts'
import { ActingStatement } from '../../features/identity/ActingStatement.tsx'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { graphql } from '../../generated/gql.ts'
import type { HandoverPackagePageQuery } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { today } from '../../lib/dates.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const Page = graphql(`
  query HandoverPackagePage($id: ID!) {
    platform(id: $id) {
      id
      name
      sample
    }
    handoverPackage(platformId: $id) {
      everything
      dues
      documents
      bytes
      members
      officers
      entries
      tasks {
        decisions
        minutes
        applications
        dues
        requests
        unread
        planned
        invitations
        due
        withoutFile
      }
    }
  }
`)

const route = getRouteApi('/network/handover-package')

/** 引き継ぎ一式: what a new secretariat needs, as one file. */
export function HandoverPackagePage() {
  const { id } = route.useSearch()
  return <ChosenNetwork id={id}>{(chosen) => <Package platformId={chosen} />}</ChosenNetwork>
}

function Package({ platformId }: { platformId: string }) {
  const networkText = useNetworkText()
  const text = useBulletinText().handover
  const [result, readAgain] = useQuery({
    query: Page,
    variables: { id: platformId },
    requestPolicy: 'cache-and-network',
  })
  return (
    <>
      <Breadcrumbs current={text.link}>
        <Link to="/network" search={{ id: platformId }}>
          {networkText.title}
        </Link>
      </Breadcrumbs>
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={16}>
        {({ platform, handoverPackage }) => (
          <>
            <PageHead
              title={text.title}
              kicker={platform?.name ?? ''}
              sample={platform?.sample ?? false}
              lead={<p>{text.lead}</p>}
            />
            {handoverPackage ? (
              <Contents platformId={platformId} inside={handoverPackage} network={platform?.name ?? ''} />
            ) : (
              <EmptyState title={text.none} />
            )}
          </>
        )}
      </Loaded>
    </>
  )
}

interface ContentsProps {
  platformId: string
  network: string
  inside: NonNullable<HandoverPackagePageQuery['handoverPackage']>
}

const TASKS = [
  'decisions',
  'minutes',
  'applications',
  'dues',
  'requests',
  'unread',
  'planned',
  'invitations',
  'due',
  'withoutFile',
] as const

/** Where each of it is dealt with. */
const PLACES = {
  decisions: '/network/decisions',
  minutes: '/network/meetings',
  applications: '/network/members',
  dues: '/network/dues',
  requests: '/network/requests',
  unread: '/network/announcements',
  planned: '/network/announcements',
  invitations: '/people',
  due: '/network/documents',
  withoutFile: '/network/documents',
} as const satisfies Readonly<Record<(typeof TASKS)[number], string>>

function Contents({ platformId, network, inside }: ContentsProps) {
  const text = useBulletinText().handover
  const { contents, columns, count } = text
  const rows = [
    { name: contents.index, note: contents.indexNote, amount: '1', file: 'index.html' },
    {
      name: contents.tasks,
      amount: text.tasksOf(TASKS.reduce((sum, task) => sum + inside.tasks[task], 0)),
      file: inside.everything ? 'index.html・tasks.csv' : 'index.html',
    },
    { name: contents.officers, amount: count.officers(inside.officers), file: 'index.html' },
    {
      name: contents.calendar,
      amount: count.days(inside.entries),
      file: inside.everything ? 'index.html・calendar.ics' : 'index.html',
    },
    {
      name: contents.members,
      amount: count.members(inside.members),
      file: inside.everything ? 'index.html・members.csv' : 'index.html',
    },
    ...(inside.everything
      ? [
          ...(inside.dues ? [{ name: contents.dues, amount: count.dues, file: 'dues.csv' }] : []),
          { name: contents.contacts, amount: count.contacts, file: 'contacts.csv' },
          {
            name: contents.documents,
            amount: count.documents(inside.documents, sizeOf(inside.bytes)),
            file: 'documents/',
          },
        ]
      : []),
  ]
  return (
    <>
      <Section title={text.inside}>
        <Table caption={text.caption} captionHidden>
          <thead>
            <tr>
              <Head>{columns.what}</Head>
              <Head>{columns.count}</Head>
              <Head>{columns.file}</Head>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, note, amount, file }) => (
              <tr key={name}>
                <th scope="row">
                  {name}
                  {note && <span className="yui-row-note">{note}</span>}
                </th>
                <Cell label={columns.count}>{amount}</Cell>
                <Cell label={columns.file}>{file}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </Section>
      <div className="mt-6 grid justify-items-start gap-4">
        <Notice>
          <p>{inside.everything ? text.personal : text.indexOnly}</p>
        </Notice>
        <ActingStatement>{text.statement}</ActingStatement>
        <FileButton
          address={`/api/networks/${encodeURIComponent(platformId)}/handover.zip`}
          name={`${network}_${today()}_${text.fileName}`}
          kind="main"
          size="big"
          onKept={() => announce(text.done)}
        >
          {inside.everything ? text.take : text.takeIndex}
        </FileButton>
      </div>
      <Section title={text.tasks}>
        <Table caption={text.tasksCaption} captionHidden>
          <thead>
            <tr>
              <Head>{text.taskColumns.task}</Head>
              <Head numeric>{text.taskColumns.count}</Head>
            </tr>
          </thead>
          <tbody>
            {TASKS.map((task) => (
              <tr key={task}>
                <th scope="row">
                  {inside.everything && inside.tasks[task] > 0 ? (
                    <Link to={PLACES[task]} search={{ id: platformId }}>
                      {text.taskNames[task]}
                    </Link>
                  ) : (
                    text.taskNames[task]
                  )}
                </th>
                <Cell label={text.taskColumns.count} numeric>
                  {text.tasksOf(inside.tasks[task])}
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </Section>
      {inside.everything && (
        <Section title={text.roles}>
          <p>{text.rolesLead}</p>
          <Link to="/people/handover">{text.rolesLink}</Link>
        </Section>
      )}
    </>
  )
}
