import { hashPassword } from 'better-auth/crypto'
import type { Tx } from '../../kernel/db.ts'

/**
 * Opens an account with a password, and gives its person's id. The address counts as proven: it came from a mail that
 * was opened, or from whoever runs the installation.
 */
export async function openAccount(
  tx: Tx,
  { name, email, password }: { name: string; email: string; password: string },
): Promise<string> {
  const user = await tx.user.create({ data: { name, email, emailVerified: true } })
  await tx.account.create({
    data: {
      userId: user.id,
      accountId: user.id,
      providerId: 'credential',
      password: await hashPassword(password),
    },
  })
  return user.id
}
