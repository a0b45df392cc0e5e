package io.shopkeeper.catalog.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOpenerTest {

  private static final String TEXT = "id,title\n1,刀\n";

  @TempDir private Path folder;
  private RowFiles files;

  @BeforeEach
  void prepare() {
    files = new RowFiles(folder);
  }

  @Test
  void plainUtf8() throws Exception {
    assertThat(read(files.of(TEXT))).isEqualTo(TEXT);
  }

  @Test
  void anEmptyFileIsEmptyText() throws Exception {
    assertThat(read(files.of(""))).isEmpty();
    assertThat(read(files.of("a"))).isEqualTo("a");
  }

  @Test
  void byteOrderMarksAreUnderstoodAndTakenAway() throws Exception {
    assertThat(read(files.of("\ufeff" + TEXT))).isEqualTo(TEXT);
    assertThat(read(files.of("\ufeff" + TEXT, StandardCharsets.UTF_16LE))).isEqualTo(TEXT);
    assertThat(read(files.of("\ufeff" + TEXT, StandardCharsets.UTF_16BE))).isEqualTo(TEXT);
  }

  @Test
  void gzipAndZipAreUnpacked() throws Exception {
    assertThat(read(files.gzip(TEXT.getBytes(StandardCharsets.UTF_8)))).isEqualTo(TEXT);
    assertThat(read(files.zip(TEXT))).isEqualTo(TEXT);
  }

  @Test
  void bytesThatAreNoCharactersOfTheEncodingAreAnErrorNotAQuestionMark() throws Exception {
    Path latin = files.of("id,title\n1,café\n", StandardCharsets.ISO_8859_1);
    try (BufferedReader reader = FileOpener.open(latin, StandardCharsets.UTF_8)) {
      assertThatThrownBy(() -> reader.transferTo(Writer.nullWriter()))
          .isInstanceOf(CharacterCodingException.class);
    }
  }

  @Test
  void aSecondFileInAZipIsAnErrorBecauseItWouldBeLost() throws Exception {
    Path two = files.zip(TEXT, TEXT);
    assertThatThrownBy(() -> read(two)).hasMessageContaining("more than one file");
  }

  @Test
  void aSmallFileThatUnpacksToTooMuchIsStoppedAtTheBound() throws Exception {
    Path bomb = files.gzipBomb(80);
    assertThat(bomb.toFile()).satisfies(file -> assertThat(file.length()).isLessThan(200_000));
    assertThatThrownBy(() -> read(bomb))
        .isInstanceOf(BoundedInput.TooLargeException.class)
        .hasMessageContaining("64 MB");
  }

  @Test
  void aTruncatedArchiveIsAnError() throws Exception {
    byte[] whole =
        java.nio.file.Files.readAllBytes(
            files.gzip(TEXT.repeat(50).getBytes(StandardCharsets.UTF_8)));
    Path half = files.of(java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> read(half)).isInstanceOf(IOException.class);
  }

  private static String read(Path file) throws IOException, FileUnreadableException {
    try (BufferedReader reader = FileOpener.open(file);
        Writer text = new java.io.StringWriter()) {
      reader.transferTo(text);
      return text.toString();
    }
  }
}
