-- A retry names the first of its line; a follower waits until the job before it has succeeded.
ALTER TABLE job ADD COLUMN retry_of BIGINT;
ALTER TABLE job ADD COLUMN after_job BIGINT;
ALTER TABLE job ADD COLUMN schedule_id BIGINT;
ALTER TABLE job ADD COLUMN not_before BIGINT;
ALTER TABLE job ADD COLUMN failures INTEGER DEFAULT 0 NOT NULL;
-- Which server runs it, and when that server last said so.
ALTER TABLE job ADD COLUMN node VARCHAR(120);
ALTER TABLE job ADD COLUMN beat_at BIGINT;
ALTER TABLE job ADD COLUMN threads INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE job ADD COLUMN memory_bytes BIGINT DEFAULT 0 NOT NULL;
CREATE INDEX job_state ON job (state, id);
CREATE INDEX job_after ON job (after_job);
CREATE INDEX job_retry ON job (retry_of);

-- One row per kind: whoever takes a job of the kind holds it, so that one runs at a time on all servers.
CREATE TABLE job_kind (
  kind VARCHAR(80) PRIMARY KEY
);

CREATE SEQUENCE job_phase_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE job_phase (
  id         BIGINT       PRIMARY KEY,
  job_id     BIGINT       NOT NULL REFERENCES job (id),
  attempt    INTEGER      NOT NULL,
  name       VARCHAR(300) NOT NULL,
  started_at BIGINT       NOT NULL,
  ended_at   BIGINT
);
CREATE INDEX job_phase_job ON job_phase (job_id, id);

CREATE SEQUENCE job_point_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE job_point (
  id       BIGINT       PRIMARY KEY,
  job_id   BIGINT       NOT NULL REFERENCES job (id),
  attempt  INTEGER      NOT NULL,
  curve    VARCHAR(120) NOT NULL,
  step_no  DOUBLE PRECISION NOT NULL,
  point    DOUBLE PRECISION NOT NULL
);
CREATE INDEX job_point_job ON job_point (job_id, id);

CREATE SEQUENCE job_schedule_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE job_schedule (
  id           BIGINT         PRIMARY KEY,
  name         VARCHAR(120)   NOT NULL,
  steps        VARCHAR(20000) NOT NULL,
  cron         VARCHAR(120)   NOT NULL,
  zone         VARCHAR(60)    NOT NULL,
  paused       BOOLEAN        NOT NULL,
  next_at      BIGINT,
  last_at      BIGINT,
  last_job     BIGINT,
  note         VARCHAR(1000)  NOT NULL,
  created_at   BIGINT         NOT NULL,
  created_by   VARCHAR(120)   NOT NULL,
  changed_at   BIGINT         NOT NULL,
  changed_by   VARCHAR(120)   NOT NULL,
  deleted_at   BIGINT,
  edition      BIGINT         NOT NULL
);
CREATE INDEX job_schedule_next ON job_schedule (next_at);
