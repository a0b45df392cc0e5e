-- Who is told of new cases, and the messages; secrets are locked up with a key that is not in the database.
CREATE SEQUENCE fraud_notice_target_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE fraud_notice_target (
  id            BIGINT       PRIMARY KEY,
  name          VARCHAR(80)  NOT NULL,
  kind          VARCHAR(16)  NOT NULL,
  address       VARCHAR(500) NOT NULL,
  least_priority VARCHAR(16) NOT NULL,
  queue         VARCHAR(64)  NOT NULL,
  key_id        VARCHAR(40)  NOT NULL,
  sealed_secret VARCHAR(500) NOT NULL,
  active        BOOLEAN      NOT NULL,
  made_at       BIGINT       NOT NULL,
  made_by       VARCHAR(120) NOT NULL
);
CREATE SEQUENCE fraud_notice_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE fraud_notice (
  id        BIGINT        PRIMARY KEY,
  target_id BIGINT        NOT NULL REFERENCES fraud_notice_target (id),
  case_id   BIGINT        NOT NULL,
  body      VARCHAR(4000) NOT NULL,
  state     VARCHAR(16)   NOT NULL,
  tries     INT           NOT NULL,
  made_at   BIGINT        NOT NULL,
  next_at   BIGINT        NOT NULL,
  problem   VARCHAR(500)  NOT NULL,
  sent_at   BIGINT
);
CREATE INDEX fraud_notice_due ON fraud_notice (state, next_at);
CREATE INDEX fraud_notice_of_target ON fraud_notice (target_id, state);
