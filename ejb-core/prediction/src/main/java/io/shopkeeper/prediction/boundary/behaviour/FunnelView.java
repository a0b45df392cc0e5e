package io.shopkeeper.prediction.boundary.behaviour;

import io.shopkeeper.catalog.boundary.EventType;
import java.util.List;

/**
 * How many got how far. A step counts where all before it were taken in their order, each later
 * than the one before.
 *
 * @param sessions whether sessions are counted, not people
 */
public record FunnelView(List<Step> steps, boolean sessions) {

  /**
   * A step.
   *
   * @param count of sessions or people that came so far
   */
  public record Step(EventType type, long count) {}

  public FunnelView {
    steps = List.copyOf(steps);
  }

  /** Of those who took the first step the share that took the last, from 0 to 1; 0 of none. */
  public double conversion() {
    long first = steps.getFirst().count();
    return first == 0 ? 0 : (double) steps.getLast().count() / first;
  }
}
