package io.shopkeeper.catalog.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageReadingTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "P-17.jpg,P-17",
    "pictures/P-17.jpg,P-17",
    "P-17/front.png,P-17",
    "a/b/P-17/1.webp,P-17",
    "图片/P-17.png,P-17"
  })
  void aPictureIsNamedAfterItsProduct(String entry, String product) {
    assertThat(ImageReading.productOf(entry)).isEqualTo(product);
  }

  @Test
  void picturesAreKeptUnderTheHashOfTheirBytes() throws Exception {
    Path media = Files.createDirectory(folder.resolve("media"));
    byte[] png = png();
    Path zip = zip("P-1.png", png, "P-2/a.png", png);
    List<Unit> units = units(zip, Optional.of(media));
    assertThat(units)
        .extracting(unit -> unit.fields().get("productId"))
        .containsExactly("P-1", "P-2");
    try (var kept = Files.list(media)) {
      assertThat(kept).singleElement().satisfies(file -> assertThat(file).hasBinaryContent(png));
    }
  }

  @Test
  void whatIsNoPictureIsSetAsideAndNotKept() throws Exception {
    Path media = Files.createDirectory(folder.resolve("media"));
    byte[] script = "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8);
    byte[] broken = java.util.Arrays.copyOf(png(), 20);
    List<Unit> units = units(zip("P-1.png", script, "P-2.png", broken), Optional.of(media));
    assertThat(units).allSatisfy(unit -> assertThat(unit.errors()).hasSize(1));
    assertThat(media).isEmptyDirectory();
  }

  @Test
  void aTableIsNoZipOfPictures() throws Exception {
    Path table = Files.writeString(folder.resolve("t.csv"), "id,title\n");
    try (var reading = new ImageReading(table, Optional.empty())) {
      assertThatThrownBy(() -> reading.prepare(rows -> {}))
          .isInstanceOf(FileUnreadableException.class);
    }
  }

  private static List<Unit> units(Path zip, Optional<Path> media) throws Exception {
    var units = new ArrayList<Unit>();
    try (var reading = new ImageReading(zip, media);
        Units source = reading.units()) {
      Optional<Unit> unit = source.next();
      while (unit.isPresent()) {
        units.add(unit.get());
        unit = source.next();
      }
    }
    return units;
  }

  private Path zip(String name1, byte[] content1, String name2, byte[] content2)
      throws IOException {
    Path zip = folder.resolve("pictures.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry(name1));
      out.write(content1);
      out.putNextEntry(new ZipEntry(name2));
      out.write(content2);
    }
    return zip;
  }

  private static byte[] png() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }
}
