package io.shopkeeper.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageCommandTest {

  private static final int SIDE = 8;

  @TempDir private Path folder;
  private String images;
  private String labels;
  private String testImages;
  private String testLabels;

  @BeforeEach
  void write() throws IOException {
    images = images("train-images.gz", 120, 1);
    labels = labels("train-labels.gz", 120);
    testImages = images("test-images", 60, 2);
    testLabels = labels("test-labels", 60);
  }

  private OutputStream open(String name) throws IOException {
    OutputStream out = Files.newOutputStream(folder.resolve(name));
    return name.endsWith(".gz") ? new GZIPOutputStream(out) : out;
  }

  /** The upper half is bright for label 3, the lower for 7. */
  private String images(String name, int count, long seed) throws IOException {
    var random = new SplittableRandom(seed);
    try (var out = new DataOutputStream(open(name))) {
      out.writeInt(0x803);
      out.writeInt(count);
      out.writeInt(SIDE);
      out.writeInt(SIDE);
      for (int i = 0; i < count; i++) {
        for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
          boolean bright = (pixel < SIDE * SIDE / 2) == (i % 2 == 0);
          out.writeByte(random.nextInt(100) + (bright ? 150 : 0));
        }
      }
    }
    return folder.resolve(name).toString();
  }

  private String labels(String name, int count) throws IOException {
    try (var out = new DataOutputStream(open(name))) {
      out.writeInt(0x801);
      out.writeInt(count);
      for (int i = 0; i < count; i++) {
        out.writeByte(i % 2 == 0 ? 3 : 7);
      }
    }
    return folder.resolve(name).toString();
  }

  private Ran run(String... more) {
    String[] first = {
      "evaluate",
      "image",
      "--train",
      images,
      labels,
      "--test",
      testImages,
      testLabels,
      "--preset",
      "small",
      "--option",
      "epochs=4",
      "--option",
      "channels=8",
      "--option",
      "shift=0"
    };
    String[] all = new String[first.length + more.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return Ran.run(all);
  }

  @Test
  void learnsAndReports() throws IOException {
    Path predictions = folder.resolve("predictions.csv");
    Ran ran = run("--json", "--predictions", predictions.toString());
    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isZero();
    JsonNode object = ran.objects().getFirst();
    assertThat(object.path("task").asText()).isEqualTo("image");
    assertThat(object.path("algorithm").asText()).isEqualTo("convolutional-network");
    assertThat(object.path("train").path("rows").asInt()).isEqualTo(120);
    assertThat(object.path("test").path("rows").asInt()).isEqualTo(60);
    assertThat(object.path("train").path("sha256").asText()).hasSize(64);
    assertThat(object.path("metrics").path("accuracy").asDouble()).isGreaterThan(0.95);
    assertThat(object.path("metrics").path("macro_f1").asDouble()).isGreaterThan(0.95);
    assertThat(object.path("metrics").path("ms_per_image").asDouble()).isPositive();
    assertThat(Files.readAllLines(predictions))
        .hasSize(61)
        .startsWith("algorithm,image,truth,prediction")
        .contains("convolutional-network,0,3,3", "convolutional-network,1,7,7");
  }

  @Test
  void theFirstImagesAreTheLimit() {
    JsonNode object = run("--json", "--limit", "30").objects().getFirst();
    assertThat(object.path("train").path("rows").asInt()).isEqualTo(30);
    assertThat(run("--limit", "0").status()).isEqualTo(2);
  }

  @Test
  void wrongFilesAreNamed() throws IOException {
    Ran swapped =
        Ran.run("evaluate", "image", "--train", labels, images, "--test", testImages, testLabels);
    assertThat(swapped.status()).isEqualTo(1);
    assertThat(swapped.err()).contains("train-labels.gz has no images in IDX form");
    String few = labels("few", 5);
    Ran less =
        Ran.run("evaluate", "image", "--train", images, few, "--test", testImages, testLabels);
    assertThat(less.status()).isEqualTo(1);
    assertThat(less.err()).contains("120 images", "5 labels");
    Path cut = folder.resolve("cut");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(Path.of(testImages)), 500));
    Ran early =
        Ran.run(
            "evaluate", "image", "--train", cut.toString(), few, "--test", testImages, testLabels);
    assertThat(early.status()).isEqualTo(1);
    assertThat(early.err()).contains("ends too early");
  }
}
