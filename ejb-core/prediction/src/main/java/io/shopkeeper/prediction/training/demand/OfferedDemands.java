package io.shopkeeper.prediction.training.demand;

import io.shopkeeper.ml.family.DemandAlgorithms;
import io.shopkeeper.ml.forecast.DemandAlgorithm;
import io.shopkeeper.platform.boundary.AlgorithmForm;
import io.shopkeeper.platform.boundary.AlgorithmForms;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.TrainingRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The algorithms that foretell demand, as the shop offers them. */
public final class OfferedDemands {

  /** What is held out: the last horizon. */
  static final String SPLIT = "last-horizon";

  private static final AlgorithmForms FORMS = new AlgorithmForms(Map.of(), Map.of());

  private OfferedDemands() {}

  /** Their names, the usual one first. */
  public static List<String> names() {
    return DemandAlgorithms.all().stream().map(DemandAlgorithm::name).toList();
  }

  /** What can be chosen of each. */
  public static List<AlgorithmForm> forms(Locale locale) {
    return DemandAlgorithms.all().stream().map(algorithm -> FORMS.form(algorithm, locale)).toList();
  }

  /**
   * The request with everything that it leaves open.
   *
   * @throws InvalidInputException with every fault
   */
  public static TrainingRequest complete(TrainingRequest request) {
    String name = request.algorithm() == null ? names().getFirst() : request.algorithm();
    DemandAlgorithm algorithm =
        DemandAlgorithms.find(name)
            .orElseThrow(
                () ->
                    InvalidInputException.of(
                        "/algorithm", "must be one of " + String.join(", ", names())));
    if (request.tuning() != null) {
      throw InvalidInputException.of("/tuning", "is not offered for demand");
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
