-- What was removed lately: other servers ask what changed since they last looked. Kept for a day.
CREATE TABLE product_removed (
  id         VARCHAR(128) NOT NULL,
  removed_at BIGINT       NOT NULL,
  PRIMARY KEY (id, removed_at)
);
CREATE INDEX product_removed_time ON product_removed (removed_at);
