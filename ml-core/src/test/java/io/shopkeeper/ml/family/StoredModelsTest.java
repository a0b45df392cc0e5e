package io.shopkeeper.ml.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.algorithm.Algorithm;
import io.shopkeeper.ml.algorithm.Stored;
import io.shopkeeper.ml.algorithm.TrainedModel;
import io.shopkeeper.ml.image.ImageAlgorithm;
import io.shopkeeper.ml.image.LabelledImages;
import io.shopkeeper.ml.image.PlantedImages;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.PlantedTastes;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.rating.PlantedRatings;
import io.shopkeeper.ml.rating.RatingAlgorithm;
import io.shopkeeper.ml.rating.RatingModel;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.table.TableAlgorithm;
import io.shopkeeper.ml.table.TableModel;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Models that an earlier version stored can be read and predict what they did. A file holds the
 * model and its predictions. {@code mvn -pl ml-core test -Dtest=StoredModelsTest
 * -Dshopkeeper.models.store=true} writes the files that are missing; those that are there stay.
 */
class StoredModelsTest {

  private static final String STORE = "shopkeeper.models.store";
  private static final Path FOLDER = Path.of("src/test/resources/io/shopkeeper/ml/family/stored");
  private static final double CLOSE = 1e-4;
  private static final long SEED = 42;

  @TestFactory
  Stream<DynamicTest> tables() {
    return TableAlgorithms.all().stream().map(this::table);
  }

  @TestFactory
  Stream<DynamicTest> rankings() {
    return RankingAlgorithms.all().stream().map(this::ranking);
  }

  @TestFactory
  Stream<DynamicTest> ratings() {
    return RatingAlgorithms.all().stream().map(this::rating);
  }

  @TestFactory
  Stream<DynamicTest> images() {
    return ImageAlgorithms.all().stream().map(this::image);
  }

  private <O extends Record> DynamicTest image(ImageAlgorithm<O> algorithm) {
    LabelledImages data = PlantedImages.of(60, SEED);
    O options = algorithm.presets().getOrDefault("small", algorithm.standard());
    return test(
        "image",
        algorithm,
        () -> algorithm.train(data, options, SEED, TrainingListener.SILENT),
        model ->
            Arrays.stream(model.predict(data.images())).flatMapToDouble(Arrays::stream).toArray());
  }

  private <O extends Record> DynamicTest table(TableAlgorithm<O> algorithm) {
    LabelledTable data = SmallTable.of(algorithm);
    return test(
        "table",
        algorithm,
        () -> algorithm.train(data, algorithm.standard(), SEED, TrainingListener.SILENT),
        model -> predictions(model, data));
  }

  private static double[] predictions(TableModel model, LabelledTable data) {
    return Arrays.stream(model.predict(data.features())).flatMapToDouble(Arrays::stream).toArray();
  }

  private <O extends Record> DynamicTest ranking(RankingAlgorithm<O> algorithm) {
    PlantedTastes tastes = PlantedTastes.of(SEED);
    return test(
        "ranking",
        algorithm,
        () -> algorithm.train(tastes.data(), algorithm.standard(), SEED, TrainingListener.SILENT),
        model ->
            DoubleStream.concat(scores(model, History.of(1, 5, 9)), scores(model, History.of(2, 7)))
                .toArray());
  }

  private static DoubleStream scores(RankingModel model, History history) {
    float[] scores = new float[model.items()];
    model.score(history, scores);
    double[] wide = new double[scores.length];
    Arrays.setAll(wide, item -> scores[item]);
    return Arrays.stream(wide);
  }

  private <O extends Record> DynamicTest rating(RatingAlgorithm<O> algorithm) {
    PlantedRatings data = PlantedRatings.of(SEED);
    return test(
        "rating",
        algorithm,
        () -> algorithm.train(data.train(), algorithm.standard(), SEED, TrainingListener.SILENT),
        model -> ratings(model, data));
  }

  private static double[] ratings(RatingModel model, PlantedRatings data) {
    double[] predicted = new double[data.test().size()];
    Arrays.setAll(predicted, i -> model.predict(data.test().user()[i], data.test().item()[i]));
    return predicted;
  }

  private interface Training<M> {
    M train();
  }

  private interface Predictions<M> {
    double[] of(M model);
  }

  private <M extends TrainedModel> DynamicTest test(
      String kind, Algorithm<?, ?, M> algorithm, Training<M> training, Predictions<M> predictions) {
    Path file = FOLDER.resolve(kind + "-" + algorithm.name() + ".gz");
    return DynamicTest.dynamicTest(
        kind + " " + algorithm.name(),
        () -> {
          if (!Files.exists(file) && Boolean.getBoolean(STORE)) {
            M model = training.train();
            write(file, Stored.bytes(model), predictions.of(model));
          }
          assertThat(file)
              .as("a stored model of %s; -D%s=true writes it", algorithm.name(), STORE)
              .exists();
          check(file, algorithm, predictions);
        });
  }

  private static void write(Path file, byte[] model, double[] predicted) throws IOException {
    Files.createDirectories(FOLDER);
    try (var out = new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(model.length);
      out.write(model);
      out.writeInt(predicted.length);
      for (double one : predicted) {
        out.writeDouble(one);
      }
    }
  }

  private static <M extends TrainedModel> void check(
      Path file, Algorithm<?, ?, M> algorithm, Predictions<M> predictions) throws IOException {
    try (var in = new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
      M model = Stored.read(algorithm, in.readNBytes(in.readInt()));
      double[] found = predictions.of(model);
      assertThat(found).hasSize(in.readInt());
      for (int i = 0; i < found.length; i++) {
        double stored = in.readDouble();
        if (Double.isInfinite(stored)) {
          assertThat(found[i]).as("prediction %d", i).isEqualTo(stored);
        } else {
          assertThat(found[i])
              .as("prediction %d", i)
              .isCloseTo(stored, Offset.offset(CLOSE * Math.max(1, Math.abs(stored))));
        }
      }
    }
  }
}
