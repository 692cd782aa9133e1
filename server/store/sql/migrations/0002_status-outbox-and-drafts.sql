CREATE TABLE "status_changes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"from" text collate "C" NOT NULL,
	"to" text collate "C" NOT NULL,
	"reason" text collate "C",
	"comment" text collate "C",
	"at" timestamptz(3) NOT NULL,
	"actor" jsonb NOT NULL,
	"customer_version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"delivered_at" timestamptz(3),
	"attempts" integer NOT NULL,
	"next_attempt_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "draft_owner" text collate "C";--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "order_id" text collate "C";--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "draft_owner" text collate "C";--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "cancellation_pending" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ALTER COLUMN "cancellation_pending" DROP DEFAULT;--> statement-breakpoint
UPDATE "orders" SET "recurring" = '{"paused": false}'::jsonb || "recurring" WHERE jsonb_typeof("recurring") = 'object';--> statement-breakpoint
CREATE INDEX "status_changes_customer_id_at_index" ON "status_changes" USING btree ("customer_id","at");--> statement-breakpoint
CREATE INDEX "outbox_delivered_at_next_attempt_at_index" ON "outbox" USING btree ("delivered_at","next_attempt_at");--> statement-breakpoint
CREATE INDEX "outbox_created_at_index" ON "outbox" USING btree ("created_at");