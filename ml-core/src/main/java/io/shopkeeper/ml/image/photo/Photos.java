package io.shopkeeper.ml.image.photo;

import io.shopkeeper.ml.image.ImageSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads photographs in the forms that the JDK knows (JPEG, PNG, GIF, BMP) and scales them to one
 * size. The whole picture is shown: it is fitted in, and what is left at two sides has the mean
 * colour of its edge. What is transparent becomes white. A note on how the camera was held (Exif)
 * is not looked at. Same bytes, same image. Immutable and safe for several threads.
 *
 * @param size of the images; one channel makes them grey
 */
public record Photos(ImageSize size) {

  /** Pixels of a photograph at most: more would be a way to fill the memory with a small file. */
  public static final long MOST_PIXELS = 100_000_000;

  /** Photographs of more pixels lose whole lines before they are averaged. */
  private static final long FINE_PIXELS = 4_000_000;

  /**
   * Reads one.
   *
   * @param file the bytes of its file
   * @return an image as of {@link ImageSize}
   * @throws IOException if it is in no known form, damaged or too large; the text says which and
   *     how to mend it
   */
  public byte[] read(byte[] file) throws IOException {
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("is no picture in a known form; save it as JPEG or PNG");
      }
      ImageReader reader = readers.next();
      try {
        return PhotoScaling.scale(decode(reader, in), size);
      } finally {
        reader.dispose();
      }
    }
  }

  private static BufferedImage decode(ImageReader reader, ImageInputStream in) throws IOException {
    try {
      reader.setInput(in, true, true);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > MOST_PIXELS) {
        throw new IOException(
            "has %,d pixels, more than %,d; make it smaller".formatted(pixels, MOST_PIXELS));
      }
      int step = (int) Math.ceil(Math.sqrt((double) pixels / FINE_PIXELS));
      ImageReadParam how = reader.getDefaultReadParam();
      how.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
      return reader.read(0, how);
    } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
      // What the JDK's readers throw for damaged headers and palettes.
      throw new IOException("is damaged: " + damaged.getMessage(), damaged);
    }
  }
}
