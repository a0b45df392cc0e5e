package io.shopkeeper.platform.boundary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a training runs. */
public enum TrainingPlace {
  /** Small ones in the server, others in a worker. */
  AUTO,
  /** In a process of its own. */
  WORKER,
  /** In the server. */
  SERVER;

  /** The word outside. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By the word outside. */
  public static Optional<TrainingPlace> find(String code) {
    return Arrays.stream(values()).filter(place -> place.code().equals(code)).findFirst();
  }

  /** All words, that of the usual one first. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(TrainingPlace::code).toList();
  }
}
