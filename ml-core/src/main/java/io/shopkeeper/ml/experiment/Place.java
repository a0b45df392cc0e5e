package io.shopkeeper.ml.experiment;

/**
 * Where a unit stands in an experiment.
 *
 * @param group what becomes of it
 * @param arm its arm's index; −1 unless it takes part
 */
public record Place(Group group, int arm) {

  /** What becomes of a unit. */
  public enum Group {
    /** Sees its arm. */
    ARM,
    /** Sees what was there before, for as long as the experiment lasts, and is counted apart. */
    HOLDOUT,
    /** Not yet part of it: a greater ramp may take it in. */
    WAITING
  }

  static final Place HELD_OUT = new Place(Group.HOLDOUT, -1);
  static final Place OUTSIDE = new Place(Group.WAITING, -1);

  /** Whether it sees an arm. */
  public boolean takesPart() {
    return group == Group.ARM;
  }
}
