-- What was decided of a payment, and what the catalog does not keep of it: fingerprints of e-mail and address,
-- and when it was known that the payment was declined or paid back. The payment itself is in payment_transaction.
CREATE TABLE fraud_decision (
  transaction_id   VARCHAR(128)   PRIMARY KEY,
  decided_at       BIGINT         NOT NULL,
  outcome          VARCHAR(16)    NOT NULL,
  score            DOUBLE PRECISION,
  model_version    INT,
  hits             VARCHAR(20000) NOT NULL,
  contributions    VARCHAR(20000) NOT NULL,
  features         VARCHAR(20000) NOT NULL,
  degraded         VARCHAR(200)   NOT NULL,
  email_key        VARCHAR(64),
  address_key      VARCHAR(64),
  delivery_country VARCHAR(80),
  declined_at      BIGINT,
  refunded_at      BIGINT
);
CREATE INDEX fraud_decision_time ON fraud_decision (decided_at, transaction_id);
CREATE INDEX fraud_decision_outcome ON fraud_decision (outcome, decided_at, transaction_id);
