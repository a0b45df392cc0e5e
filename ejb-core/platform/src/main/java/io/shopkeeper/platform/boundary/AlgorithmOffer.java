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
 */
public record AlgorithmOffer(
    List<? extends Algorithm<?, ?, ?>> algorithms, AlgorithmForms forms, Measuring evaluation) {

  public AlgorithmOffer {
    algorithms = List.copyOf(algorithms);
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
      return new Measuring(List.of(), request -> one(List.of(way), request));
    }

    /** In one of several ways, the usual one first. */
    public static Measuring oneOf(String... ways) {
      List<String> all = List.of(ways);
      return new Measuring(all, request -> one(all, request));
    }

    private static String one(List<String> ways, TrainingRequest request) {
      if (request.evaluation() == null) {
        return ways.getFirst();
      }
      if (!ways.contains(request.evaluation())) {
        throw InvalidInputException.of(
            "/evaluation",
            ways.size() == 1
                ? "must be " + ways.getFirst()
                : "must be one of " + String.join(", ", ways));
      }
      return request.evaluation();
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
