DROP INDEX "addresses_customer_id_created_at_id_index";--> statement-breakpoint
DROP INDEX "addresses_postal_code_folded_index";--> statement-breakpoint
DROP INDEX "customers_name_sort_id_index";--> statement-breakpoint
DROP INDEX "customers_email_sort_id_index";--> statement-breakpoint
DROP INDEX "customers_registered_at_id_index";--> statement-breakpoint
DROP INDEX "customers_last_login_at_id_index";--> statement-breakpoint
DROP INDEX "customers_last_activity_at_id_index";--> statement-breakpoint
DROP INDEX "customers_last_order_at_id_index";--> statement-breakpoint
DROP INDEX "customers_email_sort_desc";--> statement-breakpoint
DROP INDEX "customers_registered_at_desc";--> statement-breakpoint
DROP INDEX "customers_last_login_at_desc";--> statement-breakpoint
DROP INDEX "customers_last_activity_at_desc";--> statement-breakpoint
DROP INDEX "customers_last_order_at_desc";--> statement-breakpoint
DROP INDEX "customers_status_name_sort_id_index";--> statement-breakpoint
DROP INDEX "customers_tier_name_sort_id_index";--> statement-breakpoint
DROP INDEX "customers_account_type_name_sort_id_index";--> statement-breakpoint
DROP INDEX "customers_preferred_language_name_sort_id_index";--> statement-breakpoint
DROP INDEX "customers_country_code_name_sort_id_index";--> statement-breakpoint
DROP INDEX "orders_customer_id_created_at_index";--> statement-breakpoint
DROP INDEX "orders_created_at_index";--> statement-breakpoint
DROP INDEX "orders_number_folded_index";--> statement-breakpoint
DROP INDEX "orders_total_minor_id_index";--> statement-breakpoint
DROP INDEX "orders_total_minor_desc";--> statement-breakpoint
DROP INDEX "orders_status_code_id_index";--> statement-breakpoint
DROP INDEX "orders_status_code_backward";--> statement-breakpoint
DROP INDEX "customer_stores_customer_id_index";--> statement-breakpoint
DROP INDEX "customer_stores_store_id_index";--> statement-breakpoint
DROP INDEX "memberships_customer_id_index";--> statement-breakpoint
DROP INDEX "memberships_organization_id_index";--> statement-breakpoint
CREATE INDEX "addresses_list_by_customer_id" ON "addresses" USING btree ("customer_id","created_at","id") INCLUDE ("postal_code_folded","deleted_at");--> statement-breakpoint
CREATE INDEX "addresses_postal_code_folded_deleted_at_customer_id_index" ON "addresses" USING btree ("postal_code_folded","deleted_at","customer_id");--> statement-breakpoint
CREATE INDEX "customers_list_by_name_sort" ON "customers" USING btree ("name_sort","id") INCLUDE ("status","tier","account_type","preferred_language","country_code","open_case_count","registered_at","last_login_at","last_activity_at");--> statement-breakpoint
CREATE INDEX "customers_list_by_email_sort" ON "customers" USING btree ("email_sort","id") INCLUDE ("status","tier","account_type","preferred_language","country_code","open_case_count","registered_at","last_login_at","last_activity_at");--> statement-breakpoint
CREATE INDEX "customers_list_by_registered_at" ON "customers" USING btree ("registered_at","id") INCLUDE ("status","tier","account_type","preferred_language","country_code","open_case_count","last_login_at","last_activity_at");--> statement-breakpoint
CREATE INDEX "customers_list_by_last_login_at" ON "customers" USING btree ("last_login_at","id") INCLUDE ("status","tier","account_type","preferred_language","country_code","open_case_count","registered_at","last_activity_at");--> statement-breakpoint
CREATE INDEX "customers_list_by_last_activity_at" ON "customers" USING btree ("last_activity_at","id") INCLUDE ("status","tier","account_type","preferred_language","country_code","open_case_count","registered_at","last_login_at");--> statement-breakpoint
CREATE INDEX "customers_list_by_last_order_at" ON "customers" USING btree ("last_order_at","id") INCLUDE ("status","tier","account_type","preferred_language","country_code","open_case_count","registered_at","last_login_at","last_activity_at");--> statement-breakpoint
CREATE INDEX "customers_list_by_status" ON "customers" USING btree ("status","name_sort","id") INCLUDE ("tier","account_type","preferred_language","country_code","open_case_count","registered_at","last_login_at","last_activity_at","last_order_at");--> statement-breakpoint
CREATE INDEX "customers_list_by_tier" ON "customers" USING btree ("tier","name_sort","id") INCLUDE ("status","account_type","preferred_language","country_code","open_case_count","registered_at","last_login_at","last_activity_at","last_order_at");--> statement-breakpoint
CREATE INDEX "customers_list_by_account_type" ON "customers" USING btree ("account_type","name_sort","id") INCLUDE ("status","tier","preferred_language","country_code","open_case_count","registered_at","last_login_at","last_activity_at","last_order_at");--> statement-breakpoint
CREATE INDEX "customers_list_by_preferred_language" ON "customers" USING btree ("preferred_language","name_sort","id") INCLUDE ("status","tier","account_type","country_code","open_case_count","registered_at","last_login_at","last_activity_at","last_order_at");--> statement-breakpoint
CREATE INDEX "customers_list_by_country_code" ON "customers" USING btree ("country_code","name_sort","id") INCLUDE ("status","tier","account_type","preferred_language","open_case_count","registered_at","last_login_at","last_activity_at","last_order_at");--> statement-breakpoint
CREATE INDEX "orders_list_by_customer_id" ON "orders" USING btree ("customer_id","created_at","id") INCLUDE ("kind","status_code","status_class","scope_id","needs_attention","currency","total_minor","number_folded");--> statement-breakpoint
CREATE INDEX "orders_list_by_created_at" ON "orders" USING btree ("created_at","id") INCLUDE ("kind","status_code","status_class","scope_id","needs_attention","currency","total_minor","customer_id");--> statement-breakpoint
CREATE INDEX "orders_list_by_number_folded" ON "orders" USING btree ("number_folded","id") INCLUDE ("kind","status_code","status_class","scope_id","needs_attention","currency","total_minor","created_at","customer_id");--> statement-breakpoint
CREATE INDEX "orders_list_by_total_minor" ON "orders" USING btree ("total_minor","id") INCLUDE ("kind","status_code","status_class","scope_id","needs_attention","currency","created_at","customer_id");--> statement-breakpoint
CREATE INDEX "orders_list_by_status_code" ON "orders" USING btree ("status_code","id") INCLUDE ("kind","status_class","scope_id","needs_attention","currency","total_minor","created_at","customer_id");--> statement-breakpoint
CREATE INDEX "orders_list_by_status_class" ON "orders" USING btree ("status_class","created_at","id") INCLUDE ("kind","status_code","scope_id","needs_attention","currency","total_minor","customer_id");--> statement-breakpoint
CREATE INDEX "orders_list_by_needs_attention" ON "orders" USING btree ("needs_attention","created_at","id") INCLUDE ("kind","status_code","status_class","scope_id","currency","total_minor","customer_id","number_folded") WHERE needs_attention;--> statement-breakpoint
CREATE INDEX "customer_stores_customer_id_store_id_index" ON "customer_stores" USING btree ("customer_id","store_id");--> statement-breakpoint
CREATE INDEX "customer_stores_store_id_customer_id_index" ON "customer_stores" USING btree ("store_id","customer_id");--> statement-breakpoint
CREATE INDEX "memberships_customer_id_organization_id_index" ON "memberships" USING btree ("customer_id","organization_id");--> statement-breakpoint
CREATE INDEX "memberships_organization_id_customer_id_index" ON "memberships" USING btree ("organization_id","customer_id");--> statement-breakpoint
ALTER TABLE "customers"
	ALTER COLUMN "search_text" SET STATISTICS 500,
	ALTER COLUMN "name_sort" SET STATISTICS 500,
	ALTER COLUMN "email_sort" SET STATISTICS 500,
	ALTER COLUMN "customer_number" SET STATISTICS 500,
	ALTER COLUMN "city_folded" SET STATISTICS 500;--> statement-breakpoint
ALTER TABLE "addresses" ALTER COLUMN "postal_code_folded" SET STATISTICS 500;--> statement-breakpoint
ALTER TABLE "orders"
	ALTER COLUMN "search_text" SET STATISTICS 500,
	ALTER COLUMN "number_folded" SET STATISTICS 500;--> statement-breakpoint
ANALYZE "customers", "addresses", "orders";
