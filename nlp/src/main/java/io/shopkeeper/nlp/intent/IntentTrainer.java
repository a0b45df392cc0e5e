package io.shopkeeper.nlp.intent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import opennlp.tools.doccat.BagOfWordsFeatureGenerator;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.TrainingParameters;

/**
 * Learns intents from examples by maximum entropy (Berger, Della Pietra, Della Pietra: A Maximum
 * Entropy Approach to Natural Language Processing, 1996), fitted by L-BFGS with an L2 penalty. The
 * same examples give the same model.
 */
public final class IntentTrainer {

  /** The algorithm's name in the registry. */
  public static final String ALGORITHM = "opennlp-maxent";

  private IntentTrainer() {}

  /**
   * Learns from all examples; the threshold comes from cross-validation on them.
   *
   * @throws IllegalArgumentException if an intent has fewer examples than folds, or there are fewer
   *     than two intents
   */
  public static IntentModel train(List<IntentExample> examples, IntentOptions options) {
    return train(examples, options, IntentEvaluation.crossValidate(examples, options));
  }

  /**
   * Learns from all examples.
   *
   * @param evaluation of the same examples and options
   */
  public static IntentModel train(
      List<IntentExample> examples, IntentOptions options, IntentEvaluation evaluation) {
    return new IntentModel(learn(examples, options), evaluation.threshold());
  }

  static DoccatModel learn(List<IntentExample> examples, IntentOptions options) {
    var parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, "MAXENT_QN");
    parameters.put(TrainingParameters.ITERATIONS_PARAM, options.iterations());
    parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
    parameters.put("L1Cost", 0.0);
    parameters.put("L2Cost", options.l2Cost());
    parameters.put("PrintMessages", false);
    List<DocumentSample> samples =
        examples.stream()
            .map(example -> new DocumentSample(example.intent(), features(example)))
            .toList();
    try (var stream = new CollectionObjectStream<>(samples)) {
      return DocumentCategorizerME.train(
          "mul",
          stream,
          parameters,
          new DoccatFactory(new FeatureGenerator[] {new BagOfWordsFeatureGenerator()}));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String[] features(IntentExample example) {
    String[] features = IntentFeatures.of(example.text());
    return features.length > 0 ? features : new String[] {"empty"};
  }
}
