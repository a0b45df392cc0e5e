ALTER TABLE model_version ADD COLUMN standard_errors VARCHAR(100000) DEFAULT '{}' NOT NULL;
ALTER TABLE model_version ADD COLUMN data_snapshot VARCHAR(100000) DEFAULT '{}' NOT NULL;
ALTER TABLE model_version ADD COLUMN files VARCHAR(20000) DEFAULT '[]' NOT NULL;
ALTER TABLE model_version ADD COLUMN tags VARCHAR(2000) DEFAULT '[]' NOT NULL;
ALTER TABLE model_version ADD COLUMN notes VARCHAR(8000) DEFAULT '' NOT NULL;
ALTER TABLE model_version ADD COLUMN job_id BIGINT;
-- Fingerprint of the key of the shop that a version was taken over from; empty for one's own.
ALTER TABLE model_version ADD COLUMN origin VARCHAR(64) DEFAULT '' NOT NULL;
ALTER TABLE model_version ADD COLUMN live_until BIGINT;
ALTER TABLE model_version ADD COLUMN files_removed_at BIGINT;
CREATE INDEX model_version_job ON model_version (job_id);

ALTER TABLE stage_record ADD COLUMN act VARCHAR(16) DEFAULT 'PROMOTE' NOT NULL;
UPDATE stage_record SET act = 'ROLLBACK' WHERE reason LIKE 'Rollback: %';
UPDATE model_version SET live_until =
  (SELECT MAX(s.at_time) FROM stage_record s
    WHERE s.name = model_version.name AND s.version = model_version.version AND s.from_stage = 'LIVE');

-- A version has files beside the model itself.
ALTER TABLE model_piece ADD COLUMN file_name VARCHAR(200) DEFAULT 'model.bin' NOT NULL;
ALTER TABLE model_piece DROP CONSTRAINT model_piece_unique;
ALTER TABLE model_piece ADD CONSTRAINT model_piece_in_file UNIQUE (model_version_id, file_name, piece);

-- Which imports brought the data that a version was made from.
CREATE TABLE model_import (
  model_version_id BIGINT NOT NULL REFERENCES model_version (id),
  import_id        BIGINT NOT NULL,
  PRIMARY KEY (model_version_id, import_id)
);
CREATE INDEX model_import_import ON model_import (import_id);

CREATE TABLE model_card (
  name        VARCHAR(80)   PRIMARY KEY,
  intended_en VARCHAR(8000) NOT NULL,
  intended_zh VARCHAR(8000) NOT NULL,
  limits_en   VARCHAR(8000) NOT NULL,
  limits_zh   VARCHAR(8000) NOT NULL,
  changed_at  BIGINT        NOT NULL,
  changed_by  VARCHAR(120)  NOT NULL
);

-- Shops whose models are taken. The key by which this shop signs is a file, not a row.
CREATE TABLE trusted_shop (
  fingerprint VARCHAR(64)   PRIMARY KEY,
  name        VARCHAR(120)  NOT NULL,
  public_key  VARCHAR(400)  NOT NULL,
  added_at    BIGINT        NOT NULL,
  added_by    VARCHAR(120)  NOT NULL
);
