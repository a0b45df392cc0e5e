-- Standing monitors of the data: what is watched, what was measured, what was alerted.
CREATE TABLE quality_monitor (
  id        BIGINT           PRIMARY KEY,
  kind      VARCHAR(16)      NOT NULL,
  type      VARCHAR(16)      NOT NULL,
  field     VARCHAR(60)      NOT NULL,
  is_on     VARCHAR(1)       NOT NULL,
  threshold DOUBLE PRECISION NOT NULL,
  UNIQUE (kind, type, field)
);

CREATE SEQUENCE quality_measure_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE quality_measure (
  id         BIGINT           PRIMARY KEY,
  monitor_id BIGINT           NOT NULL REFERENCES quality_monitor (id),
  at_time    BIGINT           NOT NULL,
  measured   DOUBLE PRECISION NOT NULL
);
CREATE INDEX quality_measure_monitor ON quality_measure (monitor_id, at_time);

CREATE SEQUENCE quality_alert_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE quality_alert (
  id              BIGINT           PRIMARY KEY,
  monitor_id      BIGINT           NOT NULL REFERENCES quality_monitor (id),
  state           VARCHAR(16)      NOT NULL,
  opened_at       BIGINT           NOT NULL,
  measured        DOUBLE PRECISION NOT NULL,
  threshold       DOUBLE PRECISION NOT NULL,
  evidence        VARCHAR(20000)   NOT NULL,
  acknowledged_by VARCHAR(120),
  acknowledged_at BIGINT,
  resolved_at     BIGINT
);
CREATE INDEX quality_alert_monitor ON quality_alert (monitor_id, state);

-- Whoever holds this row evaluates: one server of several, once in a while.
CREATE TABLE quality_clock (
  id       INTEGER PRIMARY KEY,
  last_run BIGINT  NOT NULL
);
INSERT INTO quality_clock (id, last_run) VALUES (1, 0);

-- Which fields an import brought, and how often each had a value.
CREATE SEQUENCE import_shape_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE import_shape (
  id        BIGINT         PRIMARY KEY,
  kind      VARCHAR(16)    NOT NULL,
  at_time   BIGINT         NOT NULL,
  row_count BIGINT         NOT NULL,
  fields    VARCHAR(20000) NOT NULL
);
CREATE INDEX import_shape_kind ON import_shape (kind, id);

INSERT INTO quality_monitor (id, kind, type, field, is_on, threshold) VALUES
  (1, 'EVENTS', 'FRESHNESS', '', 'Y', 24),
  (2, 'EVENTS', 'VOLUME', '', 'Y', 0.5),
  (3, 'EVENTS', 'NULL_RATE', 'customerId', 'Y', 0.2),
  (4, 'EVENTS', 'DISTRIBUTION', 'type', 'Y', 0.2),
  (5, 'EVENTS', 'SCHEMA', '', 'Y', 0),
  (6, 'EVENTS', 'QUARANTINE', '', 'Y', 0.05),
  (7, 'ORDERS', 'FRESHNESS', '', 'Y', 72),
  (8, 'ORDERS', 'VOLUME', '', 'Y', 0.5),
  (9, 'ORDERS', 'DISTRIBUTION', 'unitPrice', 'Y', 0.2),
  (10, 'ORDERS', 'SCHEMA', '', 'Y', 0),
  (11, 'ORDERS', 'QUARANTINE', '', 'Y', 0.05),
  (12, 'PRODUCTS', 'FRESHNESS', '', 'Y', 720),
  (13, 'PRODUCTS', 'NULL_RATE', 'brand', 'Y', 0.1),
  (14, 'PRODUCTS', 'NULL_RATE', 'imageUrl', 'Y', 0.1),
  (15, 'PRODUCTS', 'NULL_RATE', 'titleZh', 'N', 0.1),
  (16, 'PRODUCTS', 'DISTRIBUTION', 'price', 'Y', 0.2),
  (17, 'PRODUCTS', 'DISTRIBUTION', 'categoryPath', 'Y', 0.25),
  (18, 'PRODUCTS', 'SCHEMA', '', 'Y', 0),
  (19, 'PRODUCTS', 'QUARANTINE', '', 'Y', 0.05),
  (20, 'CUSTOMERS', 'FRESHNESS', '', 'N', 720),
  (21, 'CUSTOMERS', 'NULL_RATE', 'email', 'Y', 0.1),
  (22, 'CUSTOMERS', 'NULL_RATE', 'phone', 'N', 0.1),
  (23, 'CUSTOMERS', 'DISTRIBUTION', 'region', 'Y', 0.25),
  (24, 'CUSTOMERS', 'SCHEMA', '', 'Y', 0),
  (25, 'CUSTOMERS', 'QUARANTINE', '', 'Y', 0.05);
