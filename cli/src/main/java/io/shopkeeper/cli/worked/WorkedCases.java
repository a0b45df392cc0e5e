package io.shopkeeper.cli.worked;

import java.util.List;
import java.util.Optional;

/** All worked cases. */
public final class WorkedCases {

  private static final List<WorkedCase> ALL =
      List.of(
          new CollaborativeCase(),
          new PurchaseCase(),
          new ExperimentCase(),
          new DriftCase(),
          new RankingCase(),
          new CustomerValueCase(),
          new DemandCase());

  private WorkedCases() {}

  /** What {@code --case} can be. */
  public static List<String> names() {
    return ALL.stream().map(WorkedCase::name).toList();
  }

  /**
   * Runs a case.
   *
   * @return its text, or its lines of JSON; empty if there is no such case
   */
  public static Optional<Printed> run(String name, long seed) {
    return ALL.stream()
        .filter(worked -> worked.name().equals(name))
        .findFirst()
        .map(worked -> worked.run(seed));
  }
}
