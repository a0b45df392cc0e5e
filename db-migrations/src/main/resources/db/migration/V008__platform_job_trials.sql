-- What a search for options has tried, while the job runs and after it.
CREATE SEQUENCE job_trial_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE job_trial (
  id             BIGINT           PRIMARY KEY,
  job_id         BIGINT           NOT NULL REFERENCES job (id),
  attempt        INTEGER          NOT NULL,
  trial_no       INTEGER          NOT NULL,
  options        VARCHAR(20000)   NOT NULL,
  resource_share DOUBLE PRECISION NOT NULL,
  score          DOUBLE PRECISION,
  seconds        DOUBLE PRECISION NOT NULL,
  problem        VARCHAR(1000)    NOT NULL
);
CREATE INDEX job_trial_job ON job_trial (job_id, id);
