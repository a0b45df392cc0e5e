-- Acts on cases under one name, and where they were done, so that they can be taken back.
CREATE SEQUENCE fraud_macro_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE fraud_macro (
  id           BIGINT        PRIMARY KEY,
  name         VARCHAR(80)   NOT NULL,
  note         VARCHAR(2000) NOT NULL,
  assignee     VARCHAR(120)  NOT NULL,
  priority     VARCHAR(16),
  list_name    VARCHAR(64)   NOT NULL,
  snooze_hours INT           NOT NULL,
  ending       VARCHAR(16)   NOT NULL,
  written_at   BIGINT        NOT NULL,
  written_by   VARCHAR(120)  NOT NULL
);
CREATE SEQUENCE fraud_macro_run_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE fraud_macro_run (
  id              BIGINT        PRIMARY KEY,
  case_id         BIGINT        NOT NULL REFERENCES fraud_case (id),
  name            VARCHAR(80)   NOT NULL,
  done_at         BIGINT        NOT NULL,
  done_by         VARCHAR(120)  NOT NULL,
  assignee_before VARCHAR(120)  NOT NULL,
  priority_before VARCHAR(16)   NOT NULL,
  list_name       VARCHAR(64)   NOT NULL,
  list_key        VARCHAR(200)  NOT NULL,
  snoozes         VARCHAR(2000) NOT NULL,
  ended           BOOLEAN       NOT NULL,
  undone_by       VARCHAR(120)
);
CREATE INDEX fraud_macro_run_case ON fraud_macro_run (case_id, id);
