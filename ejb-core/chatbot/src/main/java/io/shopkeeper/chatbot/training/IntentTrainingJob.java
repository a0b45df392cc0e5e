package io.shopkeeper.chatbot.training;

import io.shopkeeper.chatbot.boundary.ChatTraining;
import io.shopkeeper.nlp.intent.IntentEvaluation;
import io.shopkeeper.nlp.intent.IntentModel;
import io.shopkeeper.nlp.intent.IntentOptions;
import io.shopkeeper.nlp.intent.IntentTrainer;
import io.shopkeeper.platform.boundary.DataSnapshot;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobFailedException;
import io.shopkeeper.platform.boundary.JobHandler;
import io.shopkeeper.platform.boundary.JobOffer;
import io.shopkeeper.platform.boundary.JobParameter;
import io.shopkeeper.platform.boundary.ModelCandidate;
import io.shopkeeper.platform.boundary.TrainedVersions;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Trains the intent model: cross-validates, learns from all examples, registers. */
public final class IntentTrainingJob implements JobHandler {

  /** The kind of these jobs. */
  public static final String KIND = "train-chat-intents";

  private static final IntentOptions OPTIONS = IntentOptions.DEFAULT;

  private final TrainedVersions versions;

  IntentTrainingJob(TrainedVersions versions) {
    this.versions = versions;
  }

  /** The split on which its metrics are taken. */
  static String split() {
    return "kfold:%d@%d".formatted(OPTIONS.folds(), OPTIONS.seed());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public Optional<JobOffer> offer() {
    return Optional.of(
        new JobOffer(
            KIND,
            ChatTraining.MODEL,
            List.of(new JobParameter("algorithm", List.of(IntentTrainer.ALGORITHM)))));
  }

  @Override
  public void run(JobContext job) throws JobFailedException {
    ShippedExamples shipped = ShippedExamples.read();
    job.progress(0.1, "evaluating");
    IntentEvaluation evaluation =
        IntentEvaluation.crossValidate(
            shipped.examples(),
            OPTIONS,
            (fold, accuracy) -> {
              job.stopIfCancelled();
              job.point("accuracy by fold", fold, accuracy);
              job.progress(0.1 + 0.5 * fold / OPTIONS.folds(), "evaluating");
            });
    job.log(
        String.format(
            Locale.ROOT,
            "%d examples of %d intents: accuracy %.4f, macro F1 %.4f; sure of %.4f, of those right"
                + " %.4f",
            evaluation.examples(),
            evaluation.f1().size(),
            evaluation.accuracy(),
            evaluation.macroF1(),
            evaluation.coverage(),
            evaluation.sureAccuracy()));
    job.progress(0.6, "training on all");
    job.stopIfCancelled();
    IntentModel model = IntentTrainer.train(shipped.examples(), OPTIONS, evaluation);
    versions.register(job, candidate(shipped, evaluation, model));
  }

  private static ModelCandidate candidate(
      ShippedExamples shipped, IntentEvaluation evaluation, IntentModel model)
      throws JobFailedException {
    try {
      return new ModelCandidate(
              ChatTraining.MODEL,
              IntentTrainer.ALGORITHM,
              IntentModel.FORMAT,
              model.write(),
              hyperParameters(model),
              OPTIONS.seed(),
              metrics(evaluation),
              Map.of("examplesFrom", "the product"),
              Map.of("accuracy by fold", evaluation.accuracyByFold()))
          .measured(Map.of(split(), standardErrors(evaluation)))
          .madeFrom(
              new DataSnapshot(
                  null,
                  null,
                  Map.of("examples", (long) shipped.examples().size()),
                  shipped.hash(),
                  List.of()));
    } catch (IOException problem) {
      throw new JobFailedException("The model could not be written.", problem);
    }
  }

  private static Map<String, String> hyperParameters(IntentModel model) {
    return Map.of(
        "l2Cost", Double.toString(OPTIONS.l2Cost()),
        "iterations", Integer.toString(OPTIONS.iterations()),
        "threshold", Double.toString(model.threshold()));
  }

  /** Of parts of so many examples that are right or not. */
  private static Map<String, Double> standardErrors(IntentEvaluation evaluation) {
    return Map.of(
        "accuracy", ofPart(evaluation.accuracy(), evaluation.examples()),
        "coverage", ofPart(evaluation.coverage(), evaluation.examples()),
        "accuracy_where_sure",
            ofPart(evaluation.sureAccuracy(), evaluation.coverage() * evaluation.examples()));
  }

  private static double ofPart(double part, double examples) {
    return Math.sqrt(part * (1 - part) / Math.max(1, examples));
  }

  private static Map<String, Map<String, Double>> metrics(IntentEvaluation evaluation) {
    Map<String, Double> all = new TreeMap<>();
    all.put("accuracy", evaluation.accuracy());
    all.put("macro_f1", evaluation.macroF1());
    all.put("coverage", evaluation.coverage());
    all.put("accuracy_where_sure", evaluation.sureAccuracy());
    all.put("examples", (double) evaluation.examples());
    Map<String, Double> f1 = new TreeMap<>();
    evaluation.f1().forEach((intent, value) -> f1.put("f1 " + intent, value));
    return Map.of(split(), all, split() + " by intent", f1);
  }
}
