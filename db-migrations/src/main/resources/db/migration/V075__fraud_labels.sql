-- What people said that payments turned out to be, each with who and when; the last that was not undone holds.
CREATE SEQUENCE fraud_label_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE fraud_label (
  id             BIGINT       PRIMARY KEY,
  transaction_id VARCHAR(128) NOT NULL,
  label          VARCHAR(16)  NOT NULL,
  said_by        VARCHAR(120) NOT NULL,
  at_time        BIGINT       NOT NULL,
  undone         BOOLEAN      NOT NULL
);
CREATE INDEX fraud_label_transaction ON fraud_label (transaction_id, id);
