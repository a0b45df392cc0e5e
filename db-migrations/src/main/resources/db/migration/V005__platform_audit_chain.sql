-- Every record carries the hash of the one before; the head is what is locked to add one.
ALTER TABLE audit_record ADD COLUMN chain_number BIGINT;
ALTER TABLE audit_record ADD COLUMN source VARCHAR(16) DEFAULT 'SERVER' NOT NULL;
ALTER TABLE audit_record ADD COLUMN address VARCHAR(64) DEFAULT '' NOT NULL;
ALTER TABLE audit_record ADD COLUMN state_before VARCHAR(4000) DEFAULT '' NOT NULL;
ALTER TABLE audit_record ADD COLUMN state_after VARCHAR(4000) DEFAULT '' NOT NULL;
ALTER TABLE audit_record ADD COLUMN previous_hash VARCHAR(64) DEFAULT '' NOT NULL;
ALTER TABLE audit_record ADD COLUMN record_hash VARCHAR(64) DEFAULT '' NOT NULL;
CREATE UNIQUE INDEX audit_record_number ON audit_record (chain_number);
CREATE INDEX audit_record_actor ON audit_record (actor, chain_number);
CREATE TABLE audit_head (
  id           INTEGER     PRIMARY KEY,
  chain_number BIGINT      NOT NULL,
  record_hash  VARCHAR(64) NOT NULL,
  seal         VARCHAR(64) NOT NULL
);
INSERT INTO audit_head (id, chain_number, record_hash, seal) VALUES (1, 0, '', '');
