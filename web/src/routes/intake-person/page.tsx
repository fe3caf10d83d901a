import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { comeBack } from '../../../../api/src/modules/intake/rules/writing.ts'
import { useDesk } from '../../features/intake/desk.ts'
import { DeskNotices } from '../../features/intake/DeskNotices.tsx'
import { IntakeFrame } from '../../features/intake/IntakeFrame.tsx'
import { LeaveForm, TransferForm } from '../../features/intake/LeaveForm.tsx'
import { PersonForm } from '../../features/intake/PersonForm.tsx'
import { ReferralForm } from '../../features/intake/ReferralForm.tsx'
import { nameOf } from '../../features/intake/words.ts'
import { announce } from '../../lib/announce.ts'
import { useIntakeText } from '../../locales/intake.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { Loading } from '../../ui/Loading/Loading.tsx'
import { Section } from '../../ui/Page/Page.tsx'

const route = getRouteApi('/disasters/$eventId/intake/$openingId/people/$personId')

/** One person: entering, correcting, leaving. */
export function IntakePersonPage() {
  const text = useIntakeText()
  const { personId, ...params } = route.useParams()
  const { group = '' } = route.useSearch()
  const navigate = useNavigate()
  const desk = useDesk(params)
  const isNew = personId === 'new'
  const person = desk.state.persons.find(({ members }) => members.includes(personId)) ?? null
  const back = () => void navigate({ to: '/disasters/$eventId/intake/$openingId', params })
  const done = () => {
    announce(text.saved)
    back()
  }
  return (
    <IntakeFrame
      openingId={params.openingId}
      title={isNew ? text.personNew : text.personEdit(nameOf(text, person ?? undefined))}
    >
      {(book, readAgain) => {
        if (!book.keeps) return <EmptyState title={text.hidden}>{text.hiddenBody}</EmptyState>
        if (!desk.isRead) return <Loading />
        if (!isNew && !person) return <EmptyState title={text.listNone} />
        return (
          <>
            <DeskNotices desk={desk} />
            <PersonForm
              key={personId}
              desk={desk}
              person={isNew ? null : person}
              groupId={group}
              onDone={done}
            >
              <LinkButton to="/disasters/$eventId/intake/$openingId" params={params}>
                {text.back}
              </LinkButton>
            </PersonForm>
            {person && (
              <Section title={text.leave}>
                {person.here ? (
                  <>
                    <Disclosure summary={text.leaveLead}>
                      <LeaveForm desk={desk} person={person} onDone={done} />
                    </Disclosure>
                    {!desk.state.referrals.some(({ persons }) => persons.includes(person.id)) && (
                      <Disclosure summary={text.moving.seek}>
                        <p className="prose-sub">{text.moving.lead}</p>
                        <ReferralForm desk={desk} person={person} equipment={book.equipment} onDone={back} />
                      </Disclosure>
                    )}
                    <Disclosure summary={text.transfer}>
                      <p className="prose-sub">{text.transferLead}</p>
                      <TransferForm
                        openingId={params.openingId}
                        person={person}
                        others={book.others}
                        onDone={readAgain}
                      />
                    </Disclosure>
                  </>
                ) : (
                  <Button onClick={() => void desk.write([comeBack(desk.pen, person)])}>
                    {text.comeBack}
                  </Button>
                )}
              </Section>
            )}
          </>
        )
      }}
    </IntakeFrame>
  )
}
