package io.shopkeeper.nlp.classify;

import io.shopkeeper.ml.calibration.PlattScaling;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Workers;
import io.shopkeeper.ml.split.Fold;
import io.shopkeeper.ml.split.Folds;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.nlp.meaning.SentenceEncoders;
import io.shopkeeper.nlp.text.TextLanguage;
import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A line between each class and the others, over runs of words, of characters and pieces of words
 * by TF-IDF: a support vector machine whose features are weighted by how much oftener they occur in
 * the class (S. Wang, C. D. Manning: Baselines and Bigrams: Simple, Good Sentiment and Topic
 * Classification, ACL 2012). Its scores become probabilities by what five folds of the same texts
 * say of each other.
 */
public final class LinearText implements TextAlgorithm<LinearTextOptions> {

  /** The preset for short messages, of which what they mean says more than their words. */
  public static final String MESSAGES = "messages";

  static final String NAME = "linear-text";

  private static final int FOLDS = 5;
  private static final int FEW = 2_000;
  private static final int MEANING_LIMIT = 2_000_000;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, LinearTextOptions> presets() {
    var presets = new LinkedHashMap<String, LinearTextOptions>();
    presets.put("standard", new LinearTextOptions(3, 4, 6, 2, 0.5, 1, 100, 1, MEANING_LIMIT));
    presets.put(MESSAGES, new LinearTextOptions(3, 4, 6, 2, 0.5, 1, 100, 2, MEANING_LIMIT));
    presets.put("fast", new LinearTextOptions(3, 4, 6, 2, 0.5, 1, 100, 0, 0));
    presets.put("small", new LinearTextOptions(2, 2, 0, 2, 0.5, 1, 100, 0, 0));
    return presets;
  }

  /** At least two classes with a text each are needed. */
  @Override
  public LearntText learn(
      LabelledTexts data, LinearTextOptions options, long seed, TrainingListener listener) {
    int[] counts = data.target().counts();
    long there = IntStream.of(counts).filter(count -> count > 0).count();
    if (there < 2) {
      throw new IllegalArgumentException(
          "texts of at least 2 classes are needed, but there are texts of %d".formatted(there));
    }
    listener.progress(0, "features");
    listener.stopIfCancelled();
    Vocabulary vocabulary = vocabulary(data, options);
    listener.stopIfCancelled();
    float[][] meant = new float[data.count()][];
    Meaning meaning =
        asksMeaning(data, options)
            ? Meaning.learn(data.texts(), options.meaning(), meant, listener)
            : Meaning.none();
    SparseText[] texts = vectors(data, vocabulary);
    for (int i = 0; i < texts.length; i++) {
      TextLanguage language = TextLanguage.of(data.texts().get(i));
      texts[i] = meaning.joined(texts[i], language, meant[i], vocabulary.size());
    }
    listener.progress(0.3, "folds");
    var learning = new Learning(data, texts, vocabulary.size(), meaning.size(), options, listener);
    var random = new SplittableRandom(seed);
    double[][] judged = learning.outOfFold(random.split());
    listener.progress(0.8, "all texts");
    DualDescent.Line[] lines =
        learning.lines(IntStream.range(0, texts.length).toArray(), random.split());
    ScoreScale scale = probability(data, judged);
    var model =
        new LinearTextModel(data.target().classes(), options, vocabulary, meaning, lines, scale);
    return new LearntText(
        model, Arrays.stream(judged).map(scale::probabilities).toArray(double[][]::new));
  }

  private static boolean asksMeaning(LabelledTexts data, LinearTextOptions options) {
    long characters = data.texts().stream().mapToLong(String::length).sum();
    return options.meaning() > 0
        && !SentenceEncoders.all().isEmpty()
        && (options.meaningLimit() == 0 || characters <= options.meaningLimit());
  }

  private static Vocabulary vocabulary(LabelledTexts data, LinearTextOptions options) {
    var reader = new Grams(options);
    var censuses = new GramCensus[] {new GramCensus(), new GramCensus()};
    for (String text : data.texts()) {
      reader.read(text);
      for (int kind = 0; kind < Grams.KINDS; kind++) {
        censuses[kind].add(reader.hashes(kind), reader.size(kind));
      }
    }
    int fewest = data.count() < FEW ? 1 : options.fewestTexts();
    var counted = new GramCensus.Counted[Grams.KINDS];
    for (int kind = 0; kind < Grams.KINDS; kind++) {
      counted[kind] = censuses[kind].atLeast(fewest);
    }
    return Vocabulary.of(options, counted, data.count());
  }

  private static SparseText[] vectors(LabelledTexts data, Vocabulary vocabulary) {
    var texts = new SparseText[data.count()];
    Workers workers = KernelBackends.current().workers();
    int parts = Math.min(texts.length, 8 * workers.width());
    workers.forEach(
        parts,
        part -> {
          Grams reader = vocabulary.reader();
          for (int i = part; i < texts.length; i += parts) {
            texts[i] = vocabulary.vector(reader, data.texts().get(i));
          }
        });
    return texts;
  }

  /** From scores that no text's own label went into. */
  private static ScoreScale probability(LabelledTexts data, double[][] judged) {
    int[] codes = data.target().codes();
    if (data.target().classes().size() > 2) {
      return ScoreScale.softmax(judged, codes);
    }
    double[] scores = new double[codes.length];
    boolean[] positive = new boolean[codes.length];
    for (int row = 0; row < codes.length; row++) {
      scores[row] = judged[row][0];
      positive[row] = codes[row] == 1;
    }
    PlattScaling platt = PlattScaling.fit(scores, positive);
    return new ScoreScale(-platt.slope(), -platt.offset());
  }

  @Override
  public TextModel read(DataInput in) throws IOException {
    return LinearTextModel.read(in);
  }

  /** The lines of a set of texts. */
  private record Learning(
      LabelledTexts data,
      SparseText[] texts,
      int words,
      int meanings,
      LinearTextOptions options,
      TrainingListener listener) {

    /** Of two classes one line, which is above 0 for the second. */
    DualDescent.Line[] lines(int[] rows, SplittableRandom random) {
      int classes = data.target().classes().size();
      int first = classes == 2 ? 1 : 0;
      var lines = new DualDescent.Line[classes - first];
      SplittableRandom[] randoms =
          IntStream.range(0, lines.length)
              .mapToObj(line -> random.split())
              .toArray(SplittableRandom[]::new);
      var descent = new DualDescent(texts, words, meanings, options, listener);
      KernelBackends.current()
          .workers()
          .forEach(
              lines.length,
              line -> lines[line] = descent.learn(rows, positive(line + first), randoms[line]));
      return lines;
    }

    private boolean[] positive(int wanted) {
      int[] codes = data.target().codes();
      boolean[] positive = new boolean[codes.length];
      for (int row = 0; row < codes.length; row++) {
        positive[row] = codes[row] == wanted;
      }
      return positive;
    }

    /** Scores of each text by lines that were learnt from others, texts × lines. */
    double[][] outOfFold(SplittableRandom random) {
      double[][] scores = new double[texts.length][];
      int folds = Math.min(FOLDS, texts.length);
      List<Fold> parts = Folds.stratified(data.target().codes(), folds, random.nextLong());
      for (Fold part : parts) {
        DualDescent.Line[] lines = lines(part.train(), random.split());
        for (int row : part.test()) {
          scores[row] = new double[lines.length];
          for (int line = 0; line < lines.length; line++) {
            scores[row][line] = lines[line].score(texts[row]);
          }
        }
      }
      return scores;
    }
  }
}
