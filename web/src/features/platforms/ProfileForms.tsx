import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import type { PromotionBusiness } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { emptyDate, isoOf, toEntry, today, type DateEntry } from '../../lib/dates.ts'
import { toDigits } from '../../lib/digits.ts'
import { useMembersText } from '../../locales/members.ts'
import { CheckboxGroup } from '../../ui/Checkbox/CheckboxGroup.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextAreaField } from '../../ui/TextArea/TextAreaField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActForm } from './ActForm.tsx'
import { RevokeCertificate } from './RevokeCertificate.tsx'

const Profile = graphql(`
  fragment ProfileForms_platform on Platform {
    id
    kind
    name
    description
    helpPhone
    secretariatBody
    liaisonOffice
    legalForm
    version
    municipality {
      code
    }
    hubCorporation {
      id
    }
    certificates(first: 1) {
      nodes {
        id
        number
        certifiedOn
        authority
        revokedOn
      }
    }
    areas(first: 100) {
      nodes {
        id
        municipality {
          code
        }
      }
    }
    businesses(first: 6) {
      nodes {
        id
        business
      }
    }
    policies(first: 1) {
      nodes {
        id
        state
        text
        version
      }
    }
  }
`)

const Edit = graphql(`
  mutation ProfileForms_edit($input: EditPlatformProfileInput!) {
    editPlatformProfile(input: $input) {
      ... on EditPlatformProfilePayload {
        platform {
          id
          ...ProfileForms_platform
        }
      }
      ...Refusal
    }
  }
`)
const Certificate = graphql(`
  mutation ProfileForms_certificate($input: RecordCertificateInput!) {
    recordCertificate(input: $input) {
      ... on RecordCertificatePayload {
        platform {
          id
          ...ProfileForms_platform
        }
      }
      ...Refusal
    }
  }
`)
const Area = graphql(`
  mutation ProfileForms_area($input: DrawPlatformAreaInput!) {
    drawPlatformArea(input: $input) {
      ... on DrawPlatformAreaPayload {
        platform {
          id
          ...ProfileForms_platform
        }
      }
      ...Refusal
    }
  }
`)
const Businesses = graphql(`
  mutation ProfileForms_businesses($input: ChoosePromotionBusinessesInput!) {
    choosePromotionBusinesses(input: $input) {
      ... on ChoosePromotionBusinessesPayload {
        platform {
          id
          ...ProfileForms_platform
        }
      }
      ...Refusal
    }
  }
`)
const Draft = graphql(`
  mutation ProfileForms_draft($input: DraftPolicyInput!) {
    draftPolicy(input: $input) {
      ... on DraftPolicyPayload {
        platform {
          id
          ...ProfileForms_platform
        }
      }
      ...Refusal
    }
  }
`)
const ApplyApproval = graphql(`
  mutation ProfileForms_applyApproval($input: ApplyForPolicyApprovalInput!) {
    applyForPolicyApproval(input: $input) {
      ... on ApplyForPolicyApprovalPayload {
        platform {
          id
          ...ProfileForms_platform
        }
      }
      ...Refusal
    }
  }
`)
const Approval = graphql(`
  mutation ProfileForms_approval($input: RecordPolicyApprovalInput!) {
    recordPolicyApproval(input: $input) {
      ... on RecordPolicyApprovalPayload {
        platform {
          id
          ...ProfileForms_platform
        }
      }
      ...Refusal
    }
  }
`)
const Evaluation = graphql(`
  mutation ProfileForms_evaluation($input: RecordEvaluationInput!) {
    recordEvaluation(input: $input) {
      ... on RecordEvaluationPayload {
        platform {
          id
        }
      }
      ...Refusal
    }
  }
`)

const BUSINESSES = [
  'COMMUNITY_WELFARE',
  'DISASTER',
  'MANAGEMENT',
  'LOANS',
  'WORKFORCE',
  'SUPPLIES',
] as const satisfies readonly PromotionBusiness[]

interface ProfileFormsProps {
  platform: FragmentType<typeof Profile>
  members: readonly { id: string; name: string }[]
  onConflict: () => void
}

interface ProfileValues {
  name: string
  description: string
  municipalityCode: string
  helpPhone: string
  secretariatBody: string
  liaisonOffice: string
  hubCorporationId: string
  legalForm: string
}

const filled = (typed: string): string | undefined => (typed.trim() === '' ? undefined : typed)
const dayOf = (entry: DateEntry): string => isoOf(entry) ?? today()

/** Everything the secretariat writes down of what its network is; what belongs to other kinds is not offered. */
export function ProfileForms({ platform: given, members, onConflict }: ProfileFormsProps) {
  const text = useMembersText().profile
  const platform = readFragment(Profile, given)
  const { id: platformId, kind, version } = platform
  const edit = useCommand(Edit)
  return (
    <div className="mt-8 grid gap-4">
      <ActForm<ProfileValues, object>
        follows
        summary={text.edit}
        defaults={{
          name: platform.name,
          description: platform.description,
          municipalityCode: platform.municipality?.code ?? '',
          helpPhone: platform.helpPhone ?? '',
          secretariatBody: platform.secretariatBody,
          liaisonOffice: platform.liaisonOffice,
          hubCorporationId: platform.hubCorporation?.id ?? '',
          legalForm: platform.legalForm,
        }}
        submit={({ municipalityCode, helpPhone, hubCorporationId, ...values }) =>
          edit({
            input: {
              platformId,
              version,
              ...values,
              municipalityCode: filled(municipalityCode),
              helpPhone: filled(helpPhone),
              hubCorporationId: filled(hubCorporationId),
            },
          })
        }
        onConflict={onConflict}
      >
        <TextField name="name" label={text.name} required maxLength={80} />
        <TextAreaField name="description" label={text.description} maxLength={1000} />
        <TextField name="municipalityCode" label={text.municipalityCode} clean={toDigits} width="tel" />
        <TextField name="helpPhone" label={text.help} type="tel" clean={toDigits} width="tel" />
        {kind === 'COUNCIL_LED' && (
          <>
            <TextField name="secretariatBody" label={text.secretariatBody} maxLength={80} />
            <TextField name="liaisonOffice" label={text.liaisonOffice} maxLength={80} />
          </>
        )}
        {kind === 'CORPORATION_LED' && (
          <SelectField
            name="hubCorporationId"
            label={text.hub}
            options={members.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {kind === 'OTHER' && <TextField name="legalForm" label={text.legalForm} maxLength={80} />}
      </ActForm>
      {kind === 'COLLABORATION_PROMOTION_CORPORATION' && (
        <PromotionForms platform={given} onConflict={onConflict} />
      )}
    </div>
  )
}

function PromotionForms({ platform: given, onConflict }: Omit<ProfileFormsProps, 'members'>) {
  const text = useMembersText().profile
  const platform = readFragment(Profile, given)
  const { id: platformId, version } = platform
  // One that was taken away stays in the history; the next one is another.
  const certificate = platform.certificates.nodes.find(({ revokedOn }) => !revokedOn)
  const recordCertificate = useCommand(Certificate)
  const setArea = useCommand(Area)
  const setBusinesses = useCommand(Businesses)
  const evaluate = useCommand(Evaluation)
  return (
    <>
      <ActForm<{ number: string; certifiedOn: DateEntry; authority: string }, object>
        summary={text.recordCertificate}
        defaults={{
          number: certificate?.number ?? '',
          certifiedOn: toEntry(certificate?.certifiedOn),
          authority: certificate?.authority ?? '',
        }}
        submit={({ number, certifiedOn, authority }) =>
          recordCertificate({ input: { platformId, number, certifiedOn: dayOf(certifiedOn), authority } })
        }
      >
        <TextField name="number" label={text.number} required maxLength={60} />
        <DateFields name="certifiedOn" label={text.certifiedOn} required />
        <TextField name="authority" label={text.authority} required maxLength={60} />
      </ActForm>
      {certificate && <RevokeCertificate platformId={platformId} certificate={certificate} />}
      <ActForm<{ codes: string }, object>
        summary={text.editArea}
        defaults={{ codes: platform.areas.nodes.map(({ municipality }) => municipality?.code).join(' ') }}
        submit={({ codes }) =>
          setArea({
            input: {
              platformId,
              version,
              municipalityCodes: codes.split(/[\s、,]+/).filter((code) => code !== ''),
            },
          })
        }
        onConflict={onConflict}
      >
        <TextAreaField name="codes" label={text.areaCodes} rows={2} />
      </ActForm>
      <ActForm<{ businesses: PromotionBusiness[]; from: DateEntry }, object>
        summary={text.editBusinesses}
        defaults={{
          businesses: platform.businesses.nodes.map(({ business }) => business),
          from: toEntry(today()),
        }}
        submit={({ businesses, from }) =>
          setBusinesses({ input: { platformId, version, businesses, from: dayOf(from) } })
        }
        onConflict={onConflict}
      >
        <CheckboxGroup
          name="businesses"
          label={text.businesses}
          required
          options={BUSINESSES.map((value) => ({ value, label: text.business[value] }))}
        />
        <DateFields name="from" label={text.from} required />
      </ActForm>
      <PolicyForm platform={given} onConflict={onConflict} />
      <ActForm<{ fiscalYear: string; evaluatedOn: DateEntry; summary: string; publishedUrl: string }, object>
        summary={text.recordEvaluation}
        defaults={{ fiscalYear: '', evaluatedOn: emptyDate, summary: '', publishedUrl: '' }}
        submit={({ fiscalYear, evaluatedOn, summary, publishedUrl }) =>
          evaluate({
            input: {
              platformId,
              fiscalYear: Number(fiscalYear),
              evaluatedOn: dayOf(evaluatedOn),
              summary,
              publishedUrl: filled(publishedUrl),
            },
          })
        }
      >
        <TextField
          name="fiscalYear"
          label={text.year}
          required
          inputMode="numeric"
          clean={toDigits}
          width="tel"
        />
        <DateFields name="evaluatedOn" label={text.evaluatedOn} required />
        <TextAreaField name="summary" label={text.summary} required maxLength={4000} />
        <TextField name="publishedUrl" label={text.url} type="url" maxLength={400} />
      </ActForm>
    </>
  )
}

/** The next step of the policy: writing, applying for its approval, or the approval. */
function PolicyForm({ platform: given, onConflict }: Omit<ProfileFormsProps, 'members'>) {
  const text = useMembersText().profile
  const platform = readFragment(Profile, given)
  const [last] = platform.policies.nodes
  const draft = useCommand(Draft)
  const applyApproval = useCommand(ApplyApproval)
  const approve = useCommand(Approval)
  const input = { platformPolicyId: last?.id ?? '', version: last?.version ?? 0 }
  return (
    <>
      {last?.state === 'APPLIED' ? (
        <ActForm<{ approvedOn: DateEntry; approvalNumber: string; publishedUrl: string }, object>
          summary={text.recordApproval}
          defaults={{ approvedOn: toEntry(today()), approvalNumber: '', publishedUrl: '' }}
          submit={({ approvedOn, approvalNumber, publishedUrl }) =>
            approve({
              input: {
                ...input,
                approvedOn: dayOf(approvedOn),
                approvalNumber: filled(approvalNumber),
                publishedUrl: filled(publishedUrl),
              },
            })
          }
          onConflict={onConflict}
        >
          <DateFields name="approvedOn" label={text.approvedOn} required />
          <TextField name="approvalNumber" label={text.approvalNumber} maxLength={60} />
          <TextField name="publishedUrl" label={text.url} type="url" maxLength={400} />
        </ActForm>
      ) : (
        <ActForm<{ text: string }, object>
          summary={text.draft}
          defaults={{ text: last?.text ?? '' }}
          submit={({ text: words }) => draft({ input: { platformId: platform.id, text: words } })}
        >
          <TextAreaField name="text" label={text.policyText} required rows={12} maxLength={20_000} />
        </ActForm>
      )}
      {last?.state === 'DRAFT' && (
        <ActForm<{ adoptedOn: DateEntry; appliedOn: DateEntry }, object>
          summary={text.applyApproval}
          defaults={{ adoptedOn: emptyDate, appliedOn: toEntry(today()) }}
          submit={({ adoptedOn, appliedOn }) =>
            applyApproval({ input: { ...input, adoptedOn: dayOf(adoptedOn), appliedOn: dayOf(appliedOn) } })
          }
          onConflict={onConflict}
        >
          <DateFields name="adoptedOn" label={text.adoptedOn} required />
          <DateFields name="appliedOn" label={text.appliedOn} required />
        </ActForm>
      )}
    </>
  )
}
