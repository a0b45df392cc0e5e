-- Experiments on placements. The arms, each with the version of the placement's recipe and its share, and the guards
-- are JSON: they are read and written as a whole, and never change once the experiment runs. running_placement is the
-- placement while it runs and null else, so that one experiment at most runs at a placement.
CREATE TABLE experiment (
  name              VARCHAR(40)      PRIMARY KEY,
  placement         VARCHAR(40)      NOT NULL,
  note              VARCHAR(500)     NOT NULL,
  arms              VARCHAR(10000)   NOT NULL,
  holdout           DOUBLE PRECISION NOT NULL,
  ramp              DOUBLE PRECISION NOT NULL,
  primary_metric    VARCHAR(16)      NOT NULL,
  guards            VARCHAR(2000)    NOT NULL,
  planned_visitors  BIGINT           NOT NULL,
  window_hours      INTEGER          NOT NULL,
  salt              VARCHAR(80)      NOT NULL,
  state             VARCHAR(10)      NOT NULL,
  running_placement VARCHAR(40)      UNIQUE,
  published_arm     VARCHAR(40),
  decision          VARCHAR(500)     NOT NULL,
  drafted_by        VARCHAR(120)     NOT NULL,
  drafted_at        BIGINT           NOT NULL,
  started_by        VARCHAR(120),
  started_at        BIGINT,
  stopped_by        VARCHAR(120),
  stopped_at        BIGINT,
  edition           BIGINT           NOT NULL
);
