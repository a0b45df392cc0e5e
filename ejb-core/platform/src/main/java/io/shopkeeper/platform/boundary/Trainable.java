package io.shopkeeper.platform.boundary;

import java.util.List;

/** A model that can be trained: each module offers its own, so that all are found alike. */
public interface Trainable {

  /** The model's name in the registry. */
  String model();

  /** The algorithms, the default first; never empty. */
  List<String> algorithms();

  /**
   * Starts a training as a job, which registers a version.
   *
   * @param algorithm one of {@link #algorithms}; null for the default
   * @param by who asks for it
   * @throws InvalidInputException if there is no such algorithm
   */
  JobView train(String algorithm, String by);
}
