package io.shopkeeper.cli.evaluate;

import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.ml.image.ImageSize;
import io.shopkeeper.ml.image.LabelledImages;
import io.shopkeeper.ml.table.ClassTarget;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Images to learn from and to test with. The classes are the labels that occur, in their order. */
record ImageData(LabelledImages train, LabelledImages test, DataSummary summary) {

  /**
   * Reads four files.
   *
   * @param train images and their labels
   * @param test images and their labels
   * @param limit the first so many training images
   */
  static ImageData read(List<String> train, List<String> test, int limit) {
    IdxFile.Pictures learnt = IdxFile.images(train.get(0), limit);
    int[] learntLabels = labels(train, learnt, limit);
    IdxFile.Pictures tested = IdxFile.images(test.get(0), Integer.MAX_VALUE);
    int[] testedLabels = labels(test, tested, Integer.MAX_VALUE);
    if (!learnt.images().size().equals(tested.images().size())) {
      throw new CommandFailedException(
          "%s has images of %s, %s of %s."
              .formatted(
                  train.get(0), learnt.images().size(), test.get(0), tested.images().size()));
    }
    int[] labels =
        IntStream.concat(IntStream.of(learntLabels), IntStream.of(testedLabels))
            .sorted()
            .distinct()
            .toArray();
    ImageSize size = learnt.images().size();
    var summary =
        new DataSummary(
            new FileFacts(train.get(0), learntLabels.length, learnt.sha256()),
            new FileFacts(test.get(0), testedLabels.length, tested.sha256()),
            learntLabels.length,
            testedLabels.length,
            "files",
            "%d × %d pixels, %d classes".formatted(size.width(), size.height(), labels.length));
    return new ImageData(
        labelled(learnt, learntLabels, labels), labelled(tested, testedLabels, labels), summary);
  }

  private static int[] labels(List<String> files, IdxFile.Pictures pictures, int most) {
    int[] labels = IdxFile.labels(files.get(1), most);
    if (labels.length != pictures.images().count()) {
      throw new CommandFailedException(
          "%s has %,d images, but %s has %,d labels."
              .formatted(files.get(0), pictures.images().count(), files.get(1), labels.length));
    }
    return labels;
  }

  private static LabelledImages labelled(IdxFile.Pictures pictures, int[] found, int[] labels) {
    int[] codes = new int[found.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = Arrays.binarySearch(labels, found[i]);
    }
    List<String> names = IntStream.of(labels).mapToObj(Integer::toString).toList();
    return new LabelledImages(pictures.images(), new ClassTarget(names, codes));
  }
}
