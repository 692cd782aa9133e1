DROP INDEX "changes_seq_index";--> statement-breakpoint
DROP INDEX "changes_customer_id_seq_index";--> statement-breakpoint
CREATE INDEX "changes_customer_id_id_index" ON "changes" USING btree ("customer_id","id");