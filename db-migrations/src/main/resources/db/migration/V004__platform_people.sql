-- People: invited or from an identity provider they have no password of their own.
ALTER TABLE person ALTER COLUMN password_hash DROP NOT NULL;
ALTER TABLE person ADD COLUMN display_name VARCHAR(120);
ALTER TABLE person ADD COLUMN disabled BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE person ADD COLUMN password_changed BIGINT;
ALTER TABLE person ADD COLUMN reader_language VARCHAR(16);
ALTER TABLE person ADD COLUMN reader_zone VARCHAR(64);
ALTER TABLE person ADD COLUMN reader_theme VARCHAR(16);
ALTER TABLE person ADD COLUMN provider VARCHAR(300);
ALTER TABLE person ADD COLUMN provider_subject VARCHAR(255);
ALTER TABLE person ADD COLUMN code_secret VARCHAR(200);
ALTER TABLE person ADD COLUMN code_since BIGINT;
ALTER TABLE person ADD COLUMN code_step BIGINT;
CREATE UNIQUE INDEX person_provider ON person (provider, provider_subject);

CREATE SEQUENCE recovery_code_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE recovery_code (
  id        BIGINT      PRIMARY KEY,
  username  VARCHAR(64) NOT NULL REFERENCES person (username),
  code_hash VARCHAR(64) NOT NULL,
  used_at   BIGINT
);
CREATE INDEX recovery_code_person ON recovery_code (username);

CREATE TABLE one_time_link (
  token_hash VARCHAR(64)  PRIMARY KEY,
  username   VARCHAR(64)  NOT NULL REFERENCES person (username),
  purpose    VARCHAR(16)  NOT NULL,
  created_at BIGINT       NOT NULL,
  created_by VARCHAR(120) NOT NULL,
  expires_at BIGINT       NOT NULL,
  used_at    BIGINT
);
CREATE INDEX one_time_link_person ON one_time_link (username);

CREATE SEQUENCE person_session_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE person_session (
  id         BIGINT       PRIMARY KEY,
  token_hash VARCHAR(64)  NOT NULL,
  username   VARCHAR(64)  NOT NULL REFERENCES person (username),
  way        VARCHAR(16)  NOT NULL,
  address    VARCHAR(64)  NOT NULL,
  agent      VARCHAR(300) NOT NULL,
  started_at BIGINT       NOT NULL,
  seen_at    BIGINT       NOT NULL,
  ended_at   BIGINT,
  CONSTRAINT person_session_token UNIQUE (token_hash)
);
CREATE INDEX person_session_person ON person_session (username, ended_at);

ALTER TABLE api_key ADD COLUMN expires_at BIGINT;
ALTER TABLE api_key ADD COLUMN successor VARCHAR(16);
ALTER TABLE api_key ADD COLUMN created_by VARCHAR(120);
