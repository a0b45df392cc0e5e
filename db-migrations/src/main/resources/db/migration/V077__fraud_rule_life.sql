-- A version of a rule is a draft, asked to be looked at, published, or retired; who wrote it, who published it, and whether it is on trial.
ALTER TABLE fraud_rule ADD COLUMN state VARCHAR(16) DEFAULT 'PUBLISHED' NOT NULL;
ALTER TABLE fraud_rule ADD COLUMN shadow BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE fraud_rule ADD COLUMN revision INT DEFAULT 1 NOT NULL;
ALTER TABLE fraud_rule ADD COLUMN authors VARCHAR(4000) DEFAULT '[]' NOT NULL;
ALTER TABLE fraud_rule ADD COLUMN changed_at BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE fraud_rule ADD COLUMN published_at BIGINT;
ALTER TABLE fraud_rule ADD COLUMN published_by VARCHAR(120);
UPDATE fraud_rule SET state = 'RETIRED' WHERE active = FALSE;
UPDATE fraud_rule SET published_at = created_at, published_by = created_by;
ALTER TABLE fraud_rule DROP COLUMN active;
-- Which rules held of which payment, to count them.
CREATE TABLE fraud_rule_hit (
  transaction_id VARCHAR(128) NOT NULL,
  rule_id        VARCHAR(64)  NOT NULL,
  version        INT          NOT NULL,
  effect         VARCHAR(16)  NOT NULL,
  decided_at     BIGINT       NOT NULL,
  PRIMARY KEY (transaction_id, rule_id)
);
CREATE INDEX fraud_rule_hit_time ON fraud_rule_hit (decided_at, rule_id);
-- Rules that are to be quiet for a while: for all payments, or for those of one customer, card …
CREATE SEQUENCE fraud_snooze_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE fraud_snooze (
  id        BIGINT        PRIMARY KEY,
  rule_id   VARCHAR(64)   NOT NULL,
  field     VARCHAR(32),
  key_value VARCHAR(500),
  until_at  BIGINT        NOT NULL,
  reason    VARCHAR(500)  NOT NULL,
  made_at   BIGINT        NOT NULL,
  made_by   VARCHAR(120)  NOT NULL,
  ended_at  BIGINT,
  ended_by  VARCHAR(120)
);
CREATE INDEX fraud_snooze_until ON fraud_snooze (until_at);
