package io.shopkeeper.platform.boundary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Models that can be trained: each module offers its own, so that all are found alike. */
public interface Trainable {

  /** Names of the models in the registry; none where there is nothing to learn from yet. */
  List<String> models();

  /**
   * The algorithms, the default first; never empty.
   *
   * @param model one of {@link #models}
   */
  List<String> algorithms(String model);

  /** What can be chosen of each algorithm, in that order and in the reader's language. */
  List<AlgorithmForm> forms(String model, Locale locale);

  /**
   * How a model can be measured, as splits in words, the usual way first; empty where there is one
   * way only.
   */
  List<String> evaluations(String model);

  /**
   * Why a training could only fail, as far as can be told without reading all it would learn from:
   * how much is needed, how much there is, and what to do. Empty where nothing speaks against it.
   *
   * @throws NotFoundException if there is no such model
   * @throws InvalidInputException with every fault of the request
   */
  default Optional<String> obstacle(String model, TrainingRequest request) {
    return Optional.empty();
  }

  /**
   * Starts a training as a job, which registers a version.
   *
   * @param by who asks for it
   * @throws NotFoundException if there is no such model
   * @throws InvalidInputException with every fault of the request
   * @throws ConflictException with the {@link #obstacle}, where there is one
   */
  JobView train(String model, TrainingRequest request, String by);
}
