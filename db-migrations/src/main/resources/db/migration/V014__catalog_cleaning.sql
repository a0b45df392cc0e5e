-- The cleaning pipeline of each kind; a version never changes, the newest one cleans.
CREATE SEQUENCE cleaning_pipeline_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE cleaning_pipeline (
  id         BIGINT         PRIMARY KEY,
  kind       VARCHAR(16)    NOT NULL,
  version_no INTEGER        NOT NULL,
  steps      VARCHAR(500000) NOT NULL,
  note       VARCHAR(500)   NOT NULL,
  changed_by VARCHAR(120)   NOT NULL,
  changed_at BIGINT         NOT NULL,
  UNIQUE (kind, version_no)
);

-- Some rows of the last import of each kind, for the preview of its pipeline.
CREATE TABLE cleaning_sample (
  id     VARCHAR(32)     PRIMARY KEY,
  kind   VARCHAR(16)     NOT NULL,
  place  INTEGER         NOT NULL,
  fields VARCHAR(100000) NOT NULL
);
