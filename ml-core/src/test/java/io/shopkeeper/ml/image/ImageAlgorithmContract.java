package io.shopkeeper.ml.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.algorithm.AlgorithmContract;
import io.shopkeeper.ml.table.ClassTarget;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every algorithm that learns from images keeps to.
 *
 * @param <O> its options
 */
public abstract class ImageAlgorithmContract<O extends Record>
    extends AlgorithmContract<LabelledImages, O, ImageModel> {

  private static final LabelledImages PLANTED = PlantedImages.of(240, 3);

  @Override
  protected abstract ImageAlgorithm<O> algorithm();

  @Override
  protected List<LabelledImages> planted() {
    return List.of(PLANTED);
  }

  @Override
  protected void saysTheSame(ImageModel stored, ImageModel read, LabelledImages data) {
    assertThat(read.classes()).isEqualTo(stored.classes());
    assertThat(read.size()).isEqualTo(stored.size());
    assertThat(read.predict(data.images())).isDeepEqualTo(stored.predict(data.images()));
  }

  private static void isSound(ImageModel model, LabelledImages data) {
    assertThat(model.size()).isEqualTo(data.images().size());
    assertThat(model.classes()).isEqualTo(data.target().classes());
    double[][] predicted = model.predict(data.images());
    assertThat(predicted).hasNumberOfRows(data.count());
    for (int i = 0; i < predicted.length; i++) {
      double[] one = new double[model.classes().size()];
      model.predict(data.images().values().get(i), one);
      assertThat(one).as("one as all").containsExactly(predicted[i], within(1e-5));
      double sum = 0;
      for (double value : one) {
        assertThat(value).isBetween(0.0, 1.0);
        sum += value;
      }
      assertThat(sum).isCloseTo(1, within(1e-6));
    }
  }

  /** A model, or a refusal that says what is missing. */
  private void learnsOrSaysWhy(LabelledImages data) {
    ImageModel model;
    try {
      model = train(data);
    } catch (IllegalArgumentException refusal) {
      assertThat(refusal.getMessage()).as("what is missing").matches("(?s).*\\d.*");
      return;
    }
    isSound(model, data);
  }

  private static LabelledImages labelled(ImageSize size, List<byte[]> images, List<String> names) {
    int[] codes = IntStream.range(0, images.size()).map(i -> i % names.size()).toArray();
    return new LabelledImages(new Images(size, images), new ClassTarget(names, codes));
  }

  @Test
  void findsWhatIsPlanted() {
    ImageModel model = train(PLANTED);
    LabelledImages fresh = PlantedImages.of(200, 4);
    isSound(model, fresh);
    double[][] predicted = model.predict(fresh.images());
    int right = 0;
    for (int i = 0; i < predicted.length; i++) {
      double truth = predicted[i][fresh.target().codes()[i]];
      right += isGreatest(predicted[i], truth) ? 1 : 0;
    }
    assertThat(right).isGreaterThanOrEqualTo(180);
  }

  private static boolean isGreatest(double[] values, double value) {
    for (double other : values) {
      if (other > value) {
        return false;
      }
    }
    return true;
  }

  @Test
  void littleData() {
    learnsOrSaysWhy(PLANTED.select(new int[0]));
    learnsOrSaysWhy(PLANTED.select(new int[] {0}));
    learnsOrSaysWhy(PLANTED.select(new int[] {0, 1}));
    learnsOrSaysWhy(PLANTED.select(new int[50]));
  }

  @Test
  void oneClassOnly() {
    var images = PLANTED.images().values().subList(0, 30);
    learnsOrSaysWhy(labelled(PlantedImages.SIZE, images, List.of("thing")));
    int[] same = new int[30];
    learnsOrSaysWhy(
        new LabelledImages(
            new Images(PlantedImages.SIZE, images), new ClassTarget(List.of("a", "b"), same)));
  }

  @Test
  void imagesThatSayNothing() {
    byte[] black = new byte[PlantedImages.SIZE.bytes()];
    learnsOrSaysWhy(
        labelled(PlantedImages.SIZE, Collections.nCopies(30, black), List.of("a", "b")));
    var pixel = new ImageSize(1, 1, 3);
    learnsOrSaysWhy(
        labelled(pixel, Collections.nCopies(30, new byte[] {1, 2, 3}), List.of("a", "b")));
  }

  @Test
  void anotherSizeIsRefused() {
    ImageModel model = train(PLANTED);
    assertThatThrownBy(() -> model.predict(new byte[5], new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("120")
        .hasMessageContaining("5");
    var other = new Images(new ImageSize(10, 12, 1), PLANTED.images().values());
    assertThatThrownBy(() -> model.predict(other)).isInstanceOf(IllegalArgumentException.class);
    assertThat(model.predict(PLANTED.images().select(new int[0]))).hasNumberOfRows(0);
  }

  @Test
  void memoryIsStated() {
    long small = algorithm().memoryBytes(new ImageSize(28, 28, 1), 10, options());
    long large = algorithm().memoryBytes(new ImageSize(112, 112, 3), 10, options());
    assertThat(small).isBetween(1L << 16, 1L << 32);
    assertThat(large).isGreaterThan(small);
  }
}
