-- Which visitors are which customers. A link that ended stays as history; a visitor has one at most that holds:
-- active_visitor is the visitor while the link holds, and null after.
CREATE TABLE visitor_link (
  visitor_id     VARCHAR(128) NOT NULL,
  linked_at      BIGINT       NOT NULL,
  customer_id    VARCHAR(128) NOT NULL,
  linked_by      VARCHAR(120) NOT NULL,
  door           VARCHAR(16)  NOT NULL,
  source         VARCHAR(200),
  ended_at       BIGINT,
  ended_by       VARCHAR(120),
  active_visitor VARCHAR(128) UNIQUE,
  PRIMARY KEY (visitor_id, linked_at)
);
CREATE INDEX visitor_link_customer ON visitor_link (customer_id, active_visitor);
