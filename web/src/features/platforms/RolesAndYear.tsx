import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useCommand } from '../../lib/command.ts'
import { useOrganisationText } from '../../locales/organisation.ts'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextAreaField } from '../../ui/TextArea/TextAreaField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { RowsField } from '../registry/edit/RowsField.tsx'
import { ActForm } from './ActForm.tsx'

const Plans = graphql(`
  fragment RolesAndYear_platform on Platform {
    id
    version
    platformRoles(first: 40) {
      nodes {
        id
        name
        responsibilities
      }
    }
    yearPlan(first: 60) {
      nodes {
        id
        month
        title
      }
    }
  }
`)

const SetRoles = graphql(`
  mutation RolesAndYear_roles($input: SettleResponsibilitiesInput!) {
    settleResponsibilities(input: $input) {
      ... on SettleResponsibilitiesPayload {
        platform {
          id
          ...RolesAndYear_platform
        }
      }
      ...Refusal
    }
  }
`)

const SetYear = graphql(`
  mutation RolesAndYear_year($input: PlanPlatformYearInput!) {
    planPlatformYear(input: $input) {
      ... on PlanPlatformYearPayload {
        platform {
          id
          ...RolesAndYear_platform
        }
      }
      ...Refusal
    }
  }
`)

const MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3] as const

interface RolesAndYearProps {
  platform: FragmentType<typeof Plans>
  keeps: boolean
  onConflict: () => void
}

/** What each office answers for, and what the network usually does in which month. */
export function RolesAndYear({ platform: given, keeps, onConflict }: RolesAndYearProps) {
  const text = useOrganisationText()
  const platform = readFragment(Plans, given)
  const { id: platformId, version } = platform
  const setRoles = useCommand(SetRoles)
  const setYear = useCommand(SetYear)
  const roles = platform.platformRoles.nodes
  const plan = platform.yearPlan.nodes
  const months = MONTHS.map((month) => ({ month, entries: plan.filter((entry) => entry.month === month) }))
  return (
    <>
      <Section title={text.responsibilities}>
        {roles.length === 0 ? (
          <p className="prose-sub">{text.noRoles}</p>
        ) : (
          <DefinitionList>
            {roles.map(({ id, name, responsibilities }) => (
              <Fact key={id} name={name}>
                <ul>
                  {responsibilities.map((duty) => (
                    <li key={duty}>{duty}</li>
                  ))}
                </ul>
              </Fact>
            ))}
          </DefinitionList>
        )}
        {keeps && (
          <ActForm<{ roles: { name: string; duties: string }[] }, object>
            follows
            summary={text.editRoles}
            defaults={{
              roles: roles.map(({ name, responsibilities }) => ({
                name,
                duties: responsibilities.join('\n'),
              })),
            }}
            submit={({ roles: rows }) =>
              setRoles({
                input: {
                  platformId,
                  version,
                  roles: rows.map(({ name, duties }) => ({
                    name,
                    responsibilities: duties
                      .split('\n')
                      .map((duty) => duty.trim())
                      .filter((duty) => duty !== ''),
                  })),
                },
              })
            }
            onConflict={onConflict}
          >
            <RowsField
              name="roles"
              nameField="name"
              empty={() => ({ name: '', duties: '' })}
              addLabel={text.addRole}
              ordered
              most={40}
            >
              {(path) => (
                <>
                  <TextField name={`${path}.name`} label={text.office} required maxLength={40} />
                  <TextAreaField name={`${path}.duties`} label={text.duties} rows={3} />
                </>
              )}
            </RowsField>
          </ActForm>
        )}
      </Section>
      <Section title={text.plan}>
        {plan.length === 0 ? (
          <p className="prose-sub">{text.noPlan}</p>
        ) : (
          <DefinitionList>
            {months
              .filter(({ entries }) => entries.length > 0)
              .map(({ month, entries }) => (
                <Fact key={month} name={text.monthOf(month)}>
                  <ul>
                    {entries.map(({ id, title }) => (
                      <li key={id}>{title}</li>
                    ))}
                  </ul>
                </Fact>
              ))}
          </DefinitionList>
        )}
        {keeps && (
          <ActForm<{ entries: { month: string; title: string }[] }, object>
            follows
            summary={text.editPlan}
            defaults={{ entries: plan.map(({ month, title }) => ({ month: String(month), title })) }}
            submit={({ entries }) =>
              setYear({
                input: {
                  platformId,
                  version,
                  entries: entries.map(({ month, title }) => ({ month: Number(month), title })),
                },
              })
            }
            onConflict={onConflict}
          >
            <RowsField
              name="entries"
              nameField="title"
              empty={() => ({ month: '', title: '' })}
              addLabel={text.addEntry}
              most={60}
            >
              {(path) => (
                <>
                  <SelectField
                    name={`${path}.month`}
                    label={text.month}
                    required
                    options={MONTHS.map((month) => ({ value: String(month), label: text.monthOf(month) }))}
                  />
                  <TextField name={`${path}.title`} label={text.entry} required maxLength={100} />
                </>
              )}
            </RowsField>
          </ActForm>
        )}
      </Section>
    </>
  )
}
