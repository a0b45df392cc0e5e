CREATE TABLE product (
  id             VARCHAR(128)   PRIMARY KEY,
  title_en       VARCHAR(300),
  title_zh       VARCHAR(300),
  description_en VARCHAR(4000),
  description_zh VARCHAR(4000),
  category_path  VARCHAR(400)   NOT NULL,
  brand          VARCHAR(120),
  price          DECIMAL(14, 2) NOT NULL,
  currency       VARCHAR(3)     NOT NULL,
  stock          INTEGER        NOT NULL,
  attributes     VARCHAR(40000) NOT NULL,
  image_url      VARCHAR(500),
  active         VARCHAR(1)     NOT NULL,
  available_from BIGINT,
  search_text    VARCHAR(1200)  NOT NULL,
  updated_at     BIGINT         NOT NULL
);
CREATE INDEX product_category ON product (category_path, id);

CREATE TABLE customer (
  id            VARCHAR(128) PRIMARY KEY,
  name          VARCHAR(200),
  email         VARCHAR(254),
  phone         VARCHAR(40),
  locale        VARCHAR(20),
  region        VARCHAR(120),
  registered_at BIGINT,
  search_text   VARCHAR(600) NOT NULL,
  updated_at    BIGINT       NOT NULL
);

CREATE TABLE shop_order (
  id              VARCHAR(128) PRIMARY KEY,
  customer_id     VARCHAR(128) NOT NULL,
  status          VARCHAR(16)  NOT NULL,
  placed_at       BIGINT       NOT NULL,
  currency        VARCHAR(3)   NOT NULL,
  channel         VARCHAR(40)  NOT NULL,
  tracking_number VARCHAR(80),
  expected_at     BIGINT,
  updated_at      BIGINT       NOT NULL
);
CREATE INDEX shop_order_customer ON shop_order (customer_id, placed_at);

CREATE TABLE shop_order_line (
  order_id   VARCHAR(128)   NOT NULL REFERENCES shop_order (id),
  line_no    INTEGER        NOT NULL,
  product_id VARCHAR(128)   NOT NULL,
  quantity   INTEGER        NOT NULL,
  unit_price DECIMAL(14, 2) NOT NULL,
  PRIMARY KEY (order_id, line_no)
);

-- The event's own id is the key: sending it twice stores it once.
CREATE TABLE behaviour_event (
  event_id    VARCHAR(128) PRIMARY KEY,
  type        VARCHAR(16)  NOT NULL,
  customer_id VARCHAR(128),
  visitor_id  VARCHAR(128),
  product_id  VARCHAR(128),
  event_value DOUBLE PRECISION,
  channel     VARCHAR(40)  NOT NULL,
  session_id  VARCHAR(128),
  context     VARCHAR(1000),
  at_time     BIGINT       NOT NULL,
  received_at BIGINT       NOT NULL
);
CREATE INDEX behaviour_event_time ON behaviour_event (at_time, event_id);
CREATE INDEX behaviour_event_customer ON behaviour_event (customer_id, at_time);
CREATE INDEX behaviour_event_visitor ON behaviour_event (visitor_id, at_time);

CREATE SEQUENCE import_run_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE import_run (
  id           BIGINT        PRIMARY KEY,
  kind         VARCHAR(16)   NOT NULL,
  file_name    VARCHAR(300)  NOT NULL,
  file_path    VARCHAR(1000) NOT NULL,
  mapping      VARCHAR(20000) NOT NULL,
  dry_run      BOOLEAN       NOT NULL,
  state        VARCHAR(16)   NOT NULL,
  job_id       BIGINT,
  rows_read    BIGINT        NOT NULL,
  accepted     BIGINT        NOT NULL,
  repaired     BIGINT        NOT NULL,
  flagged      BIGINT        NOT NULL,
  duplicates   BIGINT        NOT NULL,
  quarantined  BIGINT        NOT NULL,
  reasons      VARCHAR(100000) NOT NULL,
  requested_by VARCHAR(120)  NOT NULL,
  started_at   BIGINT        NOT NULL,
  ended_at     BIGINT,
  error        VARCHAR(2000)
);

CREATE SEQUENCE quarantined_row_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE quarantined_row (
  id         BIGINT          PRIMARY KEY,
  import_id  BIGINT,
  kind       VARCHAR(16)     NOT NULL,
  row_no     BIGINT          NOT NULL,
  raw        VARCHAR(100000) NOT NULL,
  errors     VARCHAR(20000)  NOT NULL,
  at_time    BIGINT          NOT NULL,
  mended_at  BIGINT
);
CREATE INDEX quarantined_row_import ON quarantined_row (import_id, id);
CREATE INDEX quarantined_row_open ON quarantined_row (mended_at, id);
