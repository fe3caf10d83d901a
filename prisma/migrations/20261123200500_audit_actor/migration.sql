-- Whoever acted stays known for as long as the act is.
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_actor_user_id_fkey
  FOREIGN KEY (actor_user_id) REFERENCES app_user (id) ON DELETE RESTRICT ON UPDATE RESTRICT;
