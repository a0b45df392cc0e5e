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

  /**
   * What images there are.
   *
   * @param sha256 of the file
   */
  record Pictures(Images images, String sha256) {}

  /** Reads grey images; the first so many where there are more. */
  static Pictures images(String name, int most) {
    List<byte[]> images = new ArrayList<>();
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
    return new Pictures(new Images(size[0], images), sha256);
  }

  /** Reads labels, 0 to 255; the first so many where there are more. */
  static int[] labels(String name, int most) {
    var labels = new ArrayList<Integer>();
    DataFile.readBytes(
        name,
        in -> {
          int count = begin(name, in, LABELS, "labels");
          for (int i = 0; i < Math.min(count, most); i++) {
            labels.add(in.readUnsignedByte());
          }
        });
    return labels.stream().mapToInt(Integer::intValue).toArray();
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
