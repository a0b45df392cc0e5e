-- How much reviews look like spam, what people said of them, and by what alike texts are found.
CREATE TABLE fraud_review (
  review_id   VARCHAR(128)  PRIMARY KEY,
  product_id  VARCHAR(128),
  customer_id VARCHAR(128),
  judged_at   BIGINT        NOT NULL,
  score       INT           NOT NULL,
  state       VARCHAR(16)   NOT NULL,
  signs       VARCHAR(2000) NOT NULL,
  marked_by   VARCHAR(120)  NOT NULL,
  marked_at   BIGINT        NOT NULL
);
CREATE INDEX fraud_review_score ON fraud_review (score, review_id);
CREATE INDEX fraud_review_state ON fraud_review (state, score, review_id);
CREATE INDEX fraud_review_customer ON fraud_review (customer_id);
CREATE TABLE fraud_review_band (
  band      BIGINT       NOT NULL,
  review_id VARCHAR(128) NOT NULL,
  PRIMARY KEY (band, review_id)
);
CREATE INDEX fraud_review_band_of ON fraud_review_band (review_id);
CREATE TABLE fraud_review_due (
  review_id VARCHAR(128) PRIMARY KEY
);
