DROP INDEX "customers_city_folded_index";--> statement-breakpoint
DROP INDEX "customers_status_index";--> statement-breakpoint
DROP INDEX "customers_tier_index";--> statement-breakpoint
DROP INDEX "customers_account_type_index";--> statement-breakpoint
DROP INDEX "customers_preferred_language_index";--> statement-breakpoint
DROP INDEX "orders_total_minor_index";--> statement-breakpoint
DROP INDEX "orders_status_code_index";--> statement-breakpoint
CREATE INDEX "customers_city_folded_name_sort_id_index" ON "customers" USING btree ("city_folded","name_sort","id");--> statement-breakpoint
CREATE INDEX "customers_status_name_sort_id_index" ON "customers" USING btree ("status","name_sort","id");--> statement-breakpoint
CREATE INDEX "customers_tier_name_sort_id_index" ON "customers" USING btree ("tier","name_sort","id");--> statement-breakpoint
CREATE INDEX "customers_account_type_name_sort_id_index" ON "customers" USING btree ("account_type","name_sort","id");--> statement-breakpoint
CREATE INDEX "customers_preferred_language_name_sort_id_index" ON "customers" USING btree ("preferred_language","name_sort","id");--> statement-breakpoint
CREATE INDEX "customers_country_code_name_sort_id_index" ON "customers" USING btree ("country_code","name_sort","id");--> statement-breakpoint
CREATE INDEX "customers_open_case_count_index" ON "customers" USING btree ("open_case_count");--> statement-breakpoint
CREATE INDEX "orders_total_minor_id_index" ON "orders" USING btree ("total_minor","id");--> statement-breakpoint
CREATE INDEX "orders_total_minor_desc" ON "orders" USING btree ("total_minor" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "orders_status_code_id_index" ON "orders" USING btree ("status_code","id");--> statement-breakpoint
CREATE INDEX "orders_status_code_backward" ON "orders" USING btree ("status_code" DESC NULLS FIRST,"id");