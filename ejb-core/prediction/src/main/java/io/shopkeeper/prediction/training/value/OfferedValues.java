package io.shopkeeper.prediction.training.value;

import io.shopkeeper.ml.family.CustomerValueAlgorithms;
import io.shopkeeper.ml.value.CustomerValueAlgorithm;
import io.shopkeeper.platform.boundary.AlgorithmForm;
import io.shopkeeper.platform.boundary.AlgorithmForms;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.TrainingRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The algorithms that say what customers are worth, as the shop offers them. */
public final class OfferedValues {

  /** What is held out: the last horizon. */
  static final String SPLIT = "last-horizon";

  private static final AlgorithmForms FORMS = new AlgorithmForms(Map.of(), Map.of());

  private OfferedValues() {}

  /** Their names, the usual one first. */
  public static List<String> names() {
    return CustomerValueAlgorithms.all().stream()
        .<String>map(CustomerValueAlgorithm::name)
        .toList();
  }

  /** What can be chosen of each. */
  public static List<AlgorithmForm> forms(Locale locale) {
    return CustomerValueAlgorithms.all().stream()
        .map(algorithm -> FORMS.form(algorithm, locale))
        .toList();
  }

  /**
   * The request with everything that it leaves open.
   *
   * @throws InvalidInputException with every fault
   */
  public static TrainingRequest complete(TrainingRequest request) {
    String name = request.algorithm() == null ? names().getFirst() : request.algorithm();
    CustomerValueAlgorithm<?> algorithm =
        CustomerValueAlgorithms.find(name)
            .orElseThrow(
                () ->
                    InvalidInputException.of(
                        "/algorithm", "must be one of " + String.join(", ", names())));
    if (request.tuning() != null) {
      throw InvalidInputException.of("/tuning", "is not offered for customer value");
    }
    if (request.evaluation() != null && !request.evaluation().equals(SPLIT)) {
      throw InvalidInputException.of("/evaluation", "must be " + SPLIT);
    }
    return new TrainingRequest(
        name,
        request.preset(),
        FORMS.complete(algorithm, request.preset(), request.options()),
        request.seedOrUsual(),
        request.place().code(),
        SPLIT,
        null);
  }
}
