-- What placements show. A placement that nobody has touched has no row: version 0, the recipe that the product came
-- with, is live then. The row is locked by whoever changes anything of its placement.
CREATE TABLE placement (
  name         VARCHAR(40) PRIMARY KEY,
  live_version INTEGER     NOT NULL,
  versions     INTEGER     NOT NULL,
  publications INTEGER     NOT NULL,
  edition      BIGINT      NOT NULL
);

-- The recipes of a placement; a version never changes.
CREATE SEQUENCE placement_recipe_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE placement_recipe (
  id         BIGINT          PRIMARY KEY,
  placement  VARCHAR(40)     NOT NULL REFERENCES placement (name),
  version_no INTEGER         NOT NULL,
  recipe     VARCHAR(1000000) NOT NULL,
  note       VARCHAR(500)    NOT NULL,
  saved_by   VARCHAR(120)    NOT NULL,
  saved_at   BIGINT          NOT NULL,
  UNIQUE (placement, version_no)
);

-- Which version went live when. An undo is a publication, too: it takes the version, and the way further back, of the
-- one before. Number 0 stands for the beginning, when version 0 was live.
CREATE SEQUENCE placement_publication_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE placement_publication (
  id           BIGINT       PRIMARY KEY,
  placement    VARCHAR(40)  NOT NULL REFERENCES placement (name),
  number_no    INTEGER      NOT NULL,
  version_no   INTEGER      NOT NULL,
  before_no    INTEGER      NOT NULL,
  note         VARCHAR(500) NOT NULL,
  published_by VARCHAR(120) NOT NULL,
  published_at BIGINT       NOT NULL,
  UNIQUE (placement, number_no)
);
