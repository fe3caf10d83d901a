import type { OpenTask, TaskKind } from '../queries/open-tasks.ts'

// Words of the package, which is for people who read Japanese.

const kinds: Readonly<Record<TaskKind, string>> = {
  decisions: '決めたことの仕事',
  minutes: '議事録の作成・署名',
  applications: '加盟の申込み・招待',
  dues: '会費の未納',
  requests: '施設への確認のお願い',
  unread: '「読みました」のお願い',
  planned: 'これから出るお知らせ',
  invitations: '受け取られていない招待',
  due: '保存期間が終わった書類の廃棄',
  withoutFile: 'ファイルのない書類',
}

export const roles: Readonly<Record<string, string>> = {
  PLATFORM_SECRETARIAT: '事務局',
  PLATFORM_CHAIR: '会長・議長',
  PLATFORM_AUDITOR: '監事',
  PLATFORM_OFFICER: '役員',
}

export const TASK_COLUMNS = ['仕事', '内容', 'もとになるもの', 'だれが', 'いつまでに'] as const

const yen = new Intl.NumberFormat('ja-JP')

function contentOf({ kind, what, amount }: OpenTask): string {
  if (kind === 'dues') return `${what}年度の会費 ${yen.format(amount ?? 0)}円`
  return kind === 'invitations' ? (roles[what] ?? what) : what
}

/** A line of the list of what is undone. */
export function taskCells(task: OpenTask) {
  const { kind, about, whom, amount, dueOn } = task
  const by = kind === 'unread' ? `${amount ?? 0}会員` : (whom ?? '事務局')
  return [kinds[kind], contentOf(task), about ?? '', by, dueOn ?? ''] as const
}
