package io.shopkeeper.catalog.boundary;

import java.util.List;

/**
 * Whether the shop's data can feed a model.
 *
 * @param model what it does, such as {@code recommendation}
 * @param ready whether everything that it needs is there
 * @param needs what it needs, and what there is of it
 */
public record ModelReadiness(String model, boolean ready, List<Need> needs) {

  /**
   * Something that a model needs.
   *
   * @param fact what is counted, such as {@code purchaseEvents}
   * @param has how many there are
   * @param wants how many are needed at least
   */
  public record Need(String fact, long has, long wants) {

    /** Whether there are enough. */
    public boolean met() {
      return has >= wants;
    }
  }
}
