package io.shopkeeper.fraud.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.fraud.boundary.cases.DocumentType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DocumentTypeTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void theContentTellsTheType() {
    assertThat(DocumentType.of(bytes("%PDF-1.7 \u0000\u0001"))).contains(DocumentType.PDF);
    assertThat(DocumentType.of(bytes("\u0089PNG\r\n\u001a\nIHDR"))).contains(DocumentType.PNG);
    assertThat(DocumentType.of(bytes("\u00ff\u00d8\u00ff\u00e0"))).contains(DocumentType.JPEG);
    assertThat(DocumentType.of("卡号被盗\n".getBytes(StandardCharsets.UTF_8)))
        .contains(DocumentType.TEXT);
  }

  @Test
  void nothingElseIsTaken() {
    assertThat(DocumentType.of(bytes("MZ\u0090\u0000"))).isEmpty();
    assertThat(DocumentType.of(bytes("PK\u0003\u0004"))).isEmpty();
    assertThat(DocumentType.of(bytes("\u0089PN"))).isEmpty();
    assertThat(DocumentType.of(bytes("a\u0000b"))).isEmpty();
  }
}
