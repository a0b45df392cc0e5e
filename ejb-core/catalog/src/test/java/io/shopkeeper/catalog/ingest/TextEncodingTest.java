package io.shopkeeper.catalog.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextEncodingTest {

  private static final String CHINESE =
      "商品编号,商品名称,价格\nP-1,手工陶瓷咖啡杯，釉下彩,39.00\nP-2,实木相框,19.90\nP-3,棉麻桌布，可机洗,88.00\n";
  private static final String WESTERN =
      "id,title,price\n1,Café crème,3\n2,Übergröße,5\n3,naïve piñata – “quoted”,7\n";

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"})
  void chineseTablesAreReadAsTheyWereMeant(String name) throws Exception {
    assertThat(decoded(CHINESE, Charset.forName(name))).isEqualTo(CHINESE);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
  void westernTablesAreReadAsTheyWereMeant(String name) throws Exception {
    assertThat(decoded(WESTERN, Charset.forName(name))).isEqualTo(WESTERN);
  }

  @Test
  void latin1IsRead() throws Exception {
    String text = "id,title\n1,Caf\u00e9 cr\u00e8me \u00e0 la carte\n2,gar\u00e7on\n";
    assertThat(decoded(text, StandardCharsets.ISO_8859_1)).isEqualTo(text);
  }

  /** The proof of UTF-8 goes on across the pieces in which the file is read. */
  @Test
  void charactersAcrossPiecesAreNoFault() throws Exception {
    String text = "x" + "名".repeat(100_000);
    assertThat(decoded(text, StandardCharsets.UTF_8)).isEqualTo(text);
  }

  @Test
  void aLongPlainBeginningDoesNotHideTheRest() throws Exception {
    String text = "id,title\n" + "1,plain\n".repeat(100_000) + CHINESE;
    assertThat(decoded(text, Charset.forName("GB18030"))).isEqualTo(text);
  }

  @Test
  void noiseIsNoText() {
    byte[] noise = new byte[10_000];
    new Random(7).nextBytes(noise);
    assertThatThrownBy(() -> TextEncoding.of(new ByteArrayInputStream(noise)))
        .isInstanceOf(FileUnreadableException.class);
  }

  private static String decoded(String text, Charset charset) throws Exception {
    byte[] bytes = text.getBytes(charset);
    return new String(bytes, TextEncoding.of(new ByteArrayInputStream(bytes)));
  }
}
