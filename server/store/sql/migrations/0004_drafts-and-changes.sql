CREATE SEQUENCE "public"."change_positions" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "changes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"type" text collate "C" NOT NULL,
	"resource_type" text collate "C" NOT NULL,
	"resource_id" text collate "C" NOT NULL,
	"customer_id" text collate "C",
	"etag" text collate "C",
	"at" timestamptz(3) NOT NULL,
	"actor_type" text collate "C" NOT NULL,
	"actor_id" text collate "C",
	"activity_id" text collate "C",
	"owner_id" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"staff_id" text collate "C" NOT NULL,
	"record_id" text collate "C" NOT NULL,
	"section" text collate "C" NOT NULL,
	"item_id" text collate "C" NOT NULL,
	"etag" text collate "C" NOT NULL,
	"base_etag" text collate "C" NOT NULL,
	"values" jsonb NOT NULL,
	"base_values" jsonb NOT NULL,
	"window_id" text collate "C",
	"at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "presence" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"staff_id" text collate "C" NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"section" text collate "C",
	"editing" boolean NOT NULL,
	"item_id" text collate "C",
	"at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"staff_id" text collate "C" NOT NULL,
	"window_id" text collate "C" NOT NULL,
	"records" jsonb NOT NULL,
	"active_id" text collate "C",
	"closed" jsonb NOT NULL,
	"at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE INDEX "changes_seq_index" ON "changes" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "changes_customer_id_seq_index" ON "changes" USING btree ("customer_id","seq");--> statement-breakpoint
CREATE INDEX "changes_at_index" ON "changes" USING btree ("at");--> statement-breakpoint
CREATE INDEX "drafts_staff_id_index" ON "drafts" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "drafts_record_id_index" ON "drafts" USING btree ("record_id");--> statement-breakpoint
CREATE INDEX "drafts_at_index" ON "drafts" USING btree ("at");--> statement-breakpoint
CREATE INDEX "presence_customer_id_at_index" ON "presence" USING btree ("customer_id","at");--> statement-breakpoint
CREATE INDEX "presence_at_index" ON "presence" USING btree ("at");--> statement-breakpoint
CREATE INDEX "workspaces_staff_id_at_index" ON "workspaces" USING btree ("staff_id","at");--> statement-breakpoint
CREATE INDEX "workspaces_at_index" ON "workspaces" USING btree ("at");