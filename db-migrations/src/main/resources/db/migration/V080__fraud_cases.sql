-- Payments that somebody is to look at, worked as cases. A decision that asks for a look leaves a row in fraud_alert,
-- written with the decision; what takes it into a case removes it. So after a crash nothing is forgotten or doubled.
CREATE TABLE fraud_alert (
  transaction_id VARCHAR(128) PRIMARY KEY,
  at_time        BIGINT       NOT NULL
);

-- Times are milliseconds since 1970, amounts hundredths of the currency. What sorts first has the highest urgency.
CREATE SEQUENCE fraud_case_seq START WITH 1 INCREMENT BY 1;
CREATE TABLE fraud_case (
  id            BIGINT       PRIMARY KEY,
  state         VARCHAR(16)  NOT NULL,
  queue         VARCHAR(80)  NOT NULL,
  priority      VARCHAR(16)  NOT NULL,
  urgency       BIGINT       NOT NULL,
  decision      VARCHAR(16)  NOT NULL,
  subject_kind  VARCHAR(16)  NOT NULL,
  subject       VARCHAR(200) NOT NULL,
  main_payment  VARCHAR(128) NOT NULL,
  payments      INT          NOT NULL,
  score         DOUBLE PRECISION,
  currency      VARCHAR(3)   NOT NULL,
  amount_cents  BIGINT       NOT NULL,
  risk_cents    BIGINT       NOT NULL,
  blocked_cents BIGINT       NOT NULL,
  main_risk_cents BIGINT     NOT NULL,
  opened_at     BIGINT       NOT NULL,
  joined_at     BIGINT       NOT NULL,
  due_at        BIGINT       NOT NULL,
  assignee      VARCHAR(120) NOT NULL,
  locked_by     VARCHAR(120) NOT NULL,
  locked_until  BIGINT       NOT NULL,
  asked_outcome VARCHAR(16),
  asked_by      VARCHAR(120) NOT NULL,
  outcome       VARCHAR(16),
  closed_by     VARCHAR(120) NOT NULL,
  closed_at     BIGINT       NOT NULL
);
CREATE INDEX fraud_case_urgency ON fraud_case (urgency, id);
CREATE INDEX fraud_case_due ON fraud_case (due_at, id);
CREATE INDEX fraud_case_risk ON fraud_case (risk_cents, id);
CREATE INDEX fraud_case_opened ON fraud_case (opened_at, id);
CREATE INDEX fraud_case_queue ON fraud_case (state, queue, urgency, id);

-- A payment is in one case.
CREATE TABLE fraud_case_payment (
  transaction_id VARCHAR(128) PRIMARY KEY,
  case_id        BIGINT       NOT NULL REFERENCES fraud_case (id),
  added_at       BIGINT       NOT NULL
);
CREATE INDEX fraud_case_payment_case ON fraud_case_payment (case_id, added_at);

-- By what further payments are recognised: customer, card, device, e-mail (a fingerprint).
CREATE TABLE fraud_case_key (
  case_id   BIGINT       NOT NULL REFERENCES fraud_case (id),
  kind      VARCHAR(16)  NOT NULL,
  key_value VARCHAR(200) NOT NULL,
  PRIMARY KEY (case_id, kind, key_value)
);
CREATE INDEX fraud_case_key_value ON fraud_case_key (kind, key_value);

-- Notes and all that was done: written once, never changed. It goes with its case alone.
CREATE SEQUENCE fraud_case_entry_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE fraud_case_entry (
  id      BIGINT        PRIMARY KEY,
  case_id BIGINT        NOT NULL REFERENCES fraud_case (id),
  at_time BIGINT        NOT NULL,
  done_by VARCHAR(120)  NOT NULL,
  act     VARCHAR(16)   NOT NULL,
  text    VARCHAR(4000) NOT NULL
);
CREATE INDEX fraud_case_entry_case ON fraud_case_entry (case_id, id);
