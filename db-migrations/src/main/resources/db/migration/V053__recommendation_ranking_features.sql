-- What ranking knew of the products of an impression when they were shown: a row of numbers for each product, in the
-- order of the list, 16 bits a number. feature_set says which numbers: a model learns of one set. They go with their
-- impression, whoever removes it.
CREATE TABLE impression_features (
  impression_id BIGINT  PRIMARY KEY REFERENCES impression (id) ON DELETE CASCADE,
  feature_set   INTEGER NOT NULL,
  vectors       BYTEA   NOT NULL
);
