-- Sign-ins and sign-ups that were judged. E-mail addresses, names and postal addresses are fingerprints only;
-- rows go after the days that the shop chose, and with their customer.
CREATE TABLE fraud_attempt (
  kind        VARCHAR(16)      NOT NULL,
  id          VARCHAR(128)     NOT NULL,
  at_time     BIGINT           NOT NULL,
  decided_at  BIGINT           NOT NULL,
  outcome     VARCHAR(16)      NOT NULL,
  account     VARCHAR(128)     NOT NULL,
  customer_id VARCHAR(128),
  email_key   VARCHAR(64),
  inbox_key   VARCHAR(64),
  email_shape VARCHAR(64),
  name_key    VARCHAR(64),
  address_key VARCHAR(64),
  device      VARCHAR(128),
  ip          VARCHAR(64),
  network     VARCHAR(64),
  country     VARCHAR(80),
  latitude    DOUBLE PRECISION,
  longitude   DOUBLE PRECISION,
  succeeded   BOOLEAN,
  features    VARCHAR(20000)   NOT NULL,
  reasons     VARCHAR(20000)   NOT NULL,
  PRIMARY KEY (kind, id)
);
CREATE INDEX fraud_attempt_time ON fraud_attempt (decided_at, id);
CREATE INDEX fraud_attempt_outcome ON fraud_attempt (outcome, decided_at, id);
CREATE INDEX fraud_attempt_account ON fraud_attempt (account, kind, at_time);
CREATE INDEX fraud_attempt_customer ON fraud_attempt (customer_id);
CREATE INDEX fraud_attempt_email ON fraud_attempt (email_key);
CREATE INDEX fraud_attempt_device ON fraud_attempt (device, kind, at_time);
CREATE INDEX fraud_attempt_ip ON fraud_attempt (ip, kind, at_time);
CREATE INDEX fraud_attempt_network ON fraud_attempt (network, kind, at_time);
CREATE INDEX fraud_attempt_address ON fraud_attempt (address_key, kind, at_time);
CREATE INDEX fraud_attempt_inbox ON fraud_attempt (inbox_key, kind, at_time);
CREATE INDEX fraud_attempt_shape ON fraud_attempt (email_shape, kind, at_time);
CREATE INDEX fraud_attempt_name ON fraud_attempt (name_key, kind, at_time);
