package io.shopkeeper.ml.image;

import io.shopkeeper.ml.table.ClassTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Images of a bar, upright or lying, or of a square, anywhere in noise. */
public final class PlantedImages {

  public static final ImageSize SIZE = new ImageSize(12, 10, 1);

  private static final List<String> CLASSES = List.of("upright", "lying", "square");
  private static final int[] WIDTHS = {2, 8, 4};
  private static final int[] HEIGHTS = {8, 2, 4};

  private PlantedImages() {}

  public static LabelledImages of(int count, long seed) {
    var random = new SplittableRandom(seed);
    List<byte[]> images = new ArrayList<>();
    int[] codes = new int[count];
    for (int i = 0; i < count; i++) {
      codes[i] = random.nextInt(CLASSES.size());
      images.add(image(codes[i], random));
    }
    return new LabelledImages(new Images(SIZE, images), new ClassTarget(CLASSES, codes));
  }

  private static byte[] image(int code, SplittableRandom random) {
    byte[] image = new byte[SIZE.bytes()];
    for (int i = 0; i < image.length; i++) {
      image[i] = (byte) random.nextInt(80);
    }
    int left = random.nextInt(SIZE.width() - WIDTHS[code] + 1);
    int top = random.nextInt(SIZE.height() - HEIGHTS[code] + 1);
    for (int y = top; y < top + HEIGHTS[code]; y++) {
      for (int x = left; x < left + WIDTHS[code]; x++) {
        image[y * SIZE.width() + x] = (byte) (180 + random.nextInt(76));
      }
    }
    return image;
  }
}
