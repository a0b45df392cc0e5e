package io.shopkeeper.platform.boundary;

import java.util.List;
import java.util.Locale;

/** A model that can be trained: each module offers its own, so that all are found alike. */
public interface Trainable {

  /** The model's name in the registry. */
  String model();

  /** The algorithms, the default first; never empty. */
  List<String> algorithms();

  /** What can be chosen of each algorithm, in that order and in the reader's language. */
  List<AlgorithmForm> forms(Locale locale);

  /**
   * Starts a training as a job, which registers a version.
   *
   * @param by who asks for it
   * @throws InvalidInputException with every fault of the request
   */
  JobView train(TrainingRequest request, String by);
}
