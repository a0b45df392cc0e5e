package io.shopkeeper.console.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * How many are left after each step: a bar and a number for each, with what went on from before.
 */
public final class Funnel {

  private final List<Step> steps = new ArrayList<>();

  /**
   * A step.
   *
   * @param width of its bar, from 0 to 100
   * @param share of the step before, from 0 to 1
   */
  public record Step(String name, long count, double width, double share) {}

  /** Adds a step. */
  public Funnel add(String name, long count) {
    long first = steps.isEmpty() ? count : steps.getFirst().count();
    long before = steps.isEmpty() ? count : steps.getLast().count();
    steps.add(new Step(name, count, 100 * part(count, first), part(count, before)));
    return this;
  }

  private static double part(long count, long of) {
    return of == 0 ? 0 : Math.min(1, (double) count / of);
  }

  public List<Step> getSteps() {
    return List.copyOf(steps);
  }

  /** Whether nobody took the first step. */
  public boolean isBlank() {
    return steps.isEmpty() || steps.getFirst().count() == 0;
  }
}
