-- Times are milliseconds since 1970-01-01 UTC: both databases and both servers read them alike.
CREATE TABLE setting (
  name          VARCHAR(120)  PRIMARY KEY,
  setting_value VARCHAR(4000) NOT NULL
);

CREATE TABLE person (
  username       VARCHAR(64)  PRIMARY KEY,
  password_hash  VARCHAR(400) NOT NULL,
  roles          VARCHAR(400) NOT NULL,
  created_at     BIGINT       NOT NULL,
  last_sign_in   BIGINT,
  failures       INTEGER      NOT NULL,
  locked_until   BIGINT
);

CREATE TABLE api_key (
  id          VARCHAR(16)   PRIMARY KEY,
  name        VARCHAR(120)  NOT NULL,
  kind        VARCHAR(16)   NOT NULL,
  scopes      VARCHAR(200)  NOT NULL,
  origins     VARCHAR(2000) NOT NULL,
  text_hash   VARCHAR(64)   NOT NULL,
  public_text VARCHAR(80),
  created_at  BIGINT        NOT NULL,
  last_used   BIGINT,
  revoked     BOOLEAN       NOT NULL
);

CREATE SEQUENCE audit_record_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE audit_record (
  id        BIGINT        PRIMARY KEY,
  at_time   BIGINT        NOT NULL,
  actor     VARCHAR(120)  NOT NULL,
  act       VARCHAR(120)  NOT NULL,
  subject   VARCHAR(300)  NOT NULL,
  detail    VARCHAR(4000) NOT NULL
);
CREATE INDEX audit_record_time ON audit_record (at_time);

CREATE SEQUENCE job_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE job (
  id           BIGINT         PRIMARY KEY,
  kind         VARCHAR(80)    NOT NULL,
  title        VARCHAR(300)   NOT NULL,
  state        VARCHAR(16)    NOT NULL,
  progress     DOUBLE PRECISION NOT NULL,
  phase        VARCHAR(300)   NOT NULL,
  parameters   VARCHAR(100000) NOT NULL,
  requested_by VARCHAR(120)   NOT NULL,
  created_at   BIGINT         NOT NULL,
  started_at   BIGINT,
  ended_at     BIGINT,
  error        VARCHAR(4000),
  attempt      INTEGER        NOT NULL,
  cancel_asked BOOLEAN        NOT NULL
);
CREATE INDEX job_kind_state ON job (kind, state);

CREATE SEQUENCE job_line_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE job_line (
  id     BIGINT        PRIMARY KEY,
  job_id BIGINT        NOT NULL REFERENCES job (id),
  at_time BIGINT       NOT NULL,
  line   VARCHAR(1000) NOT NULL
);
CREATE INDEX job_line_job ON job_line (job_id, id);

CREATE SEQUENCE model_version_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE model_version (
  id               BIGINT       PRIMARY KEY,
  name             VARCHAR(80)  NOT NULL,
  version          INTEGER      NOT NULL,
  algorithm        VARCHAR(80)  NOT NULL,
  stage            VARCHAR(16)  NOT NULL,
  format_version   INTEGER      NOT NULL,
  size_bytes       BIGINT       NOT NULL,
  sha256           VARCHAR(64)  NOT NULL,
  hyper_parameters VARCHAR(100000) NOT NULL,
  seed             BIGINT       NOT NULL,
  metrics          VARCHAR(100000) NOT NULL,
  provenance       VARCHAR(100000) NOT NULL,
  curves           VARCHAR(1000000) NOT NULL,
  created_at       BIGINT       NOT NULL,
  created_by       VARCHAR(120) NOT NULL,
  promoted_at      BIGINT,
  CONSTRAINT model_version_unique UNIQUE (name, version)
);

-- Artefacts lie in pieces: one value of H2's BYTEA ends at 1 MiB.
CREATE SEQUENCE model_piece_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE model_piece (
  id               BIGINT  PRIMARY KEY,
  model_version_id BIGINT  NOT NULL REFERENCES model_version (id),
  piece            INTEGER NOT NULL,
  content          BYTEA   NOT NULL,
  CONSTRAINT model_piece_unique UNIQUE (model_version_id, piece)
);

CREATE SEQUENCE stage_record_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE stage_record (
  id         BIGINT        PRIMARY KEY,
  name       VARCHAR(80)   NOT NULL,
  version    INTEGER       NOT NULL,
  from_stage VARCHAR(16)   NOT NULL,
  to_stage   VARCHAR(16)   NOT NULL,
  at_time    BIGINT        NOT NULL,
  by_whom    VARCHAR(120)  NOT NULL,
  reason     VARCHAR(1000) NOT NULL
);
CREATE INDEX stage_record_name ON stage_record (name, id);
