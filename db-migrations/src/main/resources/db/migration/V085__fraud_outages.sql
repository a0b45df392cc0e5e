-- When something that judges payments was missing or late, and what became of the payments meanwhile. Times are
-- milliseconds since 1970; until_time is empty while it lasts, last_time is when it was seen last.
CREATE TABLE fraud_outage (
  id         VARCHAR(40) PRIMARY KEY,
  kind       VARCHAR(16) NOT NULL,
  from_time  BIGINT      NOT NULL,
  last_time  BIGINT      NOT NULL,
  until_time BIGINT,
  decisions  BIGINT      NOT NULL,
  made_up    BIGINT      NOT NULL,
  held_back  BIGINT      NOT NULL
);
CREATE INDEX fraud_outage_time ON fraud_outage (from_time);

-- Decisions of the journal that do not fit what is stored: kept as they were written, with the reason.
CREATE TABLE fraud_held_entry (
  id             VARCHAR(160)    PRIMARY KEY,
  transaction_id VARCHAR(128)    NOT NULL,
  customer_id    VARCHAR(128),
  at_time        BIGINT          NOT NULL,
  reason         VARCHAR(500)    NOT NULL,
  entry          VARCHAR(200000) NOT NULL
);
CREATE INDEX fraud_held_entry_transaction ON fraud_held_entry (transaction_id);
CREATE INDEX fraud_held_entry_customer ON fraud_held_entry (customer_id);
