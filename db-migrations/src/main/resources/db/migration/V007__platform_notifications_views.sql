-- What people are told of, and how far each has read. A note is for one person, or for all with one of the rights.
CREATE SEQUENCE notification_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE notification (
  id           BIGINT         PRIMARY KEY,
  kind         VARCHAR(40)    NOT NULL,
  tone         VARCHAR(8)     NOT NULL,
  note_values  VARCHAR(20000) NOT NULL,
  url          VARCHAR(300)   NOT NULL,
  audience     VARCHAR(120)   NOT NULL,
  at_time      BIGINT         NOT NULL
);
CREATE INDEX notification_audience ON notification (audience, id);

-- Everything up to here was read at once; single notes beyond it are in notification_read.
CREATE TABLE notification_mark (
  person   VARCHAR(64) PRIMARY KEY,
  read_to  BIGINT      NOT NULL
);
CREATE TABLE notification_read (
  person          VARCHAR(64) NOT NULL,
  notification_id BIGINT      NOT NULL REFERENCES notification (id),
  PRIMARY KEY (person, notification_id)
);

CREATE SEQUENCE saved_view_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE saved_view (
  id         BIGINT        PRIMARY KEY,
  person     VARCHAR(64)   NOT NULL,
  list_name  VARCHAR(40)   NOT NULL,
  name       VARCHAR(80)   NOT NULL,
  query      VARCHAR(2000) NOT NULL,
  created_at BIGINT        NOT NULL,
  CONSTRAINT saved_view_name UNIQUE (person, list_name, name)
);

-- Whose choice for which list: the person, a slash, the list.
CREATE TABLE list_choice (
  id        VARCHAR(110)  PRIMARY KEY,
  chosen    VARCHAR(1000) NOT NULL
);

-- For the list of acts.
CREATE INDEX list_acts_actor ON audit_record (actor, id);
CREATE INDEX list_acts_act ON audit_record (act, id);
