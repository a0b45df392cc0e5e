package io.shopkeeper.fraud.boundary.cases;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What documents of cases may be; told by their content, whatever they are called. */
public enum DocumentType {
  PDF("application/pdf", "%PDF-"),
  PNG("image/png", "\u0089PNG\r\n\u001a\n"),
  JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
  /** UTF-8 without control characters but tabs and ends of lines. */
  TEXT("text/plain;charset=UTF-8", "");

  private final String media;
  private final String begin;

  DocumentType(String media, String begin) {
    this.media = media;
    this.begin = begin;
  }

  /** As it is sent. */
  public String media() {
    return media;
  }

  /** The type of a content; empty where it is none of these. */
  public static Optional<DocumentType> of(byte[] content) {
    for (DocumentType type : values()) {
      if (type != TEXT && type.begins(content)) {
        return Optional.of(type);
      }
    }
    return isText(content) ? Optional.of(TEXT) : Optional.empty();
  }

  private boolean begins(byte[] content) {
    byte[] mark = begin.getBytes(StandardCharsets.ISO_8859_1);
    for (int place = 0; place < mark.length; place++) {
      if (place >= content.length || content[place] != mark[place]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isText(byte[] content) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(content))
          .chars()
          .noneMatch(sign -> Character.isISOControl(sign) && "\t\r\n".indexOf(sign) < 0);
    } catch (CharacterCodingException other) {
      return false;
    }
  }
}
