import type { RoleName } from '../../kernel/viewer.ts'
import { letter } from '../notifications/public.ts'
import { LOCK_MINUTES } from './authentication/lock-out.ts'
import type { AccountChange } from './events.ts'
import { portalLink } from '../../kernel/portal-link.ts'

// Mails are in Japanese, as plain text; they say what happened, what to do, and what to do if it was somebody else.

interface Mail {
  readonly subject: string
  readonly body: string
}

/** What a role is called in Japanese. */
export const roleTitle: Readonly<Record<RoleName, string>> = {
  PLATFORM_SECRETARIAT: '事務局',
  PLATFORM_CHAIR: '会長・議長',
  PLATFORM_AUDITOR: '監事',
  PLATFORM_OFFICER: '役員',
  CORPORATION_ADMIN: '法人の管理者',
  CORPORATION_REPORTER: '報告担当',
  FACILITY_DIRECTOR: '施設長',
  FACILITY_STAFF: '職員',
  MUNICIPAL_LIAISON: '市町村の担当者',
  SYSTEM_OPERATOR: 'システム管理者',
}

const moment = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
})
const calendarDay = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
})

interface InvitationWords {
  readonly name: string
  readonly role: RoleName
  readonly bodyName: string
  readonly inviterName: string
  readonly actingName: string
  readonly expiresAt: Date
  readonly secret: string
}

/** Offers a role; the link carries the secret. */
export const invitationMail = (words: InvitationWords): Mail => ({
  subject: `【結】${words.bodyName} ${roleTitle[words.role]}としてのご招待`,
  body: letter(
    `${words.name} 様`,
    `${words.inviterName}さん（${words.actingName}）から、結（ゆい）への招待が届いています。\n役割は、${words.bodyName}の${roleTitle[words.role]}です。`,
    `次のリンクを開いて、参加の手続きをしてください。\n${portalLink(`/invite#${words.secret}`)}`,
    `リンクは ${moment.format(words.expiresAt)} まで使えます。過ぎたときは、${words.inviterName}さんに送り直しを頼んでください。`,
    '心あたりがないときは、このメールを消してください。何も登録されません。',
  ),
})

/** Offers to set a new password. */
export const resetMail = ({ name, secret }: { name: string; secret: string }): Mail => ({
  subject: '【結】パスワードの再設定',
  body: letter(
    `${name} 様`,
    `次のリンクから、新しいパスワードを決めてください。リンクは1時間だけ、1回だけ使えます。\n${portalLink(`/reset#${secret}`)}`,
    '心あたりがないときは、このメールを消してください。いまのパスワードはそのまま使えます。',
  ),
})

const securityNews: Readonly<Record<AccountChange, string>> = {
  lockSignIn: `パスワードの誤りが10回続いたため、${LOCK_MINUTES}分のあいだログインを止めました。時間がたつと、元のパスワードでログインできます。お急ぎのときは、パスワードを再設定してください。`,
  replacePassword: 'パスワードが変わりました。ほかの端末は、すべてログアウトしました。',
  resetPassword: 'メールのリンクから、パスワードが再設定されました。すべての端末をログアウトしました。',
  enrolAuthenticatorApp: '2段階認証（認証アプリ）が設定されました。ほかの端末は、すべてログアウトしました。',
  removeAuthenticatorApp: '2段階認証（認証アプリ）が解除されました。',
  renewBackupCodes: 'バックアップコードが新しくなりました。前のコードは使えません。',
  addPasskey: 'パスキーが追加されました。',
  removePasskey: 'パスキーが削除されました。',
  clearSecondFactors:
    '管理者が、2段階認証とパスキーをすべて解除しました。次にログインしたときに、設定し直してください。',
}

/** Tells of a change in how a person signs in. */
export const securityMail = ({
  name,
  change,
  at,
}: {
  name: string
  change: AccountChange
  at: Date
}): Mail => ({
  subject: '【結】ログインの設定についてのお知らせ',
  body: letter(
    `${name} 様`,
    `${moment.format(at)} に、${securityNews[change]}`,
    `ご本人の操作であれば、何もする必要はありません。\n心あたりがないときは、すぐにパスワードを再設定し、所属の管理者に連絡してください。\n${portalLink('/forgot')}`,
  ),
})

interface HandoverWords {
  readonly name: string
  readonly fromName: string
  readonly toName: string
  readonly onDate: Date
  readonly titles: readonly string[]
}

/** Tells both people of a planned hand-over. */
export const handoverMail = ({ name, fromName, toName, onDate, titles }: HandoverWords): Mail => ({
  subject: '【結】役割の引き継ぎの予定',
  body: letter(
    `${name} 様`,
    `${calendarDay.format(onDate)} に、${fromName}さんから${toName}さんへ、次の役割を引き継ぐ予定です。\n${titles.map((title) => `・${title}`).join('\n')}`,
    `前の日まではいまの人が、その日からは後任の人が操作できます。手続きはいりません。\n${portalLink('/people')}`,
  ),
})
