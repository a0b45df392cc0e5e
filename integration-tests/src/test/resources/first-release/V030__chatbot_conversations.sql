CREATE TABLE chat_session (
  id          VARCHAR(43)  PRIMARY KEY,
  locale      VARCHAR(16)  NOT NULL,
  customer_id VARCHAR(128),
  visitor_id  VARCHAR(128),
  started_at  BIGINT       NOT NULL,
  last_at     BIGINT       NOT NULL,
  messages    BIGINT       NOT NULL,
  helpful     VARCHAR(3),
  comment_text VARCHAR(2000)
);
CREATE INDEX chat_session_last ON chat_session (last_at);

CREATE TABLE chat_message (
  session_id    VARCHAR(43)    NOT NULL REFERENCES chat_session (id),
  number_no     BIGINT         NOT NULL,
  author        VARCHAR(16)    NOT NULL,
  text          VARCHAR(8000)  NOT NULL,
  cards         VARCHAR(20000) NOT NULL,
  quick_replies VARCHAR(4000)  NOT NULL,
  intent        VARCHAR(80),
  confidence    DOUBLE PRECISION NOT NULL,
  source        VARCHAR(300)   NOT NULL,
  at_time       BIGINT         NOT NULL,
  PRIMARY KEY (session_id, number_no)
);
