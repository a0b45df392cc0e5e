package io.shopkeeper.ml.family;

import io.shopkeeper.ml.forecast.DemandAlgorithm;
import io.shopkeeper.ml.forecast.DemandMethod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that foretell demand. */
public final class DemandAlgorithms {

  private static final List<DemandAlgorithm> ALL =
      Stream.concat(
              Stream.of(DemandAlgorithm.chosen()),
              DemandMethod.all().stream().map(DemandAlgorithm::of))
          .toList();

  private DemandAlgorithms() {}

  /** In the order in which they are offered, the default first. */
  public static List<DemandAlgorithm> all() {
    return ALL;
  }

  /** By name. */
  public static Optional<DemandAlgorithm> find(String name) {
    return ALL.stream().filter(algorithm -> algorithm.name().equals(name)).findFirst();
  }
}
