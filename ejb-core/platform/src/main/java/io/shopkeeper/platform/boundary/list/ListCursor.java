package io.shopkeeper.platform.boundary.list;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A place in the order of a list as text: the values of a row's keys. */
final class ListCursor {

  private static final String BETWEEN = "\u0001";

  private ListCursor() {}

  static String write(List<?> values) {
    String text = String.join(BETWEEN, values.stream().map(String::valueOf).toList());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The values; empty for a text that no cursor of such keys is. */
  static Optional<List<Object>> read(String cursor, List<ListKey> keys) {
    String[] texts;
    try {
      texts =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8)
              .split(BETWEEN, -1);
    } catch (IllegalArgumentException other) {
      return Optional.empty();
    }
    if (cursor.isEmpty() || texts.length != keys.size()) {
      return Optional.empty();
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      keys.get(i).read(texts[i]).ifPresent(values::add);
    }
    return values.size() == texts.length ? Optional.of(values) : Optional.empty();
  }
}
