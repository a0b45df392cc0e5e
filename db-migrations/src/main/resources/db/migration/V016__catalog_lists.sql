-- What the lists of the console are sorted and filtered by; each ends in what decides between rows that are alike.
CREATE INDEX behaviour_event_type ON behaviour_event (type, at_time, event_id);
CREATE INDEX behaviour_event_product ON behaviour_event (product_id, at_time);
CREATE INDEX product_updated ON product (updated_at, id);
CREATE INDEX product_price ON product (price, id);
CREATE INDEX product_stock ON product (stock, id);
CREATE INDEX customer_updated ON customer (updated_at, id);
CREATE INDEX shop_order_placed ON shop_order (placed_at, id);
CREATE INDEX shop_order_status ON shop_order (status, placed_at, id);
CREATE INDEX shop_order_line_product ON shop_order_line (product_id);
