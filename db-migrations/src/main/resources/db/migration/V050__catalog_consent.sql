-- What customers and visitors decided, one row for each decision; the latest of a subject and purpose holds.
-- A subject is c:CUSTOMER or v:VISITOR. Rows are never changed: they are the proof.
CREATE SEQUENCE consent_change_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE consent_change (
  id      BIGINT       PRIMARY KEY,
  subject VARCHAR(130) NOT NULL,
  purpose VARCHAR(20)  NOT NULL,
  granted VARCHAR(1)   NOT NULL,
  at_time BIGINT       NOT NULL,
  by_whom VARCHAR(120) NOT NULL,
  door    VARCHAR(16)  NOT NULL,
  source  VARCHAR(200)
);
CREATE INDEX consent_change_subject ON consent_change (subject, purpose, at_time);
CREATE INDEX consent_change_purpose ON consent_change (purpose, at_time, id);
