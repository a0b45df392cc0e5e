package io.shopkeeper.catalog.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Looks at the bytes of a picture: what it is, and whether it is of a sensible size. */
final class Picture {

  /** Most bytes of one picture. */
  static final int MOST_BYTES = 10 << 20;

  private static final int LONGEST_SIDE = 10_000;

  private Picture() {}

  /** The ending of its type; empty where it is no picture that the shop shows. */
  static Optional<String> ending(byte[] bytes) {
    if (begins(bytes, 0, 0xff, 0xd8, 0xff)) {
      return Optional.of("jpg");
    }
    if (begins(bytes, 0, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
      return Optional.of("png");
    }
    return begins(bytes, 0, 'R', 'I', 'F', 'F') && begins(bytes, 8, 'W', 'E', 'B', 'P')
        ? Optional.of("webp")
        : Optional.empty();
  }

  /** What is wrong with it; empty where nothing is. */
  static Optional<String> fault(byte[] bytes) {
    Optional<String> ending = ending(bytes);
    if (ending.isEmpty()) {
      return Optional.of("is no JPEG, PNG or WebP picture");
    }
    return ending.get().equals("webp") ? Optional.empty() : size(bytes, ending.get());
  }

  private static Optional<String> size(byte[] bytes, String ending) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersBySuffix(ending);
    ImageReader reader = readers.next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      return width > LONGEST_SIDE || height > LONGEST_SIDE
          ? Optional.of(
              "has %d × %d pixels; %d a side are the most".formatted(width, height, LONGEST_SIDE))
          : Optional.empty();
    } catch (IOException broken) {
      return Optional.of("is a broken picture");
    } finally {
      reader.dispose();
    }
  }

  private static boolean begins(byte[] bytes, int at, int... wanted) {
    if (bytes.length < at + wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if ((bytes[at + i] & 0xff) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
