import { createTransport } from 'nodemailer'

/** One message as it leaves the house; plain text only. */
export interface OutgoingMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same for every attempt to send this message, so that a receiver can recognise a second copy. */
  readonly messageId: string
}

/** Sends mail to the outside. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

/** Sends through an SMTP server, e.g. `smtps://user:password@mail.example.jp`. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport(url)
  return {
    async send({ to, subject, text, messageId }) {
      await transport.sendMail({ from, to, subject, text, messageId })
    },
    close: () => transport.close(),
  }
}

/** Keeps what would have been sent, for tests. */
export function memoryMailer(): Mailer & { readonly sent: readonly OutgoingMail[] } {
  const sent: OutgoingMail[] = []
  return {
    sent,
    send: async (mail) => void sent.push(mail),
    close: () => {},
  }
}
