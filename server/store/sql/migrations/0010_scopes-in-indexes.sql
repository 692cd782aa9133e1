DROP INDEX "customers_list_by_name_sort";--> statement-breakpoint
DROP INDEX "customers_list_by_email_sort";--> statement-breakpoint
DROP INDEX "customers_list_by_registered_at";--> statement-breakpoint
DROP INDEX "customers_list_by_last_login_at";--> statement-breakpoint
DROP INDEX "customers_list_by_last_activity_at";--> statement-breakpoint
DROP INDEX "customers_list_by_last_order_at";--> statement-breakpoint
DROP INDEX "customers_list_by_status";--> statement-breakpoint
DROP INDEX "customers_list_by_tier";--> statement-breakpoint
DROP INDEX "customers_list_by_account_type";--> statement-breakpoint
DROP INDEX "customers_list_by_preferred_language";--> statement-breakpoint
DROP INDEX "customers_list_by_country_code";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "scope_key" text COLLATE "C" GENERATED ALWAYS AS (
	CASE
		WHEN cardinality("scope_ids") = 0 THEN ''
		WHEN cardinality("scope_ids") = 1 AND length("scope_ids"[1]) <= 40 THEN '=' || "scope_ids"[1]
		ELSE '*'
	END
) STORED;--> statement-breakpoint
CREATE INDEX "customers_list_by_scope_key" ON "customers" USING btree ("scope_key","name_sort","id") INCLUDE ("status","tier","account_type","preferred_language","country_code","open_case_count","registered_at","last_login_at","last_activity_at","last_order_at","email_sort","customer_number");--> statement-breakpoint
CREATE INDEX "customers_words_of_signs" ON "customers" USING btree ("name_sort","id") WHERE "search_text" ~ ' [!-''*,./:-@[-`{-~]';--> statement-breakpoint
CREATE INDEX "customers_list_by_name_sort" ON "customers" USING btree ("name_sort","id") INCLUDE ("status","tier","account_type","preferred_language","country_code","open_case_count","registered_at","last_login_at","last_activity_at","scope_key");--> statement-breakpoint
CREATE INDEX "customers_list_by_email_sort" ON "customers" USING btree ("email_sort","id") INCLUDE ("status","tier","account_type","preferred_language","country_code","open_case_count","registered_at","last_login_at","last_activity_at","scope_key");--> statement-breakpoint
CREATE INDEX "customers_list_by_registered_at" ON "customers" USING btree ("registered_at","id") INCLUDE ("status","tier","account_type","preferred_language","country_code","open_case_count","last_login_at","last_activity_at","scope_key");--> statement-breakpoint
CREATE INDEX "customers_list_by_last_login_at" ON "customers" USING btree ("last_login_at","id") INCLUDE ("status","tier","account_type","preferred_language","country_code","open_case_count","registered_at","last_activity_at","scope_key");--> statement-breakpoint
CREATE INDEX "customers_list_by_last_activity_at" ON "customers" USING btree ("last_activity_at","id") INCLUDE ("status","tier","account_type","preferred_language","country_code","open_case_count","registered_at","last_login_at","scope_key");--> statement-breakpoint
CREATE INDEX "customers_list_by_last_order_at" ON "customers" USING btree ("last_order_at","id") INCLUDE ("status","tier","account_type","preferred_language","country_code","open_case_count","registered_at","last_login_at","last_activity_at","scope_key");--> statement-breakpoint
CREATE INDEX "customers_list_by_status" ON "customers" USING btree ("status","name_sort","id") INCLUDE ("tier","account_type","preferred_language","country_code","open_case_count","registered_at","last_login_at","last_activity_at","last_order_at","scope_key");--> statement-breakpoint
CREATE INDEX "customers_list_by_tier" ON "customers" USING btree ("tier","name_sort","id") INCLUDE ("status","account_type","preferred_language","country_code","open_case_count","registered_at","last_login_at","last_activity_at","last_order_at","scope_key");--> statement-breakpoint
CREATE INDEX "customers_list_by_account_type" ON "customers" USING btree ("account_type","name_sort","id") INCLUDE ("status","tier","preferred_language","country_code","open_case_count","registered_at","last_login_at","last_activity_at","last_order_at","scope_key");--> statement-breakpoint
CREATE INDEX "customers_list_by_preferred_language" ON "customers" USING btree ("preferred_language","name_sort","id") INCLUDE ("status","tier","account_type","country_code","open_case_count","registered_at","last_login_at","last_activity_at","last_order_at","scope_key");--> statement-breakpoint
CREATE INDEX "customers_list_by_country_code" ON "customers" USING btree ("country_code","name_sort","id") INCLUDE ("status","tier","account_type","preferred_language","open_case_count","registered_at","last_login_at","last_activity_at","last_order_at","scope_key");--> statement-breakpoint
CREATE STATISTICS "customers_filters" (mcv) ON "status", "tier", "account_type", "preferred_language", "country_code", "scope_key" FROM "customers";--> statement-breakpoint
ALTER STATISTICS "customers_filters" SET STATISTICS 500;--> statement-breakpoint
ANALYZE "customers";
