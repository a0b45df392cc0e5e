-- Lists that rules look keys up in. entry_key is what an entry is compared by; of e-mail and delivery addresses a fingerprint.
CREATE TABLE fraud_list (
  name       VARCHAR(64)  PRIMARY KEY,
  kind       VARCHAR(16)  NOT NULL,
  distance   INT          NOT NULL,
  purpose    VARCHAR(500) NOT NULL,
  created_at BIGINT       NOT NULL,
  created_by VARCHAR(120) NOT NULL
);
CREATE TABLE fraud_list_entry (
  list_name  VARCHAR(64)  NOT NULL,
  entry_key  VARCHAR(500) NOT NULL,
  entry      VARCHAR(500) NOT NULL,
  note       VARCHAR(500) NOT NULL,
  expires_at BIGINT,
  added_at   BIGINT       NOT NULL,
  added_by   VARCHAR(120) NOT NULL,
  PRIMARY KEY (list_name, entry_key)
);
