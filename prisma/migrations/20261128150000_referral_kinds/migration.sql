-- People for whom a shelter seeks another place. New values may be used only after this is committed.
ALTER TYPE "intake_entry_kind" ADD VALUE 'REFERRED';
ALTER TYPE "intake_entry_kind" ADD VALUE 'REFERRAL_ENDED';
