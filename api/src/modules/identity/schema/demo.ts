import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import { findDemoLogins, type ShownDemoLogin } from '../demo/demo-logins.ts'
import { RoleName } from './role.ts'

const DemoLoginRef = value<ShownDemoLogin>('DemoLogin', {
  description: 'An invented person whom anybody may sign in as, in an installation with sample data.',
  fields: {
    role: { type: RoleName, description: 'What the person may do.' },
    name: { type: 'String', description: 'Name, marked 見本.' },
    bodyName: { type: 'String', description: 'Body the person acts for.' },
    email: { type: 'String', description: 'Address to sign in with.' },
    password: { type: 'String', description: 'Password to sign in with.' },
    code: {
      type: 'String',
      nullable: true,
      description: 'The six digits an authenticator app would show now; null for people without one.',
    },
  },
})

query.custom('demoLogins', {
  access: 'public',
  scope: 'account:read',
  description: 'People of the sample network to try the portal with. Empty where there is no sample data.',
  type: [DemoLoginRef],
  resolve: (_args, { sql, now }) => findDemoLogins(sql, now),
})
