-- What shoppers say against a payment that was stopped: once for a payment; the words are in the journal of its case.
CREATE TABLE fraud_appeal (
  transaction_id VARCHAR(128) PRIMARY KEY,
  case_id        BIGINT       NOT NULL,
  made_at        BIGINT       NOT NULL,
  customer_id    VARCHAR(128),
  device         VARCHAR(128),
  card           VARCHAR(128)
);
CREATE INDEX fraud_appeal_customer ON fraud_appeal (customer_id, made_at);
CREATE INDEX fraud_appeal_device ON fraud_appeal (device, made_at);
CREATE INDEX fraud_appeal_card ON fraud_appeal (card, made_at);
CREATE INDEX fraud_appeal_case ON fraud_appeal (case_id);
