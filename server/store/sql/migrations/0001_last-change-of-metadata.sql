ALTER TABLE "customer_attributes" ADD COLUMN "updated_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "customer_attributes" ADD COLUMN "updated_by" jsonb;--> statement-breakpoint
ALTER TABLE "attribute_definitions" ADD COLUMN "updated_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "attribute_definitions" ADD COLUMN "updated_by" jsonb;--> statement-breakpoint
ALTER TABLE "attribute_groups" ADD COLUMN "updated_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "attribute_groups" ADD COLUMN "updated_by" jsonb;--> statement-breakpoint
ALTER TABLE "lookups" ADD COLUMN "updated_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "lookups" ADD COLUMN "updated_by" jsonb;