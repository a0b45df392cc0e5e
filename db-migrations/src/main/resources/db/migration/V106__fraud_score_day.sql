-- Payments by day (from 1970, in UTC), whole percent of their score and what the rules asked for: what any thresholds
-- would have called an alert, without reading the payments again.
CREATE TABLE fraud_score_day (
  day_no   BIGINT      NOT NULL,
  percent  INT         NOT NULL,
  rules    VARCHAR(16) NOT NULL,
  payments BIGINT      NOT NULL,
  PRIMARY KEY (day_no, percent, rules)
);
