package io.shopkeeper.cli.evaluate;

import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.ml.image.ImageSize;
import io.shopkeeper.ml.image.LabelledImages;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Images to learn from and to test with. The classes are the labels that occur, in their order. */
record ImageData(LabelledImages train, LabelledImages test, DataSummary summary) {

  // Numbers by their value: 10 after 9.
  private static final Comparator<String> BY_LENGTH_OF_NUMBERS =
      Comparator.comparingInt(label -> label.matches("[0-9]+") ? label.length() : 0);

  /**
   * Reads folders or zips of photographs, or files of images and of labels.
   *
   * @param train a folder or zip; or images and their labels
   * @param test the same
   * @param photos the size that photographs are given
   * @param limit the first so many training images
   */
  static ImageData read(List<String> train, List<String> test, ImageSize photos, int limit) {
    ImageFiles learnt = files(train, photos, limit);
    ImageFiles tested = files(test, photos, Integer.MAX_VALUE);
    if (!learnt.images().size().equals(tested.images().size())) {
      throw new CommandFailedException(
          "%s has images of %s, %s of %s."
              .formatted(
                  learnt.name(), learnt.images().size(), tested.name(), tested.images().size()));
    }
    List<String> classes =
        Stream.concat(learnt.labels().stream(), tested.labels().stream())
            .distinct()
            .sorted(BY_LENGTH_OF_NUMBERS.thenComparing(Comparator.naturalOrder()))
            .toList();
    ImageSize size = learnt.images().size();
    var summary =
        new DataSummary(
            learnt.facts(),
            tested.facts(),
            learnt.labels().size(),
            tested.labels().size(),
            "files",
            "%d × %d pixels, %d classes".formatted(size.width(), size.height(), classes.size()));
    return new ImageData(learnt.labelled(classes), tested.labelled(classes), summary);
  }

  private static ImageFiles files(List<String> names, ImageSize photos, int most) {
    return names.size() == 1
        ? PhotoFolder.read(names.getFirst(), photos, most)
        : IdxFile.read(names.get(0), names.get(1), most);
  }
}
