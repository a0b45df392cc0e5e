-- How a list was dealt where its recipe leaves something to chance; null elsewhere. propensities has a line for each
-- place: how likely the product shown was shown there. spare are the products that might have been shown instead. The
-- three below say what was asked for, so that another recipe can be asked the same.
ALTER TABLE impression ADD COLUMN propensities   VARCHAR(4000);
ALTER TABLE impression ADD COLUMN spare          VARCHAR(20000);
ALTER TABLE impression ADD COLUMN asked_session  VARCHAR(128);
ALTER TABLE impression ADD COLUMN asked_product  VARCHAR(128);
ALTER TABLE impression ADD COLUMN asked_category VARCHAR(400);
CREATE INDEX impression_placement ON impression (placement, at_time, id);

-- What a recipe would have brought, as the log says; the newest of a recipe and metric counts. figures is JSON.
CREATE SEQUENCE recipe_estimate_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE recipe_estimate (
  id        BIGINT        PRIMARY KEY,
  placement VARCHAR(40)   NOT NULL,
  version   INTEGER       NOT NULL,
  metric    VARCHAR(20)   NOT NULL,
  at_time   BIGINT        NOT NULL,
  by_whom   VARCHAR(120)  NOT NULL,
  figures   VARCHAR(8000) NOT NULL
);
CREATE INDEX recipe_estimate_of ON recipe_estimate (placement, version, metric, id);
