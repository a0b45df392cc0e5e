-- How far payments have moved from those that a version of the fraud model learnt from: the last measure of each day.
-- Days are counted from 1970 in UTC; the report is JSON.
CREATE TABLE fraud_drift (
  model_version INT              NOT NULL,
  day_no        BIGINT           NOT NULL,
  score_index   DOUBLE PRECISION NOT NULL,
  worst_index   DOUBLE PRECISION NOT NULL,
  worst_feature VARCHAR(120)     NOT NULL,
  report        VARCHAR(200000)  NOT NULL,
  PRIMARY KEY (model_version, day_no)
);
