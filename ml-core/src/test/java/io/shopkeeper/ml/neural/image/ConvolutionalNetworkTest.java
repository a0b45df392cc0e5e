package io.shopkeeper.ml.neural.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.image.ImageAlgorithm;
import io.shopkeeper.ml.image.ImageAlgorithmContract;
import io.shopkeeper.ml.image.ImageModel;
import io.shopkeeper.ml.image.ImageSize;
import io.shopkeeper.ml.image.Images;
import io.shopkeeper.ml.image.LabelledImages;
import io.shopkeeper.ml.image.PlantedImages;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConvolutionalNetworkTest extends ImageAlgorithmContract<ConvolutionOptions> {

  private static final ConvolutionOptions SMALL =
      new ConvolutionOptions(List.of(8, 16), 1, 3, 16, 0.1, true, 1, 5e-3, 8, 32, 0.01, 0.1, 0);

  @Override
  protected ImageAlgorithm<ConvolutionOptions> algorithm() {
    return new ConvolutionalNetwork();
  }

  @Override
  protected ConvolutionOptions options() {
    return SMALL;
  }

  /** Red in the first class, blue in the second; each as bright as the other. */
  @Test
  void coloursAreTold() {
    var size = new ImageSize(6, 6, 3);
    var random = new SplittableRandom(2);
    List<byte[]> images = new ArrayList<>();
    int[] codes = new int[120];
    for (int i = 0; i < codes.length; i++) {
      byte[] image = new byte[size.bytes()];
      random.nextBytes(image);
      codes[i] = i % 2;
      for (int pixel = 0; pixel < image.length; pixel += 3) {
        image[pixel + 2 * codes[i]] = (byte) 200;
        image[pixel + 2 - 2 * codes[i]] = 100;
      }
      images.add(image);
    }
    var target = new ClassTarget(List.of("red", "blue"), codes);
    ImageModel model =
        new ConvolutionalNetwork()
            .train(
                new LabelledImages(new Images(size, images), target),
                SMALL,
                1,
                TrainingListener.SILENT);
    double[][] predicted = model.predict(new Images(size, images));
    for (int i = 0; i < codes.length; i++) {
      assertThat(predicted[i][codes[i]]).isGreaterThan(0.5);
    }
  }

  @Test
  void curvesOfLossAndAccuracyAreTold() {
    var curves = new TreeMap<String, Integer>();
    new ConvolutionalNetwork()
        .train(
            PlantedImages.of(200, 3),
            SMALL,
            1,
            new TrainingListener() {
              @Override
              public void progress(double fraction, String phase) {
                assertThat(fraction).isBetween(0.0, 1.0);
              }

              @Override
              public void measured(String curve, int step, double value) {
                assertThat(value).isFinite();
                curves.merge(curve, step, Math::max);
              }

              @Override
              public boolean cancelled() {
                return false;
              }
            });
    assertThat(curves.keySet())
        .containsExactly("accuracy train", "accuracy validation", "loss train", "loss validation");
    assertThat(curves.values()).containsOnly(SMALL.epochs());
  }

  @Test
  void anEvenKernelIsRefused() {
    assertThatThrownBy(
            () -> new ConvolutionOptions(List.of(8), 1, 4, 16, 0, false, 0, 1e-3, 1, 32, 0, 0, 0))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageContaining("kernel")
        .hasMessageContaining("odd");
  }

  /** 3 × 2 pixels, values 1 to 6, so that it is seen where each went. */
  @Test
  void imagesAreMirroredAndMovedByTheSeed() {
    var size = new ImageSize(3, 2, 1);
    var images = new Images(size, List.of(new byte[] {1, 2, 3, 4, 5, 6}));
    float[] table = new float[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = i;
    }
    var scaling = new Scaling(table);
    float[] plain = new float[6];
    new Pictures(images, scaling, false, 0).fill(new int[] {0}, 0, 1, plain, 5);
    assertThat(plain).containsExactly(1, 2, 3, 4, 5, 6);
    var found = new TreeMap<String, Integer>();
    var pictures = new Pictures(images, scaling, true, 1);
    for (long seed = 0; seed < 400; seed++) {
      float[] moved = new float[6];
      float[] again = new float[6];
      pictures.fill(new int[] {0}, 0, 1, moved, seed);
      pictures.fill(new int[] {0}, 0, 1, again, seed);
      assertThat(again).containsExactly(moved);
      var text = new StringBuilder();
      for (float value : moved) {
        text.append((int) value);
      }
      found.merge(text.toString(), 1, Integer::sum);
    }
    // 2 ways to look × 3 × 3 places; edges go on beyond themselves.
    assertThat(found).hasSize(18).containsKeys("123456", "321654", "112445", "233566", "123123");
  }
}
