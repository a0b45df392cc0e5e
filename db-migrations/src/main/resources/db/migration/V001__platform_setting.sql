CREATE TABLE setting (
  name          VARCHAR(120)  PRIMARY KEY,
  setting_value VARCHAR(4000) NOT NULL
);
