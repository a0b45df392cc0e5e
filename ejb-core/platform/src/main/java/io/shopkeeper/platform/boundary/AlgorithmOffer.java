package io.shopkeeper.platform.boundary;

import io.shopkeeper.ml.algorithm.Algorithm;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The algorithms of a model, as the shop offers them.
 *
 * <pre>{@code
 * TrainingRequest whole = offer.complete(TrainingRequest.of("ease"));
 * }</pre>
 *
 * @param algorithms the usual one first; never empty
 * @param forms what can be chosen of each
 * @param evaluation how models are measured
 * @param tuned whether their options can be looked for
 */
public record AlgorithmOffer(
    List<? extends Algorithm<?, ?, ?>> algorithms,
    AlgorithmForms forms,
    Measuring evaluation,
    boolean tuned) {

  public AlgorithmOffer {
    algorithms = List.copyOf(algorithms);
  }

  /** Of algorithms whose options can be looked for. */
  public AlgorithmOffer(
      List<? extends Algorithm<?, ?, ?>> algorithms, AlgorithmForms forms, Measuring evaluation) {
    this(algorithms, forms, evaluation, true);
  }

  /** The same where options cannot be looked for. */
  public AlgorithmOffer untuned() {
    return new AlgorithmOffer(algorithms, forms, evaluation, false);
  }

  /**
   * How models are measured.
   *
   * @param ways that a form offers, the usual one first; empty where there is one only
   * @param chosen the way of a request, in full; refuses a wrong one at {@code /evaluation}
   */
  public record Measuring(List<String> ways, Function<TrainingRequest, String> chosen) {

    public Measuring {
      ways = List.copyOf(ways);
    }

    /** In one way, and no other. */
    public static Measuring only(String way) {
      return new Measuring(
          List.of(),
          request -> {
            if (request.evaluation() != null && !request.evaluation().equals(way)) {
              throw InvalidInputException.of("/evaluation", "must be " + way);
            }
            return way;
          });
    }
  }

  /** Their names, the usual one first. */
  public List<String> names() {
    return algorithms.stream().<String>map(Algorithm::name).toList();
  }

  /** What can be chosen of each, in the reader's language. */
  public List<AlgorithmForm> forms(Locale locale) {
    return algorithms.stream().map(algorithm -> forms.form(algorithm, locale)).toList();
  }

  /**
   * The request with everything that it leaves open.
   *
   * @throws InvalidInputException with every fault
   */
  public TrainingRequest complete(TrainingRequest request) {
    Algorithm<?, ?, ?> algorithm = named(request.algorithm());
    Map<String, String> options = forms.complete(algorithm, request.preset(), request.options());
    if (request.tuning() != null) {
      if (!tuned) {
        throw InvalidInputException.of("/tuning", "is not offered for this model");
      }
      forms.check(algorithm, options, request.tuning());
    }
    return new TrainingRequest(
        algorithm.name(),
        request.preset(),
        options,
        request.seedOrUsual(),
        request.place().code(),
        evaluation.chosen().apply(request),
        request.tuning());
  }

  private Algorithm<?, ?, ?> named(String name) {
    for (Algorithm<?, ?, ?> algorithm : algorithms) {
      if (name == null || algorithm.name().equals(name)) {
        return algorithm;
      }
    }
    throw InvalidInputException.of("/algorithm", "must be one of " + String.join(", ", names()));
  }
}
