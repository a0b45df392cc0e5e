-- What people changed; the value before is null where the default held, the value after where it holds again.
CREATE SEQUENCE setting_change_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE setting_change (
  id           BIGINT       PRIMARY KEY,
  name         VARCHAR(120) NOT NULL,
  at_time      BIGINT       NOT NULL,
  by_whom      VARCHAR(120) NOT NULL,
  before_value VARCHAR(4000),
  after_value  VARCHAR(4000)
);
CREATE INDEX setting_change_name ON setting_change (name, id);
