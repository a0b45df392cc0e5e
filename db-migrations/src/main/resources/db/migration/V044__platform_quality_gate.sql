-- What the quality gate found of a version, as JSON; empty where nobody asked it.
ALTER TABLE model_version ADD COLUMN gate VARCHAR(4000) DEFAULT '' NOT NULL;

-- How far what people do has moved from what a live model was trained on.
CREATE SEQUENCE drift_measure_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE drift_measure (
  id            BIGINT           PRIMARY KEY,
  model         VARCHAR(80)      NOT NULL,
  model_version INTEGER          NOT NULL,
  at_time       BIGINT           NOT NULL,
  shift         DOUBLE PRECISION NOT NULL,
  threshold     DOUBLE PRECISION NOT NULL,
  visits_before BIGINT           NOT NULL,
  visits_now    BIGINT           NOT NULL,
  evidence      VARCHAR(20000)   NOT NULL,
  job_id        BIGINT
);
CREATE INDEX drift_measure_model ON drift_measure (model, at_time);
