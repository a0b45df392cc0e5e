CREATE TABLE review (
  id          VARCHAR(128)  PRIMARY KEY,
  product_id  VARCHAR(128),
  customer_id VARCHAR(128),
  author      VARCHAR(120),
  title       VARCHAR(300),
  review_text VARCHAR(8000) NOT NULL,
  rating      DOUBLE PRECISION,
  language    VARCHAR(20),
  at_time     BIGINT,
  updated_at  BIGINT        NOT NULL
);
CREATE INDEX review_product ON review (product_id, at_time);

CREATE TABLE payment_transaction (
  id               VARCHAR(128)   PRIMARY KEY,
  order_id         VARCHAR(128),
  customer_id      VARCHAR(128),
  amount           DECIMAL(14, 2) NOT NULL,
  currency         VARCHAR(3)     NOT NULL,
  method           VARCHAR(40),
  card_fingerprint VARCHAR(128),
  device           VARCHAR(200),
  ip               VARCHAR(45),
  country          VARCHAR(80),
  status           VARCHAR(16)    NOT NULL,
  outcome          VARCHAR(16),
  at_time          BIGINT         NOT NULL,
  updated_at       BIGINT         NOT NULL
);
CREATE INDEX payment_transaction_customer ON payment_transaction (customer_id, at_time);
CREATE INDEX payment_transaction_time ON payment_transaction (at_time, id);

CREATE TABLE faq (
  id          VARCHAR(128)  PRIMARY KEY,
  topic       VARCHAR(120),
  question_en VARCHAR(500),
  answer_en   VARCHAR(4000),
  question_zh VARCHAR(500),
  answer_zh   VARCHAR(4000),
  updated_at  BIGINT        NOT NULL
);
