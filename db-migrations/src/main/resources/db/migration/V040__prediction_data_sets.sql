-- Tables that models of prediction learn from: what the columns are, and the rows as a compressed file in pieces.
CREATE SEQUENCE data_set_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE data_set (
  id           BIGINT          PRIMARY KEY,
  name         VARCHAR(60)     NOT NULL UNIQUE,
  roles        VARCHAR(200000) NOT NULL,
  columns_json VARCHAR(1000000) NOT NULL,
  row_count    BIGINT          NOT NULL,
  size_bytes   BIGINT          NOT NULL,
  sha256       VARCHAR(64)     NOT NULL,
  created_at   BIGINT          NOT NULL,
  created_by   VARCHAR(120)    NOT NULL,
  edition      BIGINT          NOT NULL
);

CREATE SEQUENCE data_set_piece_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE data_set_piece (
  id          BIGINT  PRIMARY KEY,
  data_set_id BIGINT  NOT NULL REFERENCES data_set (id),
  piece       INTEGER NOT NULL,
  content     BYTEA   NOT NULL
);
CREATE INDEX data_set_piece_of ON data_set_piece (data_set_id, piece);
