-- What a rule or a threshold would have done in the past, and which payments it would have held.
CREATE SEQUENCE fraud_backtest_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE fraud_backtest (
  id         BIGINT         PRIMARY KEY,
  job_id     BIGINT,
  rule_id    VARCHAR(64),
  version    INT,
  conditions VARCHAR(4000)  NOT NULL,
  threshold  INT,
  outcome    VARCHAR(16)    NOT NULL,
  from_at    BIGINT         NOT NULL,
  to_at      BIGINT         NOT NULL,
  made_at    BIGINT         NOT NULL,
  made_by    VARCHAR(120)   NOT NULL,
  report     VARCHAR(200000)
);
CREATE INDEX fraud_backtest_rule ON fraud_backtest (rule_id, id);
CREATE TABLE fraud_backtest_hit (
  backtest_id    BIGINT       NOT NULL,
  row_no         INT          NOT NULL,
  transaction_id VARCHAR(128) NOT NULL,
  at_time        BIGINT       NOT NULL,
  cents          BIGINT       NOT NULL,
  currency       VARCHAR(3)   NOT NULL,
  label          VARCHAR(8)   NOT NULL,
  judged         VARCHAR(16)  NOT NULL,
  PRIMARY KEY (backtest_id, row_no)
);
