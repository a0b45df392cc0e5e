package io.shopkeeper.cli.evaluate;

import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.ml.image.ImageSize;
import io.shopkeeper.ml.image.Images;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Files of the MNIST form: big-endian, a magic number with the count of dimensions, their sizes,
 * then bytes.
 */
final class IdxFile {

  private static final int IMAGES = 0x803;
  private static final int LABELS = 0x801;

  private IdxFile() {}

  /** Reads grey images and their labels; the first so many where there are more. */
  static ImageFiles read(String name, String labelsName, int most) {
    var images = new ArrayList<byte[]>();
    ImageSize[] size = new ImageSize[1];
    String sha256 =
        DataFile.readBytes(
            name,
            in -> {
              int count = begin(name, in, IMAGES, "images");
              size[0] = size(name, in.readInt(), in.readInt());
              for (int i = 0; i < Math.min(count, most); i++) {
                byte[] image = new byte[size[0].bytes()];
                in.readFully(image);
                images.add(image);
              }
            });
    List<String> labels = labels(labelsName, most);
    if (labels.size() != images.size()) {
      throw new CommandFailedException(
          "%s has %,d images, but %s has %,d labels."
              .formatted(name, images.size(), labelsName, labels.size()));
    }
    return new ImageFiles(name, new Images(size[0], images), labels, sha256);
  }

  private static List<String> labels(String name, int most) {
    var labels = new ArrayList<String>();
    DataFile.readBytes(
        name,
        in -> {
          int count = begin(name, in, LABELS, "labels");
          for (int i = 0; i < Math.min(count, most); i++) {
            labels.add(Integer.toString(in.readUnsignedByte()));
          }
        });
    return labels;
  }

  private static int begin(String name, DataInputStream in, int magic, String what)
      throws IOException {
    int found = in.readInt();
    if (found != magic) {
      throw new CommandFailedException(
          "%s has no %s in IDX form: it begins with %d, not %d."
              .formatted(name, what, found, magic));
    }
    int count = in.readInt();
    if (count < 0) {
      throw new CommandFailedException(name + " is damaged: it claims " + count + " " + what + ".");
    }
    return count;
  }

  private static ImageSize size(String name, int height, int width) {
    try {
      return new ImageSize(width, height, 1);
    } catch (IllegalArgumentException wrong) {
      throw new CommandFailedException(name + ": " + wrong.getMessage() + ".", wrong);
    }
  }
}
