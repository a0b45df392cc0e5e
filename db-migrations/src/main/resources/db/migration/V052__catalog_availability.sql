-- When a product stops being sold; null for never.
ALTER TABLE product ADD COLUMN available_until BIGINT;
-- Other servers ask what changed since they last looked.
CREATE INDEX product_updated ON product (updated_at, id);
