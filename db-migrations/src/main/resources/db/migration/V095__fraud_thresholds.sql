-- Changes of the thresholds of the fraud model: asked for by one person, published by another.
CREATE SEQUENCE fraud_threshold_change_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE fraud_threshold_change (
  id               BIGINT       PRIMARY KEY,
  state            VARCHAR(16)  NOT NULL,
  challenge        BIGINT       NOT NULL,
  review           BIGINT       NOT NULL,
  block            BIGINT       NOT NULL,
  challenge_before BIGINT       NOT NULL,
  review_before    BIGINT       NOT NULL,
  block_before     BIGINT       NOT NULL,
  reason           VARCHAR(500) NOT NULL,
  asked_at         BIGINT       NOT NULL,
  asked_by         VARCHAR(120) NOT NULL,
  decided_at       BIGINT,
  decided_by       VARCHAR(120)
);
CREATE INDEX fraud_threshold_change_state ON fraud_threshold_change (state, id);
-- A backtest may be of all three thresholds together; which of them know the payments by their scores.
ALTER TABLE fraud_backtest ADD COLUMN challenge_from INT;
ALTER TABLE fraud_backtest ADD COLUMN review_from INT;
ALTER TABLE fraud_backtest ADD COLUMN block_from INT;
ALTER TABLE fraud_backtest ADD COLUMN curve BOOLEAN DEFAULT FALSE NOT NULL;
CREATE INDEX fraud_backtest_curve ON fraud_backtest (curve, id);
