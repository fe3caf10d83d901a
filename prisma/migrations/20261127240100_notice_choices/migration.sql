-- What of the portal's news goes out by mail, and when: a daily mail unless a person chooses otherwise.

-- CreateEnum
CREATE TYPE "notice_delivery" AS ENUM ('AT_ONCE', 'DAILY', 'NEVER');

-- CreateEnum
CREATE TYPE "notice_mailing" AS ENUM ('WAITING', 'MAILED', 'DONE_BEFORE');

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "mail_id" UUID,
ADD COLUMN     "mailing" "notice_mailing",
ADD COLUMN     "subject" TEXT;

-- AlterTable
ALTER TABLE "mail_message" ADD COLUMN     "dropped_at" TIMESTAMPTZ(6);

-- CreateTable
CREATE TABLE "notice_choice" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "delivery" "notice_delivery" NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "notice_choice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "notice_choice_user_id_topic_key" ON "notice_choice"("user_id", "topic");

-- CreateIndex
CREATE INDEX "notification_mail_id_idx" ON "notification"("mail_id");

-- AddForeignKey
ALTER TABLE "notice_choice" ADD CONSTRAINT "notice_choice_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mail_message"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- Rules that Prisma's schema language cannot say.
ALTER TABLE notification
  ADD CONSTRAINT notification_mailed_in_a_mail CHECK (mail_id IS NULL OR mailing <> 'WAITING');
ALTER TABLE mail_message
  ADD CONSTRAINT mail_message_ends_once CHECK (sent_at IS NULL OR dropped_at IS NULL);
-- Who gets a daily mail is asked every day.
CREATE INDEX notification_waiting ON notification (user_id, created_at) WHERE mailing = 'WAITING';
