-- What a record was before an import touched it; nothing where the import made it.
CREATE TABLE import_change (
  import_id  BIGINT       NOT NULL,
  kind       VARCHAR(16)  NOT NULL,
  record_id  VARCHAR(128) NOT NULL,
  was        VARCHAR(1000000),
  was_at     BIGINT,
  changed_at BIGINT       NOT NULL,
  PRIMARY KEY (import_id, kind, record_id)
);
CREATE INDEX import_change_record ON import_change (kind, record_id, import_id);

ALTER TABLE behaviour_event ADD COLUMN import_id BIGINT;
