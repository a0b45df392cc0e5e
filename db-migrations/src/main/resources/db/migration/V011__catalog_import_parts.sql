-- One file may feed several kinds: each is a part with its own counts, all parts share a batch.
ALTER TABLE import_run ADD COLUMN batch_id BIGINT;
ALTER TABLE import_run ADD COLUMN part_no INTEGER DEFAULT 0 NOT NULL;
-- How many units (rows, or groups of rows) are stored: where a resumed import goes on.
ALTER TABLE import_run ADD COLUMN position_no BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE import_run ADD COLUMN left_out BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE import_run ADD COLUMN record_count BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE import_run ADD COLUMN mapping_name VARCHAR(120);
ALTER TABLE import_run ADD COLUMN target VARCHAR(200000);
ALTER TABLE import_run ADD COLUMN encoding VARCHAR(40);
UPDATE import_run SET batch_id = id, position_no = rows_read;
CREATE INDEX import_run_batch ON import_run (batch_id, part_no);

-- A quarantined group stands for several rows and names fields rather than columns.
ALTER TABLE quarantined_row ADD COLUMN row_count BIGINT DEFAULT 1 NOT NULL;
ALTER TABLE quarantined_row ADD COLUMN mapped VARCHAR(1) DEFAULT 'N' NOT NULL;
ALTER TABLE quarantined_row ALTER COLUMN raw SET DATA TYPE VARCHAR(1000000);

-- What each rule found, with some of the rows.
CREATE TABLE import_finding (
  import_id BIGINT       NOT NULL,
  outcome   VARCHAR(16)  NOT NULL,
  rule      VARCHAR(200) NOT NULL,
  field     VARCHAR(200) NOT NULL,
  row_count BIGINT       NOT NULL,
  samples   VARCHAR(200000) NOT NULL,
  PRIMARY KEY (import_id, outcome, rule, field)
);

CREATE TABLE saved_mapping (
  name     VARCHAR(80)     NOT NULL,
  version  INTEGER         NOT NULL,
  body     VARCHAR(200000) NOT NULL,
  saved_by VARCHAR(120)    NOT NULL,
  saved_at BIGINT          NOT NULL,
  PRIMARY KEY (name, version)
);

-- Files that wait to be imported, with the mapping that is being made for them.
CREATE TABLE import_draft (
  id         VARCHAR(36)   PRIMARY KEY,
  file_name  VARCHAR(300)  NOT NULL,
  file_path  VARCHAR(1000) NOT NULL,
  file_size  BIGINT        NOT NULL,
  created_by VARCHAR(120)  NOT NULL,
  created_at BIGINT        NOT NULL
);
