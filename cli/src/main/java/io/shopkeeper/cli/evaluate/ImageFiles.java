package io.shopkeeper.cli.evaluate;

import io.shopkeeper.ml.image.Images;
import io.shopkeeper.ml.image.LabelledImages;
import io.shopkeeper.ml.table.ClassTarget;
import java.util.List;

/**
 * Images that were read, and what each shows.
 *
 * @param name where they are
 * @param sha256 of what was read
 */
record ImageFiles(String name, Images images, List<String> labels, String sha256) {

  FileFacts facts() {
    return new FileFacts(name, labels.size(), sha256);
  }

  /** With its labels as places among those. */
  LabelledImages labelled(List<String> classes) {
    int[] codes = labels.stream().mapToInt(classes::indexOf).toArray();
    return new LabelledImages(images, new ClassTarget(classes, codes));
  }
}
