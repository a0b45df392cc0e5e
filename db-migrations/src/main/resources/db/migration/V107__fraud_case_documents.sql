-- Documents of cases, in pieces: one value of H2's BYTEA ends at 1 MiB. They go with their case.
CREATE SEQUENCE fraud_case_document_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE fraud_case_document (
  id         BIGINT       PRIMARY KEY,
  case_id    BIGINT       NOT NULL REFERENCES fraud_case (id),
  name       VARCHAR(200) NOT NULL,
  type       VARCHAR(16)  NOT NULL,
  size_bytes BIGINT       NOT NULL,
  sha256     VARCHAR(64)  NOT NULL,
  added_at   BIGINT       NOT NULL,
  added_by   VARCHAR(120) NOT NULL
);
CREATE INDEX fraud_case_document_case ON fraud_case_document (case_id, id);
CREATE TABLE fraud_case_document_piece (
  document_id BIGINT NOT NULL REFERENCES fraud_case_document (id),
  piece_no    INT    NOT NULL,
  content     BYTEA  NOT NULL,
  PRIMARY KEY (document_id, piece_no)
);
