CREATE TABLE "addresses" (
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
	"name" text collate "C",
	"name_folded" text collate "C",
	"first_name" text collate "C",
	"last_name" text collate "C",
	"company_name" text collate "C",
	"line1" text collate "C",
	"line2" text collate "C",
	"postbox" text collate "C",
	"city" text collate "C",
	"region_code" text collate "C",
	"country_code" text collate "C",
	"postal_code" text collate "C",
	"postal_code_folded" text collate "C",
	"phone" text collate "C",
	"phone_ext" text collate "C",
	"email" text collate "C",
	"notes" text collate "C",
	"latitude" double precision,
	"longitude" double precision,
	"is_business" boolean NOT NULL,
	"vat_number" text collate "C",
	"is_preferred_billing" boolean NOT NULL,
	"is_preferred_shipping" boolean NOT NULL,
	"deleted_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "customer_attributes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"values" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" jsonb NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"updated_by" jsonb NOT NULL,
	"source_system" text collate "C",
	"external_id" text collate "C",
	"import_hash" text collate "C",
	"customer_number" text collate "C" NOT NULL,
	"first_name" text collate "C",
	"middle_name" text collate "C",
	"last_name" text collate "C",
	"title" text collate "C",
	"salutation" text collate "C",
	"display_name" text collate "C",
	"company_name" text collate "C",
	"email" text collate "C",
	"username" text collate "C",
	"phone" text collate "C",
	"phone_ext" text collate "C",
	"mobile" text collate "C",
	"work_phone" text collate "C",
	"work_phone_ext" text collate "C",
	"fax" text collate "C",
	"fax_ext" text collate "C",
	"account_type" text collate "C" NOT NULL,
	"tier" text collate "C" NOT NULL,
	"status" text collate "C" NOT NULL,
	"locked_until" timestamptz(3),
	"access_blocked" boolean NOT NULL,
	"processing_blocked" boolean NOT NULL,
	"anonymized_at" timestamptz(3),
	"preferred_language" text collate "C",
	"birthday" date,
	"referral_code" text collate "C",
	"pin" text collate "C",
	"registered_at" timestamptz(3),
	"registration_source" text collate "C",
	"last_login_at" timestamptz(3),
	"last_activity_at" timestamptz(3),
	"last_password_change_at" timestamptz(3),
	"is_recurring_buyer" boolean NOT NULL,
	"preferred_store_id" text collate "C",
	"preferred_store_version" integer NOT NULL,
	"scope_ids" text[] NOT NULL,
	"marketing_consents" jsonb NOT NULL,
	"last_order_id" text collate "C",
	"last_order_at" timestamptz(3),
	"open_case_count" integer NOT NULL,
	"city" text collate "C",
	"country_code" text collate "C",
	"city_folded" text collate "C",
	"name_sort" text collate "C" NOT NULL,
	"email_sort" text collate "C",
	"last_name_folded" text collate "C",
	"search_text" text collate "C" NOT NULL,
	"phone_digits" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attribute_definitions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"label" jsonb NOT NULL,
	"description" jsonb,
	"group_id" text collate "C",
	"display_order" integer NOT NULL,
	"data_type" text collate "C" NOT NULL,
	"required" boolean NOT NULL,
	"multiple" boolean NOT NULL,
	"multilingual" boolean NOT NULL,
	"searchable" boolean NOT NULL,
	"read_only" boolean NOT NULL,
	"retired_at" timestamptz(3),
	"min" jsonb,
	"max" jsonb,
	"max_length" integer,
	"default" jsonb,
	"lookup_name" text collate "C",
	"reference_entity" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "attribute_groups" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"label" jsonb NOT NULL,
	"display_order" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lookups" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"label" jsonb NOT NULL,
	"active" boolean NOT NULL,
	"values" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "carts" (
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
	"scope_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"type" text collate "C",
	"item_quantity" double precision NOT NULL,
	"line_count" integer NOT NULL,
	"total_minor" bigint,
	"currency" text collate "C" NOT NULL,
	"expires_at" timestamptz(3),
	"lines" jsonb NOT NULL,
	"status" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_details" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"lines" jsonb NOT NULL,
	"shipments" jsonb NOT NULL,
	"payments" jsonb NOT NULL,
	"history" jsonb NOT NULL,
	"subtotal" jsonb,
	"tax" jsonb,
	"shipping_cost" jsonb,
	"billing_address" jsonb,
	"messages" text[] NOT NULL,
	"address_ids" text[] NOT NULL,
	"saved_payment_ids" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "orders" (
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
	"kind" text collate "C" NOT NULL,
	"scope_id" text collate "C" NOT NULL,
	"status_code" text collate "C" NOT NULL,
	"status_class" text collate "C" NOT NULL,
	"shipment_count" integer NOT NULL,
	"item_count" integer NOT NULL,
	"total_minor" bigint,
	"currency" text collate "C",
	"source" text collate "C",
	"needs_attention" boolean NOT NULL,
	"recurring" jsonb,
	"search_text" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_payments" (
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
	"provider" text collate "C" NOT NULL,
	"label" text collate "C",
	"card" jsonb,
	"bank" jsonb,
	"is_default" boolean NOT NULL,
	"enabled" boolean NOT NULL,
	"added_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "customer_stores" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"store_id" text collate "C" NOT NULL,
	"order_count" integer NOT NULL,
	"last_used_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"organization_id" text collate "C" NOT NULL,
	"organization_name" text collate "C" NOT NULL,
	"organization_number" text collate "C",
	"member_since" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" jsonb NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"updated_by" jsonb NOT NULL,
	"source_system" text collate "C",
	"external_id" text collate "C",
	"import_hash" text collate "C",
	"number" text collate "C",
	"name" text collate "C" NOT NULL,
	"manager_name" text collate "C",
	"phone" text collate "C",
	"phone_ext" text collate "C",
	"email" text collate "C",
	"fax" text collate "C",
	"description" text collate "C",
	"active" boolean NOT NULL,
	"addresses" jsonb NOT NULL,
	"name_sort" text collate "C" NOT NULL,
	"search_text" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scopes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"parent_id" text collate "C",
	"currency" text collate "C" NOT NULL,
	"languages" text[] NOT NULL,
	"source_system" text collate "C",
	"external_id" text collate "C",
	"import_hash" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "store_locations" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" jsonb NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"updated_by" jsonb NOT NULL,
	"source_system" text collate "C",
	"external_id" text collate "C",
	"import_hash" text collate "C",
	"number" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"address" jsonb,
	"phone" text collate "C",
	"phone_ext" text collate "C",
	"email" text collate "C",
	"manager_name" text collate "C",
	"active" boolean NOT NULL,
	"operating" jsonb NOT NULL,
	"supports" text[] NOT NULL,
	"name_sort" text collate "C" NOT NULL,
	"search_text" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "activities" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"customer_id" text collate "C",
	"kind" text collate "C" NOT NULL,
	"group" text collate "C" NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"actor" jsonb NOT NULL,
	"subject" jsonb NOT NULL,
	"changes" jsonb NOT NULL,
	"data" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"payload_hash" text collate "C" NOT NULL,
	"status" integer NOT NULL,
	"headers" jsonb NOT NULL,
	"body" text collate "C",
	"created_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"staff_id" text collate "C" NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"last_seen_at" timestamptz(3) NOT NULL,
	"expires_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"value" jsonb
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"username" text collate "C" NOT NULL,
	"username_folded" text collate "C" NOT NULL,
	"display_name" text collate "C" NOT NULL,
	"email" text collate "C",
	"roles" text[] NOT NULL,
	"scope_ids" text[] NOT NULL,
	"password_hash" text collate "C",
	"disabled_at" timestamptz(3),
	"preferences" jsonb NOT NULL,
	"created_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "addresses_name_unique" ON "addresses" USING btree ("customer_id","name_folded");--> statement-breakpoint
CREATE UNIQUE INDEX "addresses_external_id_unique" ON "addresses" USING btree ("source_system","external_id");--> statement-breakpoint
CREATE INDEX "addresses_customer_id_created_at_id_index" ON "addresses" USING btree ("customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "addresses_postal_code_folded_index" ON "addresses" USING btree ("postal_code_folded");--> statement-breakpoint
CREATE INDEX "addresses_deleted_at_index" ON "addresses" USING btree ("deleted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_customer_number_unique" ON "customers" USING btree ("customer_number");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_username_unique" ON "customers" USING btree ("username");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_external_id_unique" ON "customers" USING btree ("source_system","external_id");--> statement-breakpoint
CREATE INDEX "customers_name_sort_id_index" ON "customers" USING btree ("name_sort","id");--> statement-breakpoint
CREATE INDEX "customers_email_sort_id_index" ON "customers" USING btree ("email_sort","id");--> statement-breakpoint
CREATE INDEX "customers_registered_at_id_index" ON "customers" USING btree ("registered_at","id");--> statement-breakpoint
CREATE INDEX "customers_last_login_at_id_index" ON "customers" USING btree ("last_login_at","id");--> statement-breakpoint
CREATE INDEX "customers_last_activity_at_id_index" ON "customers" USING btree ("last_activity_at","id");--> statement-breakpoint
CREATE INDEX "customers_last_order_at_id_index" ON "customers" USING btree ("last_order_at","id");--> statement-breakpoint
CREATE INDEX "customers_email_sort_desc" ON "customers" USING btree ("email_sort" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "customers_registered_at_desc" ON "customers" USING btree ("registered_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "customers_last_login_at_desc" ON "customers" USING btree ("last_login_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "customers_last_activity_at_desc" ON "customers" USING btree ("last_activity_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "customers_last_order_at_desc" ON "customers" USING btree ("last_order_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "customers_last_name_folded_index" ON "customers" USING btree ("last_name_folded");--> statement-breakpoint
CREATE INDEX "customers_city_folded_index" ON "customers" USING btree ("city_folded");--> statement-breakpoint
CREATE INDEX "customers_status_index" ON "customers" USING btree ("status");--> statement-breakpoint
CREATE INDEX "customers_tier_index" ON "customers" USING btree ("tier");--> statement-breakpoint
CREATE INDEX "customers_account_type_index" ON "customers" USING btree ("account_type");--> statement-breakpoint
CREATE INDEX "customers_preferred_language_index" ON "customers" USING btree ("preferred_language");--> statement-breakpoint
CREATE INDEX "customers_preferred_store_id_index" ON "customers" USING btree ("preferred_store_id");--> statement-breakpoint
CREATE INDEX "customers_scope_ids_index" ON "customers" USING gin ("scope_ids");--> statement-breakpoint
CREATE INDEX "customers_search_text_search" ON "customers" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "customers_phone_digits_search" ON "customers" USING gin ("phone_digits" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "carts_external_id_unique" ON "carts" USING btree ("source_system","external_id");--> statement-breakpoint
CREATE INDEX "carts_customer_id_created_at_index" ON "carts" USING btree ("customer_id","created_at");--> statement-breakpoint
CREATE INDEX "order_details_address_ids_index" ON "order_details" USING gin ("address_ids");--> statement-breakpoint
CREATE INDEX "order_details_saved_payment_ids_index" ON "order_details" USING gin ("saved_payment_ids");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_external_id_unique" ON "orders" USING btree ("source_system","external_id");--> statement-breakpoint
CREATE INDEX "orders_customer_id_created_at_index" ON "orders" USING btree ("customer_id","created_at");--> statement-breakpoint
CREATE INDEX "orders_created_at_index" ON "orders" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "orders_number_folded_index" ON "orders" USING btree ("number_folded");--> statement-breakpoint
CREATE INDEX "orders_total_minor_index" ON "orders" USING btree ("total_minor");--> statement-breakpoint
CREATE INDEX "orders_status_code_index" ON "orders" USING btree ("status_code");--> statement-breakpoint
CREATE INDEX "orders_scope_id_index" ON "orders" USING btree ("scope_id");--> statement-breakpoint
CREATE INDEX "orders_search_text_search" ON "orders" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "saved_payments_external_id_unique" ON "saved_payments" USING btree ("source_system","external_id");--> statement-breakpoint
CREATE INDEX "saved_payments_customer_id_added_at_index" ON "saved_payments" USING btree ("customer_id","added_at");--> statement-breakpoint
CREATE INDEX "customer_stores_customer_id_index" ON "customer_stores" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "customer_stores_store_id_index" ON "customer_stores" USING btree ("store_id");--> statement-breakpoint
CREATE INDEX "memberships_customer_id_index" ON "memberships" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "memberships_organization_id_index" ON "memberships" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_number_unique" ON "organizations" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_external_id_unique" ON "organizations" USING btree ("source_system","external_id");--> statement-breakpoint
CREATE INDEX "organizations_name_sort_id_index" ON "organizations" USING btree ("name_sort","id");--> statement-breakpoint
CREATE INDEX "organizations_search_text_search" ON "organizations" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "scopes_external_id_unique" ON "scopes" USING btree ("source_system","external_id");--> statement-breakpoint
CREATE UNIQUE INDEX "store_locations_number_unique" ON "store_locations" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "store_locations_external_id_unique" ON "store_locations" USING btree ("source_system","external_id");--> statement-breakpoint
CREATE INDEX "store_locations_name_sort_id_index" ON "store_locations" USING btree ("name_sort","id");--> statement-breakpoint
CREATE INDEX "store_locations_search_text_search" ON "store_locations" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "activities_customer_id_at_index" ON "activities" USING btree ("customer_id","at");--> statement-breakpoint
CREATE INDEX "activities_at_index" ON "activities" USING btree ("at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created_at_index" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "sessions_staff_id_index" ON "sessions" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "sessions_expires_at_index" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_username_unique" ON "staff" USING btree ("username_folded");