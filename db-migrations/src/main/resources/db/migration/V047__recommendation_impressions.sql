-- What was shown to whom. unit_key is v:VISITOR, else c:CUSTOMER. Without an experiment the two columns are null and
-- the propensity is 1; within one it is the share of the arm: how likely the unit got this recipe.
-- products are ids in the order of the list, a line each.
CREATE SEQUENCE impression_seq START WITH 500 INCREMENT BY 500;
CREATE TABLE impression (
  id             BIGINT           PRIMARY KEY,
  experiment     VARCHAR(40),
  arm            VARCHAR(40),
  unit_key       VARCHAR(130)     NOT NULL,
  placement      VARCHAR(40)      NOT NULL,
  recipe_version INTEGER          NOT NULL,
  propensity     DOUBLE PRECISION NOT NULL,
  products       VARCHAR(20000)   NOT NULL,
  at_time        BIGINT           NOT NULL
);
CREATE INDEX impression_unit ON impression (experiment, unit_key, id);
CREATE INDEX impression_time ON impression (at_time);
