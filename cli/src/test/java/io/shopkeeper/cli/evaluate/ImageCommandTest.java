package io.shopkeeper.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
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

  /** Red pictures and blue ones, and what a system leaves beside them. */
  private void photographs(Path root, int count) throws IOException {
    for (String colour : new String[] {"red", "blue"}) {
      Path of = Files.createDirectories(root.resolve("shop").resolve(colour));
      for (int i = 0; i < count; i++) {
        var picture = new BufferedImage(20 + i, 30, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
          for (int x = 0; x < picture.getWidth(); x++) {
            picture.setRGB(x, y, colour.equals("red") ? 0xb01020 + 7 * i : 0x1020b0 - 7 * i);
          }
        }
        try (var out = Files.newOutputStream(of.resolve(i + ".png"))) {
          ImageIO.write(picture, "png", out);
        }
      }
      Files.writeString(of.resolve("notes.txt"), "not a picture");
      Files.writeString(of.resolve("._0.png"), "not a picture either");
    }
  }

  private Ran runPhotographs(String train, String test, String... more) {
    String[] first = {
      "evaluate",
      "image",
      "--train",
      train,
      "--test",
      test,
      "--side",
      "16",
      "--preset",
      "small",
      "--option",
      "epochs=6",
      "--option",
      "channels=8",
      "--option",
      "shift=0",
      "--json"
    };
    String[] all = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return Ran.run(all);
  }

  @Test
  void aFolderAndAZipWithAFolderForEachClass() throws IOException {
    photographs(folder.resolve("train"), 24);
    Path zip = folder.resolve("test.zip");
    try (var archive = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      photographs(archive.getPath("/"), 6);
    }
    Path predictions = folder.resolve("predictions.csv");
    Ran ran =
        runPhotographs(
            folder.resolve("train").toString(),
            zip.toString(),
            "--predictions",
            predictions.toString());
    assertThat(ran.err()).isEmpty();
    JsonNode object = ran.objects().getFirst();
    assertThat(object.path("train").path("rows").asInt()).isEqualTo(48);
    assertThat(object.path("test").path("rows").asInt()).isEqualTo(12);
    assertThat(object.path("metrics").path("accuracy").asDouble()).isEqualTo(1);
    assertThat(Files.readAllLines(predictions))
        .contains("convolutional-network,0,blue,blue", "convolutional-network,11,red,red");
  }

  @Test
  void whatIsNoPictureIsNamed() throws IOException {
    photographs(folder.resolve("train"), 1);
    Files.writeString(folder.resolve("train/shop/red/torn.jpg"), "not a picture");
    String train = folder.resolve("train").toString();
    Ran torn = runPhotographs(train, train);
    assertThat(torn.status()).isEqualTo(1);
    assertThat(torn.err()).contains(Path.of("shop", "red", "torn.jpg").toString(), "JPEG or PNG");
    Ran none = runPhotographs(Files.createDirectories(folder.resolve("empty")).toString(), train);
    assertThat(none.err()).contains("holds no photographs in folders");
    assertThat(runPhotographs(images, train).err()).contains("is no folder and no zip");
    assertThat(runPhotographs("nowhere", train).err()).contains("no folder or zip nowhere");
    assertThat(runPhotographs(train, train, "--side", "4").status()).isEqualTo(2);
  }
}
