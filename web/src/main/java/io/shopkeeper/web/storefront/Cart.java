package io.shopkeeper.web.storefront;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What lies in the cart: products and how many of each, in the order they came in. Immutable.
 * Written as {@code id*pieces|id*pieces}.
 */
record Cart(Map<String, Integer> pieces) {

  private static final int MOST_LINES = 30;
  private static final int MOST_PIECES = 99;

  Cart {
    pieces = Collections.unmodifiableMap(new LinkedHashMap<>(pieces));
  }

  /** Reads what can be read; the rest is left out. */
  static Cart parse(String text) {
    var pieces = new LinkedHashMap<String, Integer>();
    for (String line : text.split("\\|", -1)) {
      int star = line.lastIndexOf('*');
      if (star > 0
          && line.substring(0, star).matches("[A-Za-z0-9._:-]{1,128}")
          && line.substring(star + 1).matches("\\d{1,2}")
          && pieces.size() < MOST_LINES) {
        pieces.put(line.substring(0, star), Integer.parseInt(line.substring(star + 1)));
      }
    }
    pieces.values().removeIf(count -> count == 0);
    return new Cart(pieces);
  }

  /** With one more of a product. */
  Cart plusOne(String productId) {
    var more = new LinkedHashMap<>(pieces);
    if (more.size() < MOST_LINES || more.containsKey(productId)) {
      more.merge(productId, 1, (had, added) -> Math.min(MOST_PIECES, had + added));
    }
    return new Cart(more);
  }

  /** Without a product. */
  Cart without(String productId) {
    var fewer = new LinkedHashMap<>(pieces);
    fewer.remove(productId);
    return new Cart(fewer);
  }

  /** All pieces. */
  int count() {
    return pieces.values().stream().mapToInt(Integer::intValue).sum();
  }

  String write() {
    var text = new StringJoiner("|");
    pieces.forEach((id, count) -> text.add(id + "*" + count));
    return text.toString();
  }
}
