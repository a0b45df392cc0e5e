package io.shopkeeper.ml.image.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.ml.image.ImageSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PhotosTest {

  private static final int RED = 0xffc80a14;
  private static final int WHITE = 0xffffffff;

  private static byte[] png(BufferedImage picture) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return bytes.toByteArray();
  }

  private static BufferedImage filled(int width, int height, int colour) {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, colour);
      }
    }
    return picture;
  }

  private static int[] unsigned(byte[] image) {
    int[] values = new int[image.length];
    Arrays.setAll(values, place -> Byte.toUnsignedInt(image[place]));
    return values;
  }

  @Property(tries = 60)
  void oneColourStaysItself(
      @ForAll @IntRange(min = 1, max = 90) int width,
      @ForAll @IntRange(min = 1, max = 90) int height,
      @ForAll @IntRange(min = 1, max = 20) int side)
      throws IOException {
    byte[] image = new Photos(new ImageSize(side, side, 3)).read(png(filled(width, height, RED)));
    for (int place = 0; place < image.length; place += 3) {
      assertThat(unsigned(Arrays.copyOfRange(image, place, place + 3)))
          .containsExactly(200, 10, 20);
    }
  }

  @Test
  void aPixelIsTheMeanOfWhatItCovers() throws IOException {
    // Three columns of 0, 90 and 180 on two pixels: (0 + 90/2) / 1.5 and (90/2 + 180) / 1.5.
    var picture = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 3; x++) {
      picture.setRGB(x, 0, 0x010101 * 90 * x);
      picture.setRGB(x, 1, 0x010101 * 90 * x);
    }
    byte[] image = new Photos(new ImageSize(2, 1, 1)).read(png(picture));
    assertThat(unsigned(image)).containsExactly(30, 150);
  }

  @Test
  void theWholePictureIsShownInAFrameOfItsEdge() throws IOException {
    BufferedImage wide = filled(8, 4, WHITE);
    for (int x = 2; x < 6; x++) {
      wide.setRGB(x, 1, 0xff000000);
      wide.setRGB(x, 2, 0xff000000);
    }
    int[] image = unsigned(new Photos(new ImageSize(8, 8, 1)).read(png(wide)));
    assertThat(Arrays.copyOfRange(image, 0, 16)).containsOnly(255);
    assertThat(Arrays.copyOfRange(image, 48, 64)).containsOnly(255);
    assertThat(Arrays.copyOfRange(image, 24, 32)).containsExactly(255, 255, 0, 0, 0, 0, 255, 255);
  }

  @Test
  void whatIsTransparentIsWhite() throws IOException {
    byte[] image = new Photos(new ImageSize(2, 2, 3)).read(png(filled(4, 4, 0x00123456)));
    assertThat(unsigned(image)).containsOnly(255);
  }

  @Test
  void greyIsBrightnessAsTheEyeSeesIt() throws IOException {
    byte[] image = new Photos(new ImageSize(1, 1, 1)).read(png(filled(2, 2, 0xff00ff00)));
    assertThat(unsigned(image)).containsExactly(150);
  }

  @Test
  void aLargePhotographKeepsItsColours() throws IOException {
    byte[] image = new Photos(new ImageSize(4, 4, 3)).read(png(filled(2500, 2500, RED)));
    assertThat(Arrays.copyOf(unsigned(image), 3)).containsExactly(200, 10, 20);
  }

  @Test
  void whatIsNoPictureIsRefused() throws IOException {
    var photos = new Photos(new ImageSize(4, 4, 3));
    assertThatThrownBy(() -> photos.read("a letter".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("save it as JPEG or PNG");
    byte[] whole = png(filled(64, 64, RED));
    assertThatThrownBy(() -> photos.read(Arrays.copyOf(whole, whole.length / 2)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aPictureOfTooManyPixelsIsRefusedBeforeItIsDecoded() throws IOException {
    byte[] claimed = png(filled(4, 4, RED));
    // The header of a PNG has its width and height at 16 and 20; its checksum is wrong then, which
    // no reader looks at before the pixels.
    claimed[16] = 0x00;
    claimed[17] = 0x00;
    claimed[18] = 0x75;
    claimed[20] = 0x00;
    claimed[21] = 0x00;
    claimed[22] = 0x75;
    assertThatThrownBy(() -> new Photos(new ImageSize(4, 4, 3)).read(claimed))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("make it smaller");
  }
}
