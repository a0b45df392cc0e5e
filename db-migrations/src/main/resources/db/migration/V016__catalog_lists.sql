-- What the lists of the console are sorted and filtered by; each ends in what decides between rows that are alike.
CREATE INDEX list_events_type ON behaviour_event (type, at_time, event_id);
CREATE INDEX list_events_product ON behaviour_event (product_id, at_time);
CREATE INDEX list_products_updated ON product (updated_at, id);
CREATE INDEX list_products_price ON product (price, id);
CREATE INDEX list_products_stock ON product (stock, id);
CREATE INDEX list_customers_updated ON customer (updated_at, id);
CREATE INDEX list_orders_placed ON shop_order (placed_at, id);
CREATE INDEX list_orders_status ON shop_order (status, placed_at, id);
CREATE INDEX list_orders_product ON shop_order_line (product_id);
