package io.shopkeeper.nlp.intent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * What a model reaches on examples it has not seen, by stratified k-fold cross-validation, and the
 * threshold below which it should ask instead of answer.
 *
 * @param accuracy part of the examples whose likeliest intent is right
 * @param macroF1 mean of the intents' F1
 * @param f1 by intent
 * @param coverage part of the examples on which it is sure
 * @param sureAccuracy part of those that is right
 * @param threshold confidence from which it is sure: where right answers less twice the wrong ones
 *     are most
 * @param examples how many there were
 * @param accuracyByFold of each fold, in their order
 */
public record IntentEvaluation(
    double accuracy,
    double macroF1,
    Map<String, Double> f1,
    double coverage,
    double sureAccuracy,
    double threshold,
    int examples,
    List<Double> accuracyByFold) {

  private static final int STEPS = 100;

  /** A wrong answer costs as much as two right ones are worth. */
  private static final int WRONG = 2;

  public IntentEvaluation {
    f1 = Map.copyOf(f1);
    accuracyByFold = List.copyOf(accuracyByFold);
  }

  /** Hears that a fold is done. */
  @FunctionalInterface
  public interface FoldListener {

    /**
     * A fold is done.
     *
     * @param fold from 1
     */
    void done(int fold, double accuracy);
  }

  /** A guess on an example that was left out. */
  private record Outcome(String truth, String guess, double confidence) {

    boolean right() {
      return truth.equals(guess);
    }
  }

  /**
   * Divides the examples into folds, learns on all but one and guesses that one, in turn.
   *
   * @throws IllegalArgumentException if an intent has fewer examples than folds, or there are fewer
   *     than two intents
   */
  public static IntentEvaluation crossValidate(
      List<IntentExample> examples, IntentOptions options) {
    return crossValidate(examples, options, (fold, accuracy) -> {});
  }

  /** The same, heard of after each fold. */
  public static IntentEvaluation crossValidate(
      List<IntentExample> examples, IntentOptions options, FoldListener listener) {
    List<List<IntentExample>> folds = divide(examples, options);
    List<Outcome> outcomes = new ArrayList<>(examples.size());
    List<Double> byFold = new ArrayList<>();
    for (int out = 0; out < folds.size(); out++) {
      List<IntentExample> rest = new ArrayList<>();
      for (int fold = 0; fold < folds.size(); fold++) {
        if (fold != out) {
          rest.addAll(folds.get(fold));
        }
      }
      var model = new IntentModel(IntentTrainer.learn(rest, options), 0);
      for (IntentExample example : folds.get(out)) {
        IntentGuess guess = model.guess(example.text());
        outcomes.add(new Outcome(example.intent(), guess.intent(), guess.confidence()));
      }
      int size = folds.get(out).size();
      byFold.add(rightPart(outcomes.subList(outcomes.size() - size, outcomes.size())));
      listener.done(out + 1, byFold.getLast());
    }
    return summarise(outcomes, byFold);
  }

  private static List<List<IntentExample>> divide(
      List<IntentExample> examples, IntentOptions options) {
    Map<String, List<IntentExample>> byIntent = new TreeMap<>();
    examples.forEach(
        example ->
            byIntent.computeIfAbsent(example.intent(), none -> new ArrayList<>()).add(example));
    if (byIntent.size() < 2) {
      throw new IllegalArgumentException("At least two intents are needed");
    }
    List<List<IntentExample>> folds = new ArrayList<>();
    for (int fold = 0; fold < options.folds(); fold++) {
      folds.add(new ArrayList<>());
    }
    var random = new Random(options.seed());
    int next = 0;
    for (var intent : byIntent.entrySet()) {
      if (intent.getValue().size() < options.folds()) {
        throw new IllegalArgumentException(
            "The intent %s has %d examples; at least %d are needed"
                .formatted(intent.getKey(), intent.getValue().size(), options.folds()));
      }
      Collections.shuffle(intent.getValue(), random);
      for (IntentExample example : intent.getValue()) {
        folds.get(next++ % options.folds()).add(example);
      }
    }
    return folds;
  }

  private static IntentEvaluation summarise(List<Outcome> outcomes, List<Double> byFold) {
    double threshold = threshold(outcomes);
    List<Outcome> sure =
        outcomes.stream().filter(outcome -> outcome.confidence() >= threshold).toList();
    Map<String, Double> f1 = f1(outcomes);
    return new IntentEvaluation(
        rightPart(outcomes),
        f1.values().stream().mapToDouble(Double::doubleValue).average().orElse(0),
        f1,
        (double) sure.size() / outcomes.size(),
        rightPart(sure),
        threshold,
        outcomes.size(),
        byFold);
  }

  private static double rightPart(List<Outcome> outcomes) {
    return outcomes.isEmpty()
        ? 0
        : (double) outcomes.stream().filter(Outcome::right).count() / outcomes.size();
  }

  /** To ask costs nothing. */
  private static double threshold(List<Outcome> outcomes) {
    double best = 0;
    long most = Long.MIN_VALUE;
    for (int step = 0; step < STEPS; step++) {
      double candidate = (double) step / STEPS;
      long gain =
          outcomes.stream()
              .filter(outcome -> outcome.confidence() >= candidate)
              .mapToLong(outcome -> outcome.right() ? 1 : -WRONG)
              .sum();
      if (gain > most) {
        most = gain;
        best = candidate;
      }
    }
    return best;
  }

  private static Map<String, Double> f1(List<Outcome> outcomes) {
    Map<String, int[]> counts = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      int[] truth = counts.computeIfAbsent(outcome.truth(), none -> new int[3]);
      int[] guess = counts.computeIfAbsent(outcome.guess(), none -> new int[3]);
      truth[1]++;
      guess[2]++;
      if (outcome.right()) {
        truth[0]++;
      }
    }
    Map<String, Double> f1 = new TreeMap<>();
    counts.forEach(
        (intent, count) -> f1.put(intent, 2.0 * count[0] / Math.max(1, count[1] + count[2])));
    return f1;
  }
}
