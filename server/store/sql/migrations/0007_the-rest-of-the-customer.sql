CREATE TABLE "billing_infos" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" jsonb NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"updated_by" jsonb NOT NULL,
	"source_system" text collate "C",
	"external_id" text collate "C",
	"import_hash" text collate "C",
	"billing_day" integer,
	"cycle" jsonb,
	"period" jsonb,
	"terms_days" integer,
	"terms_method" text collate "C",
	"invoice_method" text collate "C",
	"credit_limit" jsonb,
	"unbilled_alert" jsonb,
	"late_fee" text collate "C" NOT NULL,
	"early_discount" text collate "C" NOT NULL,
	"tax_rate" double precision,
	"currency" text collate "C",
	"cost_centre" text collate "C",
	"auto_pay" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "instalment_purchases" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" jsonb NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"updated_by" jsonb NOT NULL,
	"source_system" text collate "C",
	"external_id" text collate "C",
	"import_hash" text collate "C",
	"customer_id" text collate "C" NOT NULL,
	"product_id" text collate "C",
	"product_name" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"total_minor" bigint NOT NULL,
	"instalment_minor" bigint NOT NULL,
	"paid_count" integer NOT NULL,
	"total_count" integer NOT NULL,
	"purchased_at" timestamptz(3) NOT NULL,
	"next_due_at" text collate "C",
	"status" text collate "C" NOT NULL,
	"invoice_ids" text[] NOT NULL,
	"schedule" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" jsonb NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"updated_by" jsonb NOT NULL,
	"source_system" text collate "C",
	"external_id" text collate "C",
	"import_hash" text collate "C",
	"customer_id" text collate "C" NOT NULL,
	"number" text collate "C" NOT NULL,
	"number_folded" text collate "C" NOT NULL,
	"type" text collate "C" NOT NULL,
	"issued_at" timestamptz(3) NOT NULL,
	"due_at" text collate "C",
	"state" text collate "C" NOT NULL,
	"sent" boolean NOT NULL,
	"currency" text collate "C" NOT NULL,
	"total_minor" bigint NOT NULL,
	"outstanding_minor" bigint NOT NULL,
	"disputed_minor" bigint NOT NULL,
	"on_plan_minor" bigint NOT NULL,
	"lines" jsonb NOT NULL,
	"billing_address" jsonb,
	"note" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" jsonb NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"updated_by" jsonb NOT NULL,
	"source_system" text collate "C",
	"external_id" text collate "C",
	"import_hash" text collate "C",
	"customer_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"amount_minor" bigint NOT NULL,
	"paid_on" text collate "C" NOT NULL,
	"processed_on" text collate "C",
	"status" text collate "C" NOT NULL,
	"reference" text collate "C",
	"allocations" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscription_entries" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"subscription_id" text collate "C" NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"currency" text collate "C" NOT NULL,
	"amount_minor" bigint NOT NULL,
	"description" text collate "C",
	"invoice_id" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" jsonb NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"updated_by" jsonb NOT NULL,
	"source_system" text collate "C",
	"external_id" text collate "C",
	"import_hash" text collate "C",
	"customer_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"external_name" text collate "C",
	"type" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"price_minor" bigint NOT NULL,
	"billing_frequency" text collate "C",
	"started_at" timestamptz(3) NOT NULL,
	"ends_at" timestamptz(3),
	"status" text collate "C" NOT NULL,
	"discounted" boolean NOT NULL,
	"setup_fee_minor" bigint,
	"access_fee_minor" bigint,
	"cancellation" jsonb,
	"product_id" text collate "C",
	"product_name" text collate "C" NOT NULL,
	"name_folded" text collate "C" NOT NULL,
	"search_text" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" jsonb NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"updated_by" jsonb NOT NULL,
	"source_system" text collate "C",
	"external_id" text collate "C",
	"import_hash" text collate "C",
	"customer_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"service" text collate "C",
	"threshold" double precision,
	"usage" jsonb,
	"sent_at" timestamptz(3) NOT NULL,
	"channel" text collate "C",
	"recipient" text collate "C",
	"subject" text collate "C",
	"body" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "alternative_contacts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" jsonb NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"updated_by" jsonb NOT NULL,
	"source_system" text collate "C",
	"external_id" text collate "C",
	"import_hash" text collate "C",
	"customer_id" text collate "C" NOT NULL,
	"member_id" text collate "C" NOT NULL,
	"support" boolean NOT NULL,
	"billing" boolean NOT NULL,
	"product_ids" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" jsonb NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"updated_by" jsonb NOT NULL,
	"source_system" text collate "C",
	"external_id" text collate "C",
	"import_hash" text collate "C",
	"customer_id" text collate "C" NOT NULL,
	"number" text collate "C" NOT NULL,
	"number_folded" text collate "C" NOT NULL,
	"subject" text collate "C" NOT NULL,
	"description" text collate "C",
	"type" text collate "C",
	"status_code" text collate "C" NOT NULL,
	"status_class" text collate "C" NOT NULL,
	"priority" text collate "C",
	"deadline" text collate "C",
	"tags" text[] NOT NULL,
	"contact_method" text collate "C",
	"assignee" jsonb,
	"related_product" jsonb,
	"opened_at" timestamptz(3) NOT NULL,
	"closed_at" timestamptz(3),
	"search_text" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" jsonb NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"updated_by" jsonb NOT NULL,
	"source_system" text collate "C",
	"external_id" text collate "C",
	"import_hash" text collate "C",
	"customer_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"role" text collate "C",
	"phone" text collate "C",
	"phone_ext" text collate "C",
	"email" text collate "C",
	"address" jsonb,
	"is_primary" boolean NOT NULL,
	"is_billing" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"media_type" text collate "C" NOT NULL,
	"size" integer NOT NULL,
	"content" text collate "C" NOT NULL,
	"created_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"kind" text collate "C" NOT NULL,
	"resource" jsonb NOT NULL,
	"status" text collate "C" NOT NULL,
	"progress" jsonb NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" jsonb NOT NULL,
	"started_at" timestamptz(3),
	"finished_at" timestamptz(3),
	"problem" jsonb,
	"owner_id" text collate "C" NOT NULL,
	"customer_id" text collate "C",
	"rows" jsonb NOT NULL,
	"file_id" text collate "C",
	"file_bytes" integer,
	"expires_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" jsonb NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"updated_by" jsonb NOT NULL,
	"source_system" text collate "C",
	"external_id" text collate "C",
	"import_hash" text collate "C",
	"customer_id" text collate "C" NOT NULL,
	"number" integer,
	"content" text collate "C" NOT NULL,
	"pinned" boolean NOT NULL,
	"attachment" jsonb,
	"source" text collate "C" NOT NULL,
	"case_id" text collate "C",
	"entry" text collate "C",
	"status_from" text collate "C",
	"status_to" text collate "C",
	"file_id" text collate "C",
	"deleted_at" timestamptz(3)
);
--> statement-breakpoint
DROP INDEX "activities_customer_id_at_index";--> statement-breakpoint
DROP INDEX "activities_at_index";--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "title" text collate "C";--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "actor_type" text collate "C" DEFAULT 'system' NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "actor_id" text collate "C";--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "legacy" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "audited" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "search_text" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE "activities" SET "actor_type" = "actor"->>'type', "actor_id" = "actor"->>'id', "audited" = "customer_id" is null, "search_text" = lower(concat_ws(E'\n', ' ' || "kind", ' ' || ("subject"->>'label'), ' ' || ("actor"->>'displayName')));--> statement-breakpoint
ALTER TABLE "activities" ALTER COLUMN "actor_type" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "activities" ALTER COLUMN "legacy" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "activities" ALTER COLUMN "audited" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "activities" ALTER COLUMN "search_text" DROP DEFAULT;--> statement-breakpoint
CREATE UNIQUE INDEX "billing_infos_external_id_unique" ON "billing_infos" USING btree ("source_system","external_id");--> statement-breakpoint
CREATE UNIQUE INDEX "instalment_purchases_external_id_unique" ON "instalment_purchases" USING btree ("source_system","external_id");--> statement-breakpoint
CREATE INDEX "instalment_purchases_customer_id_purchased_at_index" ON "instalment_purchases" USING btree ("customer_id","purchased_at");--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_number_unique" ON "invoices" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_external_id_unique" ON "invoices" USING btree ("source_system","external_id");--> statement-breakpoint
CREATE INDEX "invoices_customer_id_issued_at_index" ON "invoices" USING btree ("customer_id","issued_at");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_external_id_unique" ON "payments" USING btree ("source_system","external_id");--> statement-breakpoint
CREATE INDEX "payments_customer_id_paid_on_index" ON "payments" USING btree ("customer_id","paid_on");--> statement-breakpoint
CREATE INDEX "subscription_entries_subscription_id_at_index" ON "subscription_entries" USING btree ("subscription_id","at");--> statement-breakpoint
CREATE INDEX "subscription_entries_customer_id_index" ON "subscription_entries" USING btree ("customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "subscriptions_external_id_unique" ON "subscriptions" USING btree ("source_system","external_id");--> statement-breakpoint
CREATE INDEX "subscriptions_customer_id_started_at_index" ON "subscriptions" USING btree ("customer_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_external_id_unique" ON "alerts" USING btree ("source_system","external_id");--> statement-breakpoint
CREATE INDEX "alerts_customer_id_sent_at_index" ON "alerts" USING btree ("customer_id","sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "alternative_contacts_member_unique" ON "alternative_contacts" USING btree ("customer_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "alternative_contacts_external_id_unique" ON "alternative_contacts" USING btree ("source_system","external_id");--> statement-breakpoint
CREATE INDEX "alternative_contacts_member_id_created_at_index" ON "alternative_contacts" USING btree ("member_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_number_unique" ON "cases" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_external_id_unique" ON "cases" USING btree ("source_system","external_id");--> statement-breakpoint
CREATE INDEX "cases_customer_id_opened_at_index" ON "cases" USING btree ("customer_id","opened_at");--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_external_id_unique" ON "contacts" USING btree ("source_system","external_id");--> statement-breakpoint
CREATE INDEX "contacts_customer_id_created_at_index" ON "contacts" USING btree ("customer_id","created_at");--> statement-breakpoint
CREATE INDEX "jobs_owner_id_created_at_index" ON "jobs" USING btree ("owner_id","created_at");--> statement-breakpoint
CREATE INDEX "jobs_customer_id_index" ON "jobs" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "jobs_created_at_index" ON "jobs" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "jobs_expires_at_index" ON "jobs" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "notes_number_unique" ON "notes" USING btree ("customer_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "notes_external_id_unique" ON "notes" USING btree ("source_system","external_id");--> statement-breakpoint
CREATE INDEX "notes_customer_id_created_at_index" ON "notes" USING btree ("customer_id","created_at");--> statement-breakpoint
CREATE INDEX "notes_case_id_created_at_index" ON "notes" USING btree ("case_id","created_at");--> statement-breakpoint
CREATE INDEX "notes_deleted_at_index" ON "notes" USING btree ("deleted_at");--> statement-breakpoint
CREATE INDEX "activities_customer_id_legacy_at_id_index" ON "activities" USING btree ("customer_id","legacy","at","id");--> statement-breakpoint
CREATE INDEX "activities_customer_id_group_at_id_index" ON "activities" USING btree ("customer_id","group","at","id");--> statement-breakpoint
CREATE INDEX "activities_customer_id_kind_at_id_index" ON "activities" USING btree ("customer_id","kind","at","id");--> statement-breakpoint
CREATE INDEX "activities_audited_at_id_index" ON "activities" USING btree ("audited","at","id");