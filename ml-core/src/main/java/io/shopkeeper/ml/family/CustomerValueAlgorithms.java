package io.shopkeeper.ml.family;

import io.shopkeeper.ml.value.BoostedValue;
import io.shopkeeper.ml.value.BuyTillYouDie;
import io.shopkeeper.ml.value.CustomerValueAlgorithm;
import io.shopkeeper.ml.value.NaiveRate;
import java.util.List;
import java.util.Optional;

/** All that say what customers are worth. */
public final class CustomerValueAlgorithms {

  private static final List<CustomerValueAlgorithm<?>> ALL =
      List.of(new BuyTillYouDie(), new BoostedValue(), new NaiveRate());

  private CustomerValueAlgorithms() {}

  /** In the order in which they are offered, the default first. */
  public static List<CustomerValueAlgorithm<?>> all() {
    return ALL;
  }

  /** By name. */
  public static Optional<CustomerValueAlgorithm<?>> find(String name) {
    return ALL.stream().filter(algorithm -> algorithm.name().equals(name)).findFirst();
  }
}
